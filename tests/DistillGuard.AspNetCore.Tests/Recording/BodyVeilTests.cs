// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using DistillGuard.AspNetCore.Snapshots;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Bodies keep their structure and lose what could be read.</summary>
public sealed class BodyVeilTests
{
    private KeyedVeil _keyed = null!;
    private BodyVeil _veil = null!;

    [SetUp]
    public void Begin()
    {
        _keyed = new KeyedVeil(TemporaryState.Secret);
        _veil = new BodyVeil(_keyed, new TextVeil(new SentenceVeil(_keyed)));
    }

    [TearDown]
    public void End() => _keyed.Dispose();

    [TestCase("""{"model":"m","stream":true,"n":3,"temperature":0.25,"top_p":1e-1,"logprobs":null}""")]
    [TestCase("""{"contents":[{"role":"user","parts":[]}],"generationConfig":{"responseMimeType":"application/json","candidateCount":2}}""")]
    [TestCase("""{"tool_choice":"auto","reasoning":{"effort":"high"},"max_tokens":16}""")]
    public void TryVeil_ParametersOnly_AreKeptAsTheyAre(string body) => Assert.That(Veil(body), Is.EqualTo(body));

    [TestCase("""{"messages":[{"role":"user","content":"SECRET words here"}]}""")]
    [TestCase("""{"messages":[{"role":"user","content":[{"type":"text","text":"SECRET words"}]}]}""")]
    [TestCase("""{"input":[{"role":"user","content":[{"type":"input_text","text":"SECRET words"}]}],"instructions":"SECRET"}""")]
    [TestCase("""{"input":"SECRET"}""")]
    [TestCase("""{"contents":[{"parts":[{"text":"SECRET"},{"inlineData":{"mimeType":"image/png","data":"SECRET"}}]}]}""")]
    [TestCase("""{"tools":[{"function":{"name":"SECRET","description":"SECRET","parameters":{"properties":{"SECRET":{"type":"string","enum":["SECRET"]}}}}}]}""")]
    [TestCase("""{"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"SECRET","name":"SECRET","input":{"SECRET":{"role":"SECRET"}}}]}]}""")]
    [TestCase("""{"messages":[{"role":"SECRET in the role","content":""}]}""")]
    [TestCase("""{"metadata":{"SECRET":"SECRET"},"user":"SECRET","stop":["SECRET"]}""")]
    [TestCase("""{"messages":[{"role":"user","content":"SECRET \uD800 half a pair"}]}""")]
    [TestCase("""{"SECRET in a name":1}""")]
    [TestCase("""{"messages":[{"content":[{"image_url":{"url":"https://example.org/SECRET.png"}}]}]}""")]
    public void TryVeil_WhateverTheClientWrites_CannotBeRead(string body)
    {
        string veiled = Veil(body);

        Assert.That(veiled, Does.Not.Contain("SECRET").IgnoreCase);
        Assert.That(Shape(JsonDocument.Parse(veiled).RootElement), Is.EqualTo(Shape(JsonDocument.Parse(body).RootElement)));
    }

    [Test]
    public void TryVeil_MessagesOfTheResponsesApi_KeepTheirRoles() =>
        Assert.That(
            Veil("""{"input":[{"role":"user","content":"hello"},{"role":"assistant","content":"hi"}]}"""),
            Does.Contain("\"role\":\"user\"").And.Contain("\"role\":\"assistant\""));

    [TestCase("skip_thought_signature_validator")]
    [TestCase("c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I=")]
    public void TryVeil_PlaceholderOfASignature_StaysWhatEverybodySends(string blob) =>
        Assert.That(Veil($$"""{"contents":[{"parts":[{"thoughtSignature":"{{blob}}"}]}]}"""), Does.Contain(blob));

    [Test]
    public void TryVeil_TooDeep_IsRefused() =>
        Assert.That(_veil.TryVeil(Encoding.UTF8.GetBytes(new string('{', 1) + "\"a\":" + new string('[', 300) + new string(']', 300) + "}"), out _), Is.False);

    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().Select(member => Shape(member.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Shape)) + "]",
        _ => element.ValueKind.ToString(),
    };

    private string Veil(string body)
    {
        Assert.That(_veil.TryVeil(Encoding.UTF8.GetBytes(body), out ReadOnlySpan<byte> veiled), Is.True);
        return Encoding.UTF8.GetString(veiled);
    }
}
