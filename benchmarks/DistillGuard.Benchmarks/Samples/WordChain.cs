// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>
/// Chains words that follow each other in a pool: text with the word and letter frequencies of the pool, of any length, the same
/// for the same seed.
/// </summary>
internal sealed class WordChain
{
    private readonly string[] _words;
    private readonly Dictionary<string, List<int>> _followers = new(StringComparer.Ordinal);

    public WordChain(SampleLanguage language)
    {
        _words = Split(SentencePools.Of(language), language).ToArray();
        for (int i = 0; i < _words.Length; i++)
        {
            if (!_followers.TryGetValue(_words[i], out List<int>? followers))
            {
                followers = [];
                _followers.Add(_words[i], followers);
            }

            followers.Add((i + 1) % _words.Length);
        }
    }

    /// <summary>Chains words until the text has at least <paramref name="characters"/> characters.</summary>
    public string Write(int characters, int seed)
    {
        var random = new Random(seed);
        var text = new System.Text.StringBuilder(characters + 64);
        string word = _words[random.Next(_words.Length)];
        while (text.Length < characters)
        {
            text.Append(word);
            List<int> followers = _followers[word];
            word = _words[followers[random.Next(followers.Count)]];
        }

        return text.ToString();
    }

    // Words keep the white space behind them, so that code stays indented. Chinese has no spaces: there a word is a character.
    private static IEnumerable<string> Split(string pool, SampleLanguage language)
    {
        string text = language == SampleLanguage.Code ? pool + "\n" : Flow(pool, language);
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            bool isEnd = i == text.Length || language == SampleLanguage.Chinese
                || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]));
            if (isEnd)
            {
                yield return text[start..i];
                start = i;
            }
        }
    }

    // Prose gets a line feed after every fourth sentence instead of the pool's own line breaks.
    private static string Flow(string pool, SampleLanguage language)
    {
        bool isChinese = language == SampleLanguage.Chinese;
        string flat = pool.ReplaceLineEndings(isChinese ? string.Empty : " ");
        char stop = isChinese ? '。' : '.';
        var text = new System.Text.StringBuilder(flat.Length);
        int stops = 0;
        foreach (char character in flat)
        {
            text.Append(character);
            if (character == stop && ++stops % 4 == 0)
            {
                text.Append('\n');
            }
        }

        return text.Append(isChinese ? '\n' : ' ').ToString();
    }
}
