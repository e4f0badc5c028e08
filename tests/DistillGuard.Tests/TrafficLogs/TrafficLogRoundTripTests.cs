// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace DistillGuard.TrafficLogs;

public sealed class TrafficLogRoundTripTests
{
    private static readonly string[] TopTexts =
        ["organization", "credential", "plan", "payment", "conversation", "end_user", "model"];

    private static readonly string[] ResponseTexts =
        ["id", "model", "error", "refusal", "text_hash", "finish_reason"];

    private static readonly string[] ResponseCounts = ["cached_tokens", "input_tokens", "output_tokens"];

    private static readonly string[] Uses = ["platform", "evaluation", "batch", "research"];

    private static readonly string[] Apis =
        ["openai.chat_completions", "openai.responses", "anthropic.messages", "google.generate_content", "acme.chat"];

    /// <summary>A line written by the framework's JSON classes, with a random choice of members and values.</summary>
    private static readonly Gen<string> Line =
        Gen.Select(Gen.UInt, Gen.String[0, 12].Array[24], Gen.Long[0, 1L << 40].Array[6],
            Gen.Byte.Array[16]).Select(Compose);

    [Test]
    public void WriteThenRead_AnyEntry_SaysTheSame() =>
        Line.Sample(
            static line =>
            {
                EntrySnapshot first = Logs.EntryOf(line);
                string written = Rewrite(line);
                return first == Logs.EntryOf(written) && Rewrite(written) == written;
            },
            iter: 10_000);

    [Test]
    public void Read_AnyEntry_SaysWhatTheFrameworksReaderSays() =>
        Line.Sample(
            static line =>
            {
                JsonObject json = JsonNode.Parse(line)!.AsObject();
                using TrafficLogReader reader = Logs.Reader(line);
                return reader.Read(out TrafficLogEntry entry)
                    && entry.Caller.Account.SequenceEqual((string)json["account"]!)
                    && entry.Caller.Plan.SequenceEqual((string?)json["plan"])
                    && entry.EndUser.SequenceEqual((string?)json["end_user"])
                    && entry.Caller.UserAgent.SequenceEqual((string?)json["client"]?["user_agent"])
                    && Encoding.UTF8.GetString(entry.Response.FinishReason)
                        == ((string?)json["response"]?["finish_reason"] ?? "")
                    && entry.Response.OutputTokens == (long?)json["response"]?["output_tokens"]
                    && JsonNode.DeepEquals(JsonNode.Parse(entry.Request), json["request"]);
            },
            iter: 10_000);

    private static string Compose(uint choice, string[] texts, long[] numbers, byte[] address)
    {
        texts = [.. texts.Select(static text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)))];
        var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var line = new JsonObject
        {
            ["time"] = Text(time.AddMilliseconds(numbers[0])),
            ["id"] = "r" + texts[0],
            ["account"] = "a" + texts[1],
            ["api"] = Apis[choice % 5],
            ["request"] = new JsonObject { ["input"] = texts[2], [texts[3]] = numbers[1] },
        };
        AddTexts(line, TopTexts, choice, texts.AsSpan(4, 7));
        if ((choice & 0x100) != 0)
        {
            line["account_created"] = Text(time.AddMilliseconds(-numbers[2]));
            line["account_country"] = "FR";
            line["stream"] = choice % 3 == 0;
            line["declared"] = new JsonArray(Uses[choice % 4], Uses[choice / 4 % 4]);
        }

        if ((choice & 0x200) != 0)
        {
            var ip = new System.Net.IPAddress(choice % 2 == 0 ? address : address[..4]);
            line["client"] = new JsonObject { ["ip"] = ip.ToString(), ["user_agent"] = texts[11], ["ja4"] = texts[12] };
        }

        if ((choice & 0x400) != 0)
        {
            line["response"] = Response(choice >> 11, texts.AsSpan(13), numbers.AsSpan(2));
        }

        return line.ToJsonString();
    }

    private static JsonObject Response(uint choice, ReadOnlySpan<string> texts, ReadOnlySpan<long> numbers)
    {
        var response = new JsonObject { ["status"] = numbers[0] % 600, ["duration_ms"] = numbers[1] / 1000.0 };
        AddTexts(response, ResponseTexts, choice, texts);
        for (int index = 0; index < ResponseCounts.Length; index++)
        {
            response[ResponseCounts[index]] = numbers[index];
        }

        response["reasoning_signatures"] = new JsonArray(texts[6], texts[7], texts[8]);
        return response;
    }

    private static void AddTexts(JsonObject json, string[] names, uint choice, ReadOnlySpan<string> texts)
    {
        for (int index = 0; index < names.Length; index++)
        {
            if (((choice >> index) & 1) == 1)
            {
                json[names[index]] = texts[index];
            }
        }
    }

    private static string Text(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Rewrite(string line)
    {
        using TrafficLogReader reader = Logs.Reader(line);
        using var stream = new MemoryStream();
        using var writer = new TrafficLogWriter(stream);
        while (reader.Read(out TrafficLogEntry entry))
        {
            writer.Write(in entry);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
