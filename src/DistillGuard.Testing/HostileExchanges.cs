// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.Testing;

/// <summary>Requests and outcomes that nobody sends by mistake. Deterministic.</summary>
internal static class HostileExchanges
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Identity Known = new()
    {
        Account = "hostile",
        Organization = "organization",
        Credential = "key",
        Plan = "team",
        Payment = "card",
        Address = ClientAddress.FromIPv4(0xCB007101),
        UserAgent = "client/1.0",
        Fingerprint = "t13d1516h2",
        Created = Traffic.Start,
        Country = CountryCode.Parse("DE"),
    };

    public static IEnumerable<(string Occasion, SentExchange[] Traffic)> All() =>
    [
        .. Texts().Select(text => (text.Occasion, new[] { At(Traffic.Start, Known, text.Exchange) })),
        .. Identities(),
        .. Times(),
    ];

    public static IEnumerable<(string Occasion, DateTimeOffset Time, Exchange Exchange)> Outcomes()
    {
        var most = new Exchange { InputTokens = long.MaxValue, OutputTokens = long.MaxValue, Status = int.MaxValue };
        var least = new Exchange { InputTokens = long.MinValue, OutputTokens = long.MinValue, Status = int.MinValue };
        yield return ("an outcome with the most tokens", Traffic.Start, most with { Status = 200 });
        yield return ("an outcome with negative tokens", Traffic.Start, least with { Status = 200 });
        yield return ("an outcome with an impossible status", Traffic.Start, most);
        yield return ("an outcome with a negative status", Traffic.Start, least);
        yield return ("an outcome at the beginning of time", DateTimeOffset.MinValue, new Exchange());
        yield return ("an outcome at the end of time", DateTimeOffset.MaxValue, new Exchange { Status = 429 });
        yield return ("an outcome that issues empty reasoning", Traffic.Start, new Exchange { IssuedReasoning = ["", ""] });
        yield return ("an outcome that issues one huge piece of reasoning", Traffic.Start, new Exchange
        {
            IssuedReasoning = [new string('r', 64 * 1024)],
        });
        yield return ("an outcome that issues 1,000 pieces of reasoning", Traffic.Start, new Exchange
        {
            IssuedReasoning = [.. Enumerable.Range(0, 1_000).Select(i => $"a piece of reasoning, number {i}")],
        });
        yield return ("an outcome with huge words", Traffic.Start, new Exchange
        {
            Refusal = new string('r', Megabyte),
            FinishReason = new string('\uD800', 64),
        });
    }

    private static IEnumerable<(string Occasion, Exchange Exchange)> Texts()
    {
        yield return ("no text at all", Fill(static _ => { }));
        yield return ("empty texts", Fill(static buffer =>
        {
            buffer.Add(MessageRole.System, ""u8);
            buffer.Add(MessageRole.User, ""u8);
        }));
        yield return ("a megabyte of one letter", new Exchange { Prompt = new string('a', Megabyte) });
        yield return ("a megabyte of line feeds", new Exchange { Prompt = new string('\n', Megabyte) });
        yield return ("a megabyte of combining marks", new Exchange { Prompt = new string('\u0301', Megabyte / 2) });
        yield return ("a megabyte of words", new Exchange { Prompt = Repeat("step by step, ") });
        yield return ("a megabyte of emoji", new Exchange { Prompt = Repeat("\U0001F600") });
        yield return (
            "control characters",
            new Exchange { Prompt = "\0\u0001\u001B[31m\u202E\uFEFF\uFFFF\u0085\u2028" });
        yield return ("lone surrogates", new Exchange { Prompt = "\uD800 \uDC00\uD800", System = "\uDFFF" });
        foreach (byte[] bytes in InvalidUtf8())
        {
            string start = Convert.ToHexString(bytes.AsSpan(0, Math.Min(8, bytes.Length)));
            yield return ($"invalid UTF-8 ({start})", Fill(buffer =>
            {
                buffer.Add(MessageRole.User, bytes);
                buffer.SetModel(bytes);
                buffer.SetEndUser(bytes);
                buffer.SetPreviousResponse(bytes);
            }));
        }

        yield return ("every role and kind, and some that do not exist", Fill(AddEveryKind));
        yield return ("10,000 pieces of text", Fill(static buffer =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                buffer.Add(MessageRole.User, "piece"u8, TextKind.Prompt, i);
            }
        }));
        yield return ("reasoning blobs that are empty, huge, and no text", Fill(static buffer =>
        {
            buffer.Add(MessageRole.Assistant, ""u8, TextKind.ReasoningBlob);
            buffer.Add(MessageRole.Assistant, new byte[Megabyte], TextKind.ReasoningBlob);
            buffer.Add(MessageRole.Assistant, new byte[] { 0xED, 0xA0, 0x80, 0xFF }, TextKind.ReasoningBlob);
        }));
        yield return ("10,000 reasoning blobs", new Exchange
        {
            CarriedReasoning = [.. Enumerable.Range(0, 10_000).Select(i => $"a piece of reasoning, number {i}")],
        });
        yield return ("message numbers out of order", Fill(static buffer =>
        {
            buffer.Add(MessageRole.User, "last"u8, TextKind.Prompt, int.MaxValue);
            buffer.Add(MessageRole.User, "first"u8, TextKind.Prompt, int.MinValue);
        }));
        yield return (
            "the largest parameters",
            Fill(static buffer => SetParameters(buffer, int.MaxValue, float.PositiveInfinity)));
        yield return (
            "the smallest parameters",
            Fill(static buffer => SetParameters(buffer, int.MinValue, float.NegativeInfinity)));
        yield return ("parameters that are no numbers", Fill(static buffer => SetParameters(buffer, -1, float.NaN)));
        yield return ("an API that does not exist", new Exchange { Api = (ApiKind)255 });
        yield return (
            "monstrous ids",
            new Exchange { Conversation = new string('c', Megabyte), EndUser = new string('\uD800', 4096) });
    }

    private static IEnumerable<(string Occasion, SentExchange[] Traffic)> Identities()
    {
        string monster = new('i', 100_000);
        yield return (
            "nothing known but the account",
            [At(Traffic.Start, new Identity { Account = "a" }, new Exchange())]);
        yield return (
            "no account",
            [At(Traffic.Start, new Identity { Account = string.Empty, Plan = "team" }, new Exchange())]);
        yield return ("monstrous identities", [At(Traffic.Start, Known with
        {
            Account = monster, Organization = monster, Plan = monster, Payment = monster,
            Credential = monster, UserAgent = monster, Fingerprint = monster, Declared = (DeclaredUses)255,
        }, new Exchange())]);
        yield return (
            "identities of lone surrogates",
            [At(Traffic.Start, Known with { Account = "\uD800", Plan = "\uDC00\0" }, new Exchange())]);
        yield return ("sign-up at the ends of time", [
            At(Traffic.Start, Known with { Created = DateTimeOffset.MaxValue }, new Exchange()),
            At(Traffic.Start, Known with { Created = DateTimeOffset.MinValue.AddTicks(1) }, new Exchange())]);
        yield return ("addresses of every sort", [
            At(Traffic.Start, Known with { Address = ClientAddress.FromIPv4(0) }, new Exchange()),
            At(Traffic.Start, Known with { Address = ClientAddress.FromIPv4(uint.MaxValue) }, new Exchange()),
            At(Traffic.Start, Known with { Address = ClientAddress.FromIPv6(0) }, new Exchange()),
            At(Traffic.Start, Known with { Address = ClientAddress.FromIPv6(UInt128.MaxValue) }, new Exchange())]);
        yield return ("5,000 accounts with one request each", [.. Enumerable.Range(0, 5_000).Select(i =>
            At(Traffic.Start.AddSeconds(i), Known with { Account = $"crowd-{i}", Organization = $"o-{i}" }, new Exchange()))]);
    }

    private static IEnumerable<(string Occasion, SentExchange[] Traffic)> Times()
    {
        var exchange = new Exchange();
        yield return ("time that stands still", [.. Enumerable.Repeat(At(Traffic.Start, Known, exchange), 1_000)]);
        yield return ("time that runs backwards", [.. Enumerable.Range(0, 1_000).Select(i =>
            At(Traffic.Start.AddHours(-i), Known, exchange))]);
        yield return ("time that jumps between its ends", [.. Enumerable.Range(0, 40).Select(i =>
            At(i % 2 == 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue, Known, exchange))]);
        yield return ("time that jumps by years", [.. Enumerable.Range(0, 40).Select(i =>
            At(Traffic.Start.AddYears(i * 37 % 90), Known, exchange))]);
        yield return ("offsets of every sort", [
            At(Traffic.Start.ToOffset(TimeSpan.FromHours(14)), Known, exchange),
            At(Traffic.Start.ToOffset(TimeSpan.FromHours(-14)), Known, exchange)]);
    }

    private static IEnumerable<byte[]> InvalidUtf8()
    {
        yield return [0x80];
        yield return [0xC0, 0xAF];
        yield return [0xE2, 0x82];
        yield return [0xED, 0xA0, 0x80];
        yield return [0xF0, 0x9F, 0x98];
        yield return [0xF4, 0x90, 0x80, 0x80];
        yield return [0xFF, 0xFE, 0x00];
        var chance = new Random(20260105);
        for (int i = 0; i < 32; i++)
        {
            byte[] bytes = new byte[1 << (i % 14)];
            chance.NextBytes(bytes);
            yield return bytes;
        }
    }

    private static void AddEveryKind(RequestBuffer buffer)
    {
        for (int role = 0; role <= (int)MessageRole.Tool + 1; role++)
        {
            for (int kind = 0; kind <= (int)TextKind.ReasoningBlob + 1; kind++)
            {
                buffer.Add((MessageRole)role, "{\"text\": \"a piece\"}"u8, (TextKind)kind, role);
            }
        }

        buffer.Add((MessageRole)255, "a piece"u8, (TextKind)255);
    }

    private static void SetParameters(RequestBuffer buffer, int number, float real)
    {
        buffer.Add(MessageRole.User, "text"u8);
        buffer.Sampling = new SamplingParameters
        {
            ChoiceCount = number,
            MaxOutputTokens = number,
            Temperature = real,
            TopP = real,
            TopK = number,
            LogProbabilities = true,
            TopLogProbabilities = number,
            HasSeed = true,
            StopCount = number,
            Stream = true,
            OutputFormat = (OutputFormat)255,
            ToolCount = number,
            AsksForReasoning = true,
            ShowsReasoning = true,
            MessageCount = number,
            MediaCount = number,
        };
    }

    private static Exchange Fill(Action<RequestBuffer> content) => new() { Content = content };

    private static SentExchange At(DateTimeOffset time, Identity identity, Exchange exchange) =>
        new(time, identity, exchange, true);

    private static string Repeat(string text)
    {
        var repeated = new StringBuilder(Megabyte);
        while (repeated.Length < Megabyte / 2)
        {
            repeated.Append(text);
        }

        return repeated.ToString();
    }
}
