// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Samples;

/// <summary>Writes a traffic log of exchanges over all four APIs with prompts of about 1 KB in all languages.</summary>
internal static class SampleLog
{
    private const int PromptCharacters = 1000;
    private static readonly string[] ApiNames =
        ["openai.chat_completions", "openai.responses", "anthropic.messages", "google.generate_content"];

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The log, one line feed behind every line.</summary>
    public static byte[] Write(int lines)
    {
        WordChain[] chains = [.. Enum.GetValues<SampleLanguage>().Select(language => new WordChain(language))];
        using var log = new MemoryStream();
        for (int line = 0; line < lines; line++)
        {
            using (var json = new Utf8JsonWriter(log, Relaxed))
            {
                WriteLine(json, line, chains[line % chains.Length].Write(PromptCharacters, line));
            }

            log.WriteByte((byte)'\n');
        }

        return log.ToArray();
    }

    private static void WriteLine(Utf8JsonWriter json, int line, string prompt)
    {
        int api = line / 4 % ApiNames.Length;
        DateTimeOffset time = SampleCallers.Start.AddSeconds(line);
        json.WriteStartObject();
        json.WriteString("time", time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"req-{line:D6}"));
        json.WriteString("account", string.Create(CultureInfo.InvariantCulture, $"acct-{line % 97:D8}"));
        json.WriteString("organization", string.Create(CultureInfo.InvariantCulture, $"org-{line % 31:D6}"));
        json.WriteString("plan", SampleCallers.Plan);
        json.WriteStartObject("client");
        json.WriteString("ip", string.Create(CultureInfo.InvariantCulture, $"91.0.{line % 200}.{line % 250}"));
        json.WriteString("user_agent", SampleCallers.UserAgent);
        json.WriteString("ja4", SampleCallers.Fingerprint);
        json.WriteEndObject();
        json.WriteString("api", ApiNames[api]);
        json.WriteString("model", "sample-model-1");
        json.WritePropertyName("request");
        SampleBody.Write(json, (ApiKind)((int)ApiKind.OpenAIChatCompletions + api), prompt);
        json.WriteStartObject("response");
        json.WriteNumber("status", 200);
        json.WriteNumber("input_tokens", 300);
        json.WriteNumber("output_tokens", 450);
        json.WriteString("finish_reason", "stop");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
