// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Makes up a text in place of one, sentence by sentence; line ends and what ends sentences stay. Not thread-safe.</summary>
internal sealed class TextVeil
{
    private readonly SentenceVeil _sentences;
    private readonly StringBuilder _made = new();

    public TextVeil(SentenceVeil sentences) => _sentences = sentences;

    public string Veil(string text)
    {
        _made.Clear();
        int at = 0;
        while (at < text.Length)
        {
            int end = at;
            while (end < text.Length && !Ends(text, end))
            {
                end++;
            }

            ReadOnlySpan<char> sentence = text.AsSpan(at, end - at);
            ReadOnlySpan<char> words = sentence.Trim();
            _made.Append(' ', sentence.Length - sentence.TrimStart().Length);
            if (!words.IsEmpty)
            {
                _sentences.Write(words, _made);
            }

            if (end < text.Length)
            {
                _made.Append(text[end]);
            }

            at = end + 1;
        }

        return _made.ToString();
    }

    private static bool Ends(string text, int at) => text[at] switch
    {
        '\n' or '\r' or '。' or '！' or '？' or '…' or '।' or '؟' => true,
        '.' or '!' or '?' or ':' => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };
}
