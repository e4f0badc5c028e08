// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Net;
using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

public sealed class TrafficLogReaderTests
{
    private delegate string Part(in TrafficLogEntry entry);

    [Test]
    public void Read_FullExchange_GivesKind() => Expect(
        nameof(TrafficLogEntryKind.Exchange), static (in e) => $"{e.Kind}");

    [Test]
    public void Read_FullExchange_GivesTime() => Expect(
        "2026-01-31T23:59:59.1230000+00:00", static (in e) => e.Time.ToString("O", CultureInfo.InvariantCulture));

    [Test]
    public void Read_FullExchange_GivesId() => Expect("req_1", static (in e) => e.Id.ToString());

    [Test]
    public void Read_FullExchange_GivesAccount() => Expect("acct_1", static (in e) => e.Caller.Account.ToString());

    [Test]
    public void Read_FullExchange_GivesOrganization() => Expect(
        "org_1", static (in e) => e.Caller.Organization.ToString());

    [Test]
    public void Read_FullExchange_GivesCredential() => Expect("key_1", static (in e) => e.Caller.Credential.ToString());

    [Test]
    public void Read_FullExchange_GivesPlan() => Expect("team", static (in e) => e.Caller.Plan.ToString());

    [Test]
    public void Read_FullExchange_GivesAccountCreated() => Expect(
        "2025-02-03T04:05:06.0000000+00:00",
        static (in e) => e.Caller.AccountCreated.ToString("O", CultureInfo.InvariantCulture));

    [Test]
    public void Read_FullExchange_GivesPayment() => Expect("pm_1", static (in e) => e.Caller.Payment.ToString());

    [Test]
    public void Read_FullExchange_GivesAccountCountry() => Expect("DE", static (in e) => $"{e.Caller.AccountCountry}");

    [Test]
    public void Read_FullExchange_GivesDeclared() => Expect("Platform, Batch", static (in e) => $"{e.Caller.Declared}");

    [Test]
    public void Read_FullExchange_GivesAddress() => Expect(
        "True", static (in e) => $"{e.Caller.Address == ClientAddress.From(IPAddress.Parse("192.0.2.7"))}");

    [Test]
    public void Read_FullExchange_GivesUserAgent() => Expect(
        "curl/8.0", static (in e) => e.Caller.UserAgent.ToString());

    [Test]
    public void Read_FullExchange_GivesFingerprint() => Expect(
        "t13d", static (in e) => e.Caller.Fingerprint.ToString());

    [Test]
    public void Read_FullExchange_GivesApi() => Expect("GoogleGenerateContent", static (in e) => $"{e.Api}");

    [Test]
    public void Read_FullExchange_GivesModel() => Expect("m-1", static (in e) => Encoding.UTF8.GetString(e.Model));

    [Test]
    public void Read_FullExchange_GivesStream() => Expect("True", static (in e) => $"{e.Stream}");

    [Test]
    public void Read_FullExchange_GivesConversation() => Expect("conv_1", static (in e) => e.Conversation.ToString());

    [Test]
    public void Read_FullExchange_GivesEndUser() => Expect("user_1", static (in e) => e.EndUser.ToString());

    [Test]
    public void Read_FullExchange_GivesRequestAsWritten() =>
        Expect(Logs.Json("{'contents':[ ]}"), static (in e) => Encoding.UTF8.GetString(e.Request));

    [Test]
    public void Read_FullExchange_GivesStatus() => Expect("200", static (in e) => $"{e.Response.Status}");

    [Test]
    public void Read_FullExchange_GivesResponseId() =>
        Expect("resp_1", static (in e) => Encoding.UTF8.GetString(e.Response.Id));

    [Test]
    public void Read_FullExchange_GivesResponseModel() =>
        Expect("m-1-served", static (in e) => Encoding.UTF8.GetString(e.Response.Model));

    [Test]
    public void Read_FullExchange_GivesError() =>
        Expect("none", static (in e) => Encoding.UTF8.GetString(e.Response.Error));

    [Test]
    public void Read_FullExchange_GivesRefusal() =>
        Expect("cyber", static (in e) => Encoding.UTF8.GetString(e.Response.Refusal));

    [Test]
    public void Read_FullExchange_GivesTextHash() =>
        Expect("ab12", static (in e) => Encoding.UTF8.GetString(e.Response.TextHash));

    [Test]
    public void Read_FullExchange_GivesTokens() => Expect(
        "1 2 3", static (in e) => $"{e.Response.CachedTokens} {e.Response.InputTokens} {e.Response.OutputTokens}");

    [Test]
    public void Read_FullExchange_GivesFinishReason() =>
        Expect("STOP", static (in e) => Encoding.UTF8.GetString(e.Response.FinishReason));

    [Test]
    public void Read_FullExchange_GivesDuration() => Expect(
        "4.5", static (in e) => $"{e.Response.Duration?.TotalMilliseconds}");

    [Test]
    public void Read_FullExchange_GivesReasoningSignatures() => Expect(
        "2: sig a, sig b",
        static (in e) => $"{e.Response.ReasoningSignatures.Count}: "
            + $"{Encoding.UTF8.GetString(e.Response.ReasoningSignatures[0])}, "
            + $"{Encoding.UTF8.GetString(e.Response.ReasoningSignatures[1])}");

    [Test]
    public void Read_LeastExchange_LeavesTheRestUnknown()
    {
        using TrafficLogReader reader = Logs.Reader(Logs.Least);
        reader.Read(out TrafficLogEntry entry);

        Assert.That(
            (entry.Caller.Organization.IsEmpty, entry.Caller.AccountCreated, entry.Caller.AccountCountry,
                entry.Caller.Address, entry.Caller.Declared, entry.Stream, entry.Response.IsKnown, entry.Model.IsEmpty),
            Is.EqualTo((true, default(DateTimeOffset), default(CountryCode), default(ClientAddress), DeclaredUses.None,
                default(bool?), false, true)));
    }

    [Test]
    public void Read_LeastAfterFull_RemembersNothing()
    {
        using TrafficLogReader reader = Logs.Reader(Logs.Full + "\n" + Logs.Least);

        Assert.That(Logs.ReadAll(reader)[1], Is.EqualTo(Logs.EntryOf(Logs.Least)));
    }

    [Test]
    public void Read_OptionalNull_IsAsIfAbsent()
    {
        string nulls = Logs.With(
            "'type':null,'organization':null,'credential':null,'plan':null,'account_created':null,'payment':null,"
            + "'account_country':null,'declared':null,'client':null,'model':null,'stream':null,'conversation':null,"
            + "'end_user':null,'response':{'status':null,'id':null,'duration_ms':null,'reasoning_signatures':null}");

        Assert.That(Logs.EntryOf(nulls), Is.EqualTo(Logs.EntryOf(Logs.Least)));
    }

    [TestCase("'future':1")]
    [TestCase("'future':{'time':1,'deep':[[{}]]},'future':2")]
    [TestCase("'client':{'port':443}")]
    [TestCase("'response':{'trailers':{'status':'odd'}}")]
    [TestCase("'action':7,'reason':{}")]
    public void Read_UnknownMember_IsIgnored(string member) =>
        Assert.That(Logs.EntryOf(Logs.With(member)), Is.EqualTo(Logs.EntryOf(Logs.Least)));

    [Test]
    public void Read_MembersInReverse_SaysTheSame()
    {
        string reversed = Logs.Json(
            "{'request':{},'api':'openai.responses','account':'a','id':'r','time':'2026-01-31T00:00:00.000Z'}");

        Assert.That(Logs.EntryOf(reversed), Is.EqualTo(Logs.EntryOf(Logs.Least)));
    }

    [Test]
    public void Read_EscapedNameAndValues_SaysTheSame()
    {
        string escaped = Logs.Json(
            @"{'\u0074ime':'2026-01-31T00:00:00.000\u005a','id':'\u0072','account':'\u0061',"
            + @"'ap\u0069':'openai.res\u0070onses','request':{}}");

        Assert.That(Logs.EntryOf(escaped), Is.EqualTo(Logs.EntryOf(Logs.Least)));
    }

    [Test]
    public void Read_LoneSurrogateInUserAgent_KeepsTheLine()
    {
        using TrafficLogReader reader = Logs.Reader(Logs.With(@"'client':{'user_agent':'x\ud800y'}"));
        reader.Read(out TrafficLogEntry entry);

        Assert.That(entry.Caller.UserAgent.ToString(), Is.EqualTo("x\uFFFDy"));
    }

    [Test]
    public void Read_UnknownApi_IsAnExchangeOfUnknownApi()
    {
        using TrafficLogReader reader = Logs.Reader(
            Logs.Least.Replace("openai.responses", "acme.chat", StringComparison.Ordinal));
        reader.Read(out TrafficLogEntry entry);

        Assert.That((entry.Api, entry.ApiName.ToString()), Is.EqualTo((ApiKind.Unknown, "acme.chat")));
    }

    [TestCase("openai.chat_completions", ApiKind.OpenAIChatCompletions)]
    [TestCase("openai.responses", ApiKind.OpenAIResponses)]
    [TestCase("anthropic.messages", ApiKind.AnthropicMessages)]
    [TestCase("google.generate_content", ApiKind.GoogleGenerateContent)]
    public void Read_EachApi_IsKnown(string name, ApiKind expected) => Assert.That(
        Logs.EntryOf(Logs.Least.Replace("openai.responses", name, StringComparison.Ordinal)).Api, Is.EqualTo(expected));

    [TestCase("'platform'", DeclaredUses.Platform)]
    [TestCase("'evaluation'", DeclaredUses.Evaluation)]
    [TestCase("'batch'", DeclaredUses.Batch)]
    [TestCase("'research'", DeclaredUses.Research)]
    [TestCase("'research','platform','research'", DeclaredUses.Research | DeclaredUses.Platform)]
    [TestCase("'of tomorrow','batch'", DeclaredUses.Batch)]
    [TestCase("", DeclaredUses.None)]
    public void Read_Declared_GivesUses(string uses, DeclaredUses expected) =>
        Assert.That(Logs.EntryOf(Logs.With($"'declared':[{uses}]")).Declared, Is.EqualTo(expected));

    [TestCase("suspend", EnforcementAction.Suspend)]
    [TestCase("restore", EnforcementAction.Restore)]
    [TestCase("throttle", EnforcementAction.Throttle)]
    public void Read_Enforcement_GivesAction(string action, EnforcementAction expected)
    {
        using TrafficLogReader reader = Logs.Reader(Logs.Json(
            "{'type':'enforcement','time':'2026-01-01T00:00:00.000Z','account':'a','organization':'o',"
            + $"'action':'{action}','reason':'terms'}}"));
        reader.Read(out TrafficLogEntry entry);

        Assert.That(
            (entry.Kind, entry.Caller.Account.ToString(), entry.Caller.Organization.ToString(), entry.Action,
                entry.Reason.ToString()),
            Is.EqualTo((TrafficLogEntryKind.Enforcement, "a", "o", expected, "terms")));
    }

    [Test]
    public void Read_EnforcementWithMembersOfAnExchange_IgnoresThem()
    {
        EntrySnapshot entry = Logs.EntryOf(Logs.Json(
            "{'type':'enforcement','time':'2026-01-01T00:00:00.000Z','account':'a','action':'suspend',"
            + "'request':5,'api':[],'id':{}}"));

        Assert.That(entry.Request, Is.Empty);
    }

    [Test]
    public void Read_ModelRelease_GivesModel()
    {
        using TrafficLogReader reader = Logs.Reader(
            Logs.Json("{'type':'model_release','time':'2026-01-01T00:00:00.000Z','model':'m-2'}"));
        reader.Read(out TrafficLogEntry entry);

        Assert.That(
            (entry.Kind, Encoding.UTF8.GetString(entry.Model)), Is.EqualTo((TrafficLogEntryKind.ModelRelease, "m-2")));
    }

    [Test]
    public void Read_BodyDeeperThanTheFrameworksReaderAllows_IsGivenAsWritten()
    {
        string body = "{\"x\":" + new string('[', 5000) + new string(']', 5000) + "}";

        Assert.That(Logs.EntryOf(Logs.Least.Replace("{}", body, StringComparison.Ordinal)).Request, Is.EqualTo(body));
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\n\n \t\r\n\n")]
    public void Read_AnyLineEnd_GivesEveryLine(string lineEnd)
    {
        using TrafficLogReader reader = Logs.Reader("\uFEFF" + Logs.Least + lineEnd + Logs.Full);
        Logs.ReadAll(reader);

        Assert.That(reader.Counters, Is.EqualTo(new TrafficLogCounters { Lines = 2, Exchanges = 2 }));
    }

    [Test]
    public void Read_AfterBlankLines_SaysTheLinesNumber()
    {
        using TrafficLogReader reader = Logs.Reader("\n\n" + Logs.Least);
        reader.Read(out TrafficLogEntry entry);

        Assert.That(entry.Line, Is.EqualTo(3));
    }

    [Test]
    public void Read_EmptyLog_GivesNothing() => Assert.That(Logs.ReadAll(Logs.Reader(string.Empty)), Is.Empty);

    [Test]
    public void Read_EarlierTime_DeliversAndCounts()
    {
        using TrafficLogReader reader = Logs.Reader(
            Logs.At(5, "a") + Logs.At(3, "b") + Logs.At(4, "c") + Logs.At(4, "d"));
        Logs.ReadAll(reader);

        Assert.That((reader.Counters.Exchanges, reader.Counters.OutOfOrder), Is.EqualTo((4, 1)));
    }

    [Test]
    public void Read_AfterDispose_GivesFalse()
    {
        TrafficLogReader reader = Logs.Reader(Logs.Least);
        reader.Dispose();

        Assert.That(reader.Read(out _), Is.False);
    }

    private static void Expect(string expected, Part part)
    {
        using TrafficLogReader reader = Logs.Reader(Logs.Full);
        reader.Read(out TrafficLogEntry entry);

        Assert.That(part(in entry), Is.EqualTo(expected));
    }
}
