// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text.Disguise;

/// <summary>Unmasking again, slow and obvious: one step after the other over the whole text.</summary>
internal static class UnmaskOracle
{
    private static readonly LookAlikes Table = LookAlikes.Table;

    public static string Unmask(string text, bool mostlyLatin)
    {
        string result = string.Empty;
        int at = 0;
        Rune[] runes = [.. text.EnumerateRunes()];
        while (at < runes.Length)
        {
            if (!IsWordPart(runes[at]))
            {
                result += PlainOf(runes[at]);
                at++;
                continue;
            }

            int[] joined = Joined(runes, at, out int end, out string[] words, out string[] between);
            if (joined.Length >= 4 && words.Length > 0)
            {
                result += string.Concat(words.Select((word, i) => Word(word, mostlyLatin) + (i < between.Length ? between[i] : string.Empty)));
                at = end;
                continue;
            }

            // Single letters that are too few are written one by one, and not tried again from the second on.
            int stop = joined.Length == 0 ? WordEnd(runes, at) : end;
            while (at < stop)
            {
                int wordEnd = IsWordPart(runes[at]) ? WordEnd(runes, at) : at + 1;
                string part = string.Concat(runes[at..wordEnd]);
                result += IsWordPart(runes[at]) ? Word(part, mostlyLatin) : PlainOf(runes[at]);
                at = wordEnd;
            }
        }

        return result;
    }

    /// <summary>The places of single letters from here on, and the words they make when they are put together.</summary>
    private static int[] Joined(Rune[] runes, int start, out int end, out string[] words, out string[] between)
    {
        List<int> places = [];
        List<string> letters = [];
        List<string> gaps = [];
        int at = start;
        end = start;
        while (at < runes.Length)
        {
            int wordEnd = WordEnd(runes, at);
            if (runes[at..wordEnd].Count(rune => (Table.KindOf(rune.Value) & CharacterKind.Letter) != CharacterKind.None) != 1)
            {
                break;
            }

            places.Add(at);
            letters.Add(string.Concat(runes[at..wordEnd]));
            end = wordEnd;
            int next = wordEnd;
            while (next < runes.Length && !IsWordPart(runes[next]))
            {
                next++;
            }

            if (next == wordEnd || next - wordEnd > 8 || next == runes.Length)
            {
                break;
            }

            gaps.Add(string.Concat(runes[wordEnd..next]));
            at = next;
        }

        words = [];
        between = [];
        string? separator = null;
        for (int i = 1; i < gaps.Count && separator is null; i++)
        {
            bool isOneRune = gaps[i].EnumerateRunes().Count() == 1;
            separator = isOneRune && gaps[i] == gaps[i - 1] ? gaps[i] : null;
        }

        if (separator is not null)
        {
            List<string> found = [letters[0]];
            List<string> gapsKept = [];
            for (int i = 1; i < letters.Count; i++)
            {
                string kept = Kept(gaps[i - 1], separator);
                if (kept.Length == 0)
                {
                    found[^1] += letters[i];
                }
                else
                {
                    gapsKept.Add(kept);
                    found.Add(letters[i]);
                }
            }

            words = [.. found];
            between = [.. gapsKept];
        }

        return [.. places];
    }

    private static string Kept(string gap, string separator)
    {
        Rune[] runes = [.. gap.EnumerateRunes()];
        bool isSpread = runes.Length % 2 == 1 && runes.Where((_, i) => i % 2 == 0).All(rune => rune.ToString() == separator);
        return isSpread ? string.Concat(runes.Where((_, i) => i % 2 == 1).Select(PlainOf)) : " ";
    }

    private static int WordEnd(Rune[] runes, int start)
    {
        int end = start;
        while (end < runes.Length && IsWordPart(runes[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsWordPart(Rune rune) => (Table.KindOf(rune.Value) & (CharacterKind.Letter | CharacterKind.Mark)) != CharacterKind.None;

    private static string PlainOf(Rune rune) =>
        (Table.KindOf(rune.Value) & CharacterKind.Plain) == CharacterKind.None
            ? rune.ToString()
            : string.Concat(Table.PlainOf(rune.Value).ToArray().Select(code => new Rune(code).ToString()));

    private static IEnumerable<Rune> PlainRunes(Rune rune) =>
        LookAlikes.IsAccent(rune.Value) ? [rune] : [.. PlainOf(rune).EnumerateRunes()];

    private static string Word(string written, bool mostlyLatin)
    {
        List<Rune> letters = [];
        foreach (Rune plain in written.EnumerateRunes().SelectMany(PlainRunes))
        {
            if (!LookAlikes.IsAccent(plain.Value))
            {
                letters.Add(plain);
            }
            else if (letters.Count > 0)
            {
                letters[^1] = new Rune(Composition.Compose(letters[^1].Value, plain.Value));
            }
        }

        WordScript target = Target(letters, mostlyLatin);
        return string.Concat(letters.Select(letter => target != WordScript.None && Table.TwinOf(letter.Value, target) is var twin and > 0 ? new Rune(twin) : letter));
    }

    private static WordScript Target(List<Rune> letters, bool mostlyLatin)
    {
        WordScript[] scripts = [.. letters.Select(ScriptOf).Where(script => script != WordScript.None)];
        bool allTwins = letters.Where(letter => (Table.KindOf(letter.Value) & CharacterKind.Letter) != CharacterKind.None).All(letter => (Table.KindOf(letter.Value) & CharacterKind.Twin) != CharacterKind.None && ScriptOf(letter) != WordScript.Latin);
        WordScript[] distinct = [.. scripts.Distinct()];
        if (distinct.Length <= 1)
        {
            return distinct.Length == 1 && distinct[0] != WordScript.Latin && allTwins && mostlyLatin ? WordScript.Latin : WordScript.None;
        }

        int Count(WordScript script, bool telling) => letters.Count(letter => ScriptOf(letter) == script && !(telling && distinct.Any(
            other => other != script && other != WordScript.Other && Table.TwinOf(letter.Value, other) != 0)));
        bool useTelling = Count(WordScript.Latin, true) + Count(WordScript.Cyrillic, true) + Count(WordScript.Greek, true) > 0;
        (WordScript Script, int Count)[] candidates =
        [
            (WordScript.Latin, useTelling ? Count(WordScript.Latin, true) : mostlyLatin && scripts.Contains(WordScript.Latin) ? int.MaxValue : 0),
            (WordScript.Cyrillic, Count(WordScript.Cyrillic, useTelling)),
            (WordScript.Greek, Count(WordScript.Greek, useTelling)),
        ];
        return candidates.MaxBy(candidate => candidate.Count).Script;
    }

    private static WordScript ScriptOf(Rune rune) => (WordScript)(Table.KindOf(rune.Value) & CharacterKind.Scripts);
}
