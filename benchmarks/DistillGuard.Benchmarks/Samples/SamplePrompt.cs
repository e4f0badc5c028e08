// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Samples;

/// <summary>A generated prompt of a given kind and size; the same bytes on every machine.</summary>
public sealed class SamplePrompt
{
    private const int Seed = 20_261;

    private readonly string _name;

    internal SamplePrompt(SampleLanguage language, int bytes, int seed = Seed)
    {
        Language = language;
        _name = $"{language}-{bytes}";
        Utf8 = Cut(new WordChain(language).Write(bytes, seed), bytes);
        Text = Encoding.UTF8.GetString(Utf8);
    }

    internal SampleLanguage Language { get; }

    /// <summary>The prompt as UTF-8: as long as asked for, less the one character that would have been cut.</summary>
    internal byte[] Utf8 { get; }

    internal string Text { get; }

    /// <summary>Every kind of text at 4 KB, and English also short and long.</summary>
    internal static IEnumerable<SamplePrompt> Spread { get; } =
    [
        new(SampleLanguage.English, 256),
        new(SampleLanguage.English, 4096),
        new(SampleLanguage.English, 65_536),
        new(SampleLanguage.Chinese, 4096),
        new(SampleLanguage.Russian, 4096),
        new(SampleLanguage.Code, 4096),
    ];

    /// <summary>Different English prompts of one size.</summary>
    internal static SamplePrompt[] Different(int count, int bytes) =>
        [.. Enumerable.Range(0, count).Select(i => new SamplePrompt(SampleLanguage.English, bytes, Seed + i))];

    /// <summary>A buffer as a reader would have filled it: a short system text and the prompt.</summary>
    internal RequestBuffer ToBuffer()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.System, "You answer the questions of a travel agency's customers."u8, TextKind.Prompt, 0);
        buffer.Add(MessageRole.User, Utf8, TextKind.Prompt, 1);
        buffer.SetModel("sample-model-1"u8);
        buffer.Sampling.Temperature = 0.7f;
        buffer.Sampling.MaxOutputTokens = 1024;
        return buffer;
    }

    /// <summary>The name that stands in tables and budgets.</summary>
    public override string ToString() => _name;

    private static byte[] Cut(string text, int bytes)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        int length = bytes;
        while (length < utf8.Length && (utf8[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return utf8[..length];
    }
}
