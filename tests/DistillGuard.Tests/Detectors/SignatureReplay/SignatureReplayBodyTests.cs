// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Verdicts;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>From the body as a client sends it to the accusation, for every API that has opaque reasoning.</summary>
public sealed class SignatureReplayBodyTests
{
    private const string Signed = """
        {"messages":[{"role":"user","content":"Why?"},{"role":"assistant","content":[
          {"type":"thinking","thinking":"So.","signature":"BLOB"},{"type":"text","text":"Because."}]},
          {"role":"user","content":"Go on."}]}
        """;

    private const string Redacted = """
        {"messages":[{"role":"user","content":"Why?"},{"role":"assistant","content":[
          {"type":"redacted_thinking","data":"BLOB"},{"type":"text","text":"Because."}]},{"role":"user","content":"Go on."}]}
        """;

    private const string Encrypted = """
        {"input":[{"role":"user","content":"Why?"},{"type":"reasoning","summary":[],"encrypted_content":"BLOB"},
          {"role":"user","content":"Go on."}]}
        """;

    private const string Thought = """
        {"contents":[{"role":"user","parts":[{"text":"Why?"}]},
          {"role":"model","parts":[{"text":"Because.","thoughtSignature":"BLOB"}]},{"role":"user","parts":[{"text":"Go on."}]}]}
        """;

    [TestCase(ApiKind.AnthropicMessages, Signed)]
    [TestCase(ApiKind.AnthropicMessages, Redacted)]
    [TestCase(ApiKind.OpenAIResponses, Encrypted)]
    [TestCase(ApiKind.GoogleGenerateContent, Thought)]
    public void Inspect_BodiesWithAnothersReasoning_Accuses(ApiKind api, string body)
    {
        var traffic = new Traffic(builder => builder.AddSignatureReplay());
        traffic.From("source").Receives(ReplayScripts.Blobs(0, 2));

        Send(traffic.Guard, api, body, ReplayScripts.Blob(0)).ShouldNotAccuse();
        Verdict second = Send(traffic.Guard, api, body, ReplayScripts.Blob(1));

        second.ShouldHaveSignal("protocol.reasoning-replayed");
    }

    private static Verdict Send(DistillationGuard guard, ApiKind api, string body, string blob) => guard.Inspect(
        Samples.Request("sender", Traffic.Start.AddHours(1)) with { Api = api },
        Encoding.UTF8.GetBytes(body.Replace("BLOB", blob, StringComparison.Ordinal)));
}
