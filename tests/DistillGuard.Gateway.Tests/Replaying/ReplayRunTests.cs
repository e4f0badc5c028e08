// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DistillGuard.Load;
using DistillGuard.Load.Replaying;
using DistillGuard.Requests;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Traffic;

namespace DistillGuard.Gateway.Tests.Replaying;

/// <summary>The same traffic gives the same findings, whether it comes through the gateway or out of a log.</summary>
public sealed class ReplayRunTests
{
    private const int Exchanges = 800;
    private const string Thief = "harvest-04"; // one that speaks the Messages API

    private static readonly (string Name, ApiKind Kind)[] Apis =
    [
        ("openai.chat_completions", ApiKind.OpenAIChatCompletions),
        ("openai.responses", ApiKind.OpenAIResponses),
        ("anthropic.messages", ApiKind.AnthropicMessages),
        ("google.generate_content", ApiKind.GoogleGenerateContent),
    ];

    private string _folder;

    private int _code;

    [OneTimeSetUp]
    public async Task Replay()
    {
        _folder = Directory.CreateTempSubdirectory("replay").FullName;
        string log = Path.Combine(_folder, "traffic.jsonl");
        await File.WriteAllLinesAsync(log, Lines());
        _code = await ReplayRun.RunAsync(new Arguments([log, "--out", _folder]));
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void RunAsync_AnyApiStreamAndOutcome_FindsWhatAScanFinds() => Assert.That(_code, Is.Zero);

    // Else two empty files would be the same.
    [TestCase("\"harvest-01\"")]
    [TestCase("\"protocol.reasoning-replayed\"")]
    public async Task RunAsync_WhatRestsOnTextsOrOutcomes_IsAmongTheFindings(string found) =>
        Assert.That(await File.ReadAllTextAsync(Path.Combine(_folder, "gateway.json")), Does.Contain(found));

    private static IEnumerable<string> Lines()
    {
        IReadOnlyList<PlannedRequest> plan = TrafficPlan.OneDay(
            CustomerDirectory.MadeUp(), new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero), seed: 1);
        (string Account, string Signature)? issued = null;
        foreach ((int number, PlannedRequest planned) in plan.Take(Exchanges).Index())
        {
            JsonObject line = Line(planned, number);
            if (issued is { } known && planned.Customer.Account == Thief)
            {
                SendBack(line, known.Signature);
                issued = null;
            }

            if (planned.Customer.Account != Thief && ApiOf(planned) == ApiKind.AnthropicMessages && line["response"]!["reasoning_signatures"] is JsonArray { Count: > 0 } signatures)
            {
                issued = (planned.Customer.Account, (string)signatures[0]!);
            }

            yield return line.ToJsonString();
        }
    }

    // Reasoning that was issued to one customer comes back from another.
    private static void SendBack(JsonObject line, string signature)
    {
        var thinking = new JsonObject { ["type"] = "thinking", ["thinking"] = string.Empty, ["signature"] = signature };
        var messages = (JsonArray)line["request"]!["messages"]!;
        messages.Add((JsonNode)new JsonObject { ["role"] = "assistant", ["content"] = new JsonArray(thinking) });
        messages.Add((JsonNode)new JsonObject { ["role"] = "user", ["content"] = "Go on." });
    }

    private static ApiKind ApiOf(PlannedRequest planned) => Apis[planned.Customer.Account.Sum(letter => letter) % Apis.Length].Kind;

    private static JsonObject Line(PlannedRequest planned, int number)
    {
        int customer = planned.Customer.Account.Sum(letter => letter);
        (string name, ApiKind kind) = Apis[customer % Apis.Length];
        bool stream = number % 2 == 0;
        return new JsonObject
        {
            ["time"] = planned.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["id"] = $"req-{number}",
            ["account"] = planned.Customer.Account,
            ["organization"] = planned.Customer.Organization,
            ["credential"] = planned.Customer.Credential,
            ["plan"] = planned.Customer.Plan,
            ["payment"] = planned.Customer.Payment,
            ["account_created"] = "2026-03-01T10:00:00Z",
            ["account_country"] = "NL",
            ["client"] = new JsonObject
            {
                ["ip"] = customer % 3 == 0 ? $"2001:db8:{customer:x}::7" : $"198.51.100.{customer % 250}",
                ["user_agent"] = "sample-sdk/1.0",
                ["ja4"] = $"t13d{customer}",
            },
            ["api"] = name,
            ["stream"] = stream,
            ["request"] = JsonNode.Parse(RequestBodies.Write(kind, planned.System, planned.Prompt, stream)),
            ["response"] = Response(kind, number),
        };
    }

    private static JsonObject Response(ApiKind api, int number) => (number % 13, api) switch
    {
        (3, _) => new JsonObject { ["status"] = 429 },
        (5, ApiKind.AnthropicMessages) => Answer(number, "refusal", "reasoning_extraction"),
        (7, ApiKind.OpenAIResponses) => Answer(number, "completed", null, Signature(number), Signature(-number)),
        (7, ApiKind.GoogleGenerateContent) => Answer(number, "MAX_TOKENS", null, Signature(number)),
        (_, ApiKind.OpenAIChatCompletions) => Answer(number, "stop", null),
        (_, ApiKind.OpenAIResponses) => Answer(number, "completed", null),
        (_, ApiKind.AnthropicMessages) => Answer(number, "end_turn", null, Signature(number)),
        _ => Answer(number, "STOP", null),
    };

    private static string Signature(int number) => Convert.ToBase64String(SHA512.HashData(BitConverter.GetBytes(number)));

    private static JsonObject Answer(int number, string finish, string? refusal, params ReadOnlySpan<string> signatures)
    {
        var answer = new JsonObject
        {
            ["status"] = 200,
            ["input_tokens"] = 100 + number,
            ["output_tokens"] = 20 * number,
            ["finish_reason"] = finish,
        };
        if (refusal is not null)
        {
            answer["refusal"] = refusal;
        }

        var issued = new JsonArray();
        foreach (string signature in signatures)
        {
            issued.Add(signature);
        }

        answer["reasoning_signatures"] = issued;
        return answer;
    }
}
