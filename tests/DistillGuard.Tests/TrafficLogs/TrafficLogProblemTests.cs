// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.TrafficLogs;

public sealed class TrafficLogProblemTests
{
    private const string Secret = "swordfish";

    [TestCase("time")]
    [TestCase("id")]
    [TestCase("account")]
    [TestCase("api")]
    [TestCase("request")]
    public void Read_RequiredMemberMissing_IsAProblem(string member)
    {
        TrafficLogProblem problem = Logs.ProblemOf(
            Logs.Least.Replace($"\"{member}\":", "\"other\":", StringComparison.Ordinal));

        Assert.That(
            (problem.IsSkipped, problem.Member, problem.Reason),
            Is.EqualTo((true, member, "the member is required and missing")));
    }

    [Test]
    public void Read_RequiredMemberNull_IsAProblem() => Assert.That(
        Logs.ProblemOf(Logs.Least.Replace("{}", "null", StringComparison.Ordinal)).Reason,
        Is.EqualTo("the member is required and missing"));

    [TestCase("\"r\"")]
    [TestCase("\"a\"")]
    [TestCase("\"openai.responses\"")]
    public void Read_RequiredMemberEmpty_IsAProblem(string value) => Assert.That(
        Logs.ProblemOf(Logs.Least.Replace(value, "\"\"", StringComparison.Ordinal)).Reason,
        Is.EqualTo("the member is required and empty"));

    [TestCase("type", "5", "the value is a number, not a string")]
    [TestCase("organization", "5", "the value is a number, not a string")]
    [TestCase("credential", "{}", "the value is an object, not a string")]
    [TestCase("plan", "[]", "the value is an array, not a string")]
    [TestCase("account_created", "5", "the value is a number, not a string")]
    [TestCase("payment", "true", "the value is true or false, not a string")]
    [TestCase("account_country", "5", "the value is a number, not a string")]
    [TestCase("declared", "'batch'", "the value is a string, not an array")]
    [TestCase("client", "'x'", "the value is a string, not an object")]
    [TestCase("model", "5", "the value is a number, not a string")]
    [TestCase("stream", "'true'", "the value is a string, not true or false")]
    [TestCase("conversation", "5", "the value is a number, not a string")]
    [TestCase("end_user", "5", "the value is a number, not a string")]
    [TestCase("response", "[]", "the value is an array, not an object")]
    [TestCase("client.ip", "5", "the value is a number, not a string")]
    [TestCase("client.user_agent", "5", "the value is a number, not a string")]
    [TestCase("client.ja4", "5", "the value is a number, not a string")]
    [TestCase("response.status", "'200'", "the value is a string, not a number")]
    [TestCase("response.id", "5", "the value is a number, not a string")]
    [TestCase("response.model", "5", "the value is a number, not a string")]
    [TestCase("response.error", "5", "the value is a number, not a string")]
    [TestCase("response.refusal", "5", "the value is a number, not a string")]
    [TestCase("response.text_hash", "5", "the value is a number, not a string")]
    [TestCase("response.cached_tokens", "'1'", "the value is a string, not a number")]
    [TestCase("response.input_tokens", "'1'", "the value is a string, not a number")]
    [TestCase("response.output_tokens", "'1'", "the value is a string, not a number")]
    [TestCase("response.finish_reason", "5", "the value is a number, not a string")]
    [TestCase("response.duration_ms", "'1'", "the value is a string, not a number")]
    [TestCase("response.reasoning_signatures", "'s'", "the value is a string, not an array")]
    public void Read_OptionalMemberOfAnotherKind_CostsTheLine(string member, string value, string reason)
    {
        string[] path = member.Split('.');
        string text = path.Length == 1 ? $"'{member}':{value}" : $"'{path[0]}':{{'{path[1]}':{value}}}";

        TrafficLogProblem problem = Logs.ProblemOf(Logs.With(text));

        Assert.That((problem.IsSkipped, problem.Member, problem.Reason), Is.EqualTo((true, member, reason)));
    }

    [TestCase("time", "5", "the value is a number, not a string")]
    [TestCase("id", "5", "the value is a number, not a string")]
    [TestCase("account", "{}", "the value is an object, not a string")]
    [TestCase("api", "[]", "the value is an array, not a string")]
    [TestCase("request", "'{}'", "the value is a string, not an object")]
    [TestCase("request", "[]", "the value is an array, not an object")]
    public void Read_RequiredMemberOfAnotherKind_CostsTheLine(string member, string value, string reason)
    {
        string line = Logs.Json($"{{'{member}':{value},") + Logs.Least[1..].Replace(
            $"\"{member}\":", "\"other\":", StringComparison.Ordinal);

        TrafficLogProblem problem = Logs.ProblemOf(line);

        Assert.That((problem.IsSkipped, problem.Member, problem.Reason), Is.EqualTo((true, member, reason)));
    }

    [TestCase("'declared':[5]", "declared", "an element is a number, not a string")]
    [TestCase("'declared':['batch',null]", "declared", "an element is null, not a string")]
    [TestCase("'declared':[['batch']]", "declared", "an element is an array, not a string")]
    [TestCase("'response':{'reasoning_signatures':['s',{}]}", "response.reasoning_signatures",
        "an element is an object, not a string")]
    public void Read_ElementOfAnotherKind_CostsTheLine(string text, string member, string reason)
    {
        TrafficLogProblem problem = Logs.ProblemOf(Logs.With(text));

        Assert.That((problem.IsSkipped, problem.Member, problem.Reason), Is.EqualTo((true, member, reason)));
    }

    [TestCase("'id':'r'", "id")]
    [TestCase("'plan':'free','plan':'free'", "plan")]
    [TestCase("'plan':null,'plan':null", "plan")]
    [TestCase(@"'plan':'free','pl\u0061n':'team'", "plan")]
    [TestCase("'client':{},'client':{}", "client")]
    [TestCase("'client':{'ip':'::1','ip':'::1'}", "client.ip")]
    [TestCase("'response':{'status':1,'status':1}", "response.status")]
    public void Read_MemberGivenTwice_CostsTheLine(string text, string member)
    {
        TrafficLogProblem problem = Logs.ProblemOf(Logs.With(text));

        Assert.That(
            (problem.IsSkipped, problem.Member, problem.Reason),
            Is.EqualTo((true, member, "the member is given twice")));
    }

    [TestCase("yesterday", "the text is not an RFC 3339 time", "write the time like 2026-01-31T23:59:59.123Z")]
    [TestCase("2026-01-31T00:00:00.000", "the text is not an RFC 3339 time",
        "write the time like 2026-01-31T23:59:59.123Z")]
    [TestCase("2026-01-31T00:00:00.000+02:00", "the time is not in UTC", "convert the time to UTC and end it with Z")]
    public void Read_TimeNotUtc_CostsTheLine(string time, string reason, string remedy)
    {
        TrafficLogProblem problem = Logs.ProblemOf(
            Logs.Least.Replace("2026-01-31T00:00:00.000Z", time, StringComparison.Ordinal));

        Assert.That(
            (problem.IsSkipped, problem.Member, problem.Reason, problem.Remedy),
            Is.EqualTo((true, "time", reason, remedy)));
    }

    [TestCase("{'type':'weather','time':5}", "type", "the type of line is unknown")]
    [TestCase("{'type':'enforcement','time':'2026-01-31T00:00:00Z','account':'a'}", "action",
        "the member is required and missing")]
    [TestCase("{'type':'enforcement','time':'2026-01-31T00:00:00Z','account':'a','action':'praise'}", "action",
        "the action is unknown")]
    [TestCase("{'type':'enforcement','time':'2026-01-31T00:00:00Z','action':'suspend'}", "account",
        "the member is required and missing")]
    [TestCase("{'type':'model_release','time':'2026-01-31T00:00:00Z'}", "model", "the member is required and missing")]
    [TestCase("[]", null, "the line is an array, not an object")]
    [TestCase("'x'", null, "the line is a string, not an object")]
    [TestCase("null", null, "the line is null, not an object")]
    [TestCase("{'a':1", null, "the line ends before its object does")]
    [TestCase("{'a':'", null, "the line ends before its object does")]
    [TestCase("{'a':1} x", null, "the line is not JSON from here on")]
    [TestCase("{'a':1}{'a':1}", null, "the line is not JSON from here on")]
    [TestCase("{'a':1,}", null, "the line is not JSON from here on")]
    [TestCase("time=5", null, "the line is not JSON from here on")]
    [TestCase("{'a':'\\x'}", null, "the line is not JSON from here on")]
    public void Read_BadLine_SaysWhy(string line, string? member, string reason)
    {
        TrafficLogProblem problem = Logs.ProblemOf(Logs.Json(line));

        Assert.That((problem.IsSkipped, problem.Member, problem.Reason), Is.EqualTo((true, member, reason)));
    }

    [Test]
    public void Read_NotUtf8_SaysWhere()
    {
        using TrafficLogReader reader = Logs.Reader([.. "{\"é\":\""u8, 0xC3, (byte)'"', (byte)'}']);
        Logs.ReadAll(reader);

        Assert.That(
            (reader.Problems[0].Column, reader.Problems[0].Reason),
            Is.EqualTo((8, "the line is not UTF-8 from here on")));
    }

    [Test]
    public void Read_LineTooLong_IsSkippedAndSaysTheLimit()
    {
        using TrafficLogReader reader = Logs.Reader(
            Logs.With($"'plan':'{new string('x', 400)}'") + "\n" + Logs.Least,
            new TrafficLogReaderOptions { MaximumLineBytes = 256 });
        Logs.ReadAll(reader);

        Assert.That(
            (reader.Counters.Exchanges, reader.Counters.Skipped, reader.Problems[0].Reason),
            Is.EqualTo((1, 1, "the line is longer than 256 bytes")));
    }

    [TestCase("'client':{'ip':'192.0.2.7:443'}", "client.ip", "the text is not an IPv4 or IPv6 address")]
    [TestCase("'account_country':'Germany'", "account_country", "the text is not a country code")]
    [TestCase("'account_created':'2025'", "account_created", "the text is not an RFC 3339 time")]
    [TestCase("'response':{'status':-1}", "response.status", "the number is negative, too large, or not whole")]
    [TestCase("'response':{'status':99999999999}", "response.status",
        "the number is negative, too large, or not whole")]
    [TestCase("'response':{'input_tokens':1.5}", "response.input_tokens",
        "the number is negative, too large, or not whole")]
    [TestCase("'response':{'output_tokens':1e400}", "response.output_tokens",
        "the number is negative, too large, or not whole")]
    [TestCase("'response':{'duration_ms':-0.5}", "response.duration_ms", "the number is negative or too large")]
    [TestCase("'response':{'duration_ms':1e300}", "response.duration_ms", "the number is negative or too large")]
    public void Read_ValueNotUnderstood_CostsTheMemberOnly(string text, string member, string reason)
    {
        using TrafficLogReader reader = Logs.Reader(Logs.With(text));
        List<EntrySnapshot> entries = Logs.ReadAll(reader);

        Assert.That(
            (reader.Counters.Incomplete, reader.Problems[0].IsSkipped, reader.Problems[0].Member,
                reader.Problems[0].Reason),
            Is.EqualTo((1, false, member, reason)));
        Assert.That(entries.Single(), Is.EqualTo(Logs.EntryOf(Logs.Least)));
    }

    [TestCase("12", 12)]
    [TestCase("12.0", 12)]
    [TestCase("1.2e1", 12)]
    [TestCase("-0", 0)]
    public void Read_WholeNumberInAnyForm_IsUnderstood(string number, int expected) => Assert.That(
        Logs.EntryOf(Logs.With($"'response':{{'input_tokens':{number}}}")).Numbers.Input, Is.EqualTo(expected));

    [Test]
    public void Read_AccountCreatedWithOffset_IsConverted() => Assert.That(
        Logs.EntryOf(Logs.With("'account_created':'2025-01-01T02:00:00+02:00'")).AccountCreated,
        Is.EqualTo(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    [Test]
    public void Read_BadLinesAmongGood_SaysTheirNumbersAndDeliversTheRest()
    {
        using TrafficLogReader reader = Logs.Reader($"{Logs.Least}\n\nbad\n{Logs.Least}\n[]\n{Logs.Least}\n");
        Logs.ReadAll(reader);

        Assert.That(reader.Problems.Select(static problem => problem.Line), Is.EqualTo(new long[] { 3, 5 }));
        Assert.That(reader.Counters, Is.EqualTo(new TrafficLogCounters { Lines = 5, Exchanges = 3, Skipped = 2 }));
    }

    [Test]
    public void Read_MoreProblemsThanKept_CountsAll()
    {
        using TrafficLogReader reader = Logs.Reader(
            string.Concat(Enumerable.Repeat("bad\n", 50)), new TrafficLogReaderOptions { MaximumProblems = 3 });
        Logs.ReadAll(reader);

        Assert.That((reader.Problems.Count, reader.Counters.Skipped), Is.EqualTo((3, 50)));
    }

    [TestCase("{'type':'SECRET'}")]
    [TestCase("{'time':'SECRET'}")]
    [TestCase("{'account':'SECRET'}")]
    [TestCase("{'SECRET'}")]
    [TestCase("SECRET")]
    [TestCase("{'SECRET':1,'id':5}")]
    [TestCase("{'time':'2026-01-31T00:00:00Z','id':'SECRET','account':'SECRET','api':'SECRET','request':{'SECRET':1},"
        + "'client':{'ip':'SECRET','user_agent':'SECRET'},'account_country':'SECRET','account_created':'SECRET',"
        + "'response':{'status':-1}}")]
    public void ToString_AnyProblem_HoldsNoValueOfTheLog(string line)
    {
        using TrafficLogReader reader = Logs.Reader(
            Logs.Json(line).Replace("SECRET", Secret, StringComparison.Ordinal));
        Logs.ReadAll(reader);

        Assert.That(string.Join('\n', reader.Problems), Is.Not.Empty.And.Not.Contains(Secret));
    }

    [Test]
    public void ToString_MemberProblem_SaysLogLineColumnMemberReasonRemedy() => Assert.That(
        Logs.ProblemOf(Logs.With("'plan':5")).ToString(),
        Is.EqualTo(
            $"test.jsonl:1:{Encoding.UTF8.GetByteCount(Logs.Least) + 8}: plan: the value is a number, not a string; "
            + "write a string, or leave the member out."));

    [Test]
    public void ToString_LineProblem_SaysLogLineColumnReasonRemedy() => Assert.That(
        Logs.ProblemOf("{} bad").ToString(),
        Is.EqualTo(
            "test.jsonl:1:4: the line is not JSON from here on; "
            + "write one JSON object a line, without line breaks inside it."));
}
