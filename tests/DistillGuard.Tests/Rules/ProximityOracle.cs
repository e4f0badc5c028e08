// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Rules.Conditions;
using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Nearness and order again, slow and obvious: every choice of one place for each group is tried.</summary>
internal static class ProximityOracle
{
    public static bool Holds(string text, string[][] groups, bool ordered, int within, DistanceUnit unit)
    {
        byte[] folded = FoldOracle.Fold(Encoding.UTF8.GetBytes(text));
        List<(int Start, int End)>[] places = [.. groups.Select(group => group.SelectMany(phrase => Places(folded, phrase)).ToList())];
        return Try(folded, places, [], ordered, within, unit);
    }

    private static bool Try(
        byte[] text, List<(int Start, int End)>[] places, List<(int Start, int End)> chosen, bool ordered, int within, DistanceUnit unit)
    {
        if (chosen.Count < places.Length)
        {
            return places[chosen.Count].Exists(place => Try(text, places, [.. chosen, place], ordered, within, unit));
        }

        if (!ordered)
        {
            return IsClose(text, chosen.Min(place => place.End), chosen.Max(place => place.Start), within, unit);
        }

        for (int i = 1; i < chosen.Count; i++)
        {
            if (chosen[i - 1].End > chosen[i].Start || !IsClose(text, chosen[i - 1].End, chosen[i].Start, within, unit))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsClose(byte[] text, int end, int start, int within, DistanceUnit unit) =>
        end >= start || TextDistance.IsWithin(text.AsSpan(end, start - end), within, unit);

    private static IEnumerable<(int Start, int End)> Places(byte[] text, string phrase)
    {
        byte[] expected = Encoding.UTF8.GetBytes(phrase);
        for (int start = 0; start + expected.Length <= text.Length; start++)
        {
            int end = start + expected.Length;
            bool isWhole = text.AsSpan(start, expected.Length).SequenceEqual(expected)
                && (start == 0 || !char.IsAsciiLetterOrDigit((char)text[start - 1]))
                && (end == text.Length || !char.IsAsciiLetterOrDigit((char)text[end]));
            if (isWhole)
            {
                yield return (start, end);
            }
        }
    }
}
