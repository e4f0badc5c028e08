// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

public sealed class ApiKindNamesTests
{
    [TestCase(ApiKind.OpenAIChatCompletions, "openai.chat_completions")]
    [TestCase(ApiKind.OpenAIResponses, "openai.responses")]
    [TestCase(ApiKind.AnthropicMessages, "anthropic.messages")]
    [TestCase(ApiKind.GoogleGenerateContent, "google.generate_content")]
    public void ToLogName_KnownApi_GivesTheNameOfTheLog(ApiKind api, string expected) =>
        Assert.That(ApiKindNames.ToLogName(api), Is.EqualTo(expected));

    [TestCase(ApiKind.Unknown)]
    [TestCase((ApiKind)200)]
    public void ToLogName_OtherValue_SaysUnknown(ApiKind api) =>
        Assert.That(ApiKindNames.ToLogName(api), Is.EqualTo("unknown"));

    [Test]
    public void TryParse_EveryKnownApi_ComesBack([Values] ApiKind api)
    {
        string name = ApiKindNames.ToLogName(api);

        bool isKnown = ApiKindNames.TryParse(name, out ApiKind fromText);
        bool isKnownToo = ApiKindNames.TryParse(Encoding.UTF8.GetBytes(name), out ApiKind fromUtf8);

        bool expected = api != ApiKind.Unknown;
        Assert.That((isKnown, isKnownToo, fromText, fromUtf8), Is.EqualTo((expected, expected, api, api)));
    }

    [TestCase("")]
    [TestCase("unknown")]
    [TestCase("OpenAI.Responses")]
    [TestCase("openai.responses ")]
    [TestCase("openai.embeddings")]
    public void TryParse_OtherName_IsUnknown(string name)
    {
        bool isKnown = ApiKindNames.TryParse(name, out ApiKind fromText)
            || ApiKindNames.TryParse(Encoding.UTF8.GetBytes(name), out _);

        Assert.That((isKnown, fromText), Is.EqualTo((false, ApiKind.Unknown)));
    }

    [Test]
    public void TryParse_SteadyState_AllocatesNothing()
    {
        bool isKnown = ApiKindNames.TryParse("openai.responses", out _);
        long before = GC.GetAllocatedBytesForCurrentThread();

        isKnown &= ApiKindNames.TryParse("openai.responses", out ApiKind api);
        isKnown &= ApiKindNames.TryParse("openai.responses"u8, out _);
        string name = ApiKindNames.ToLogName(api);

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That((allocated, isKnown, name), Is.EqualTo((0L, true, "openai.responses")));
    }
}
