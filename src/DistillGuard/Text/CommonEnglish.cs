// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text;

/// <summary>Tells which stretches of letters stand in every English text, because they are made of its commonest words.</summary>
/// <remarks>For compiling, where it may take its time. Only speed depends on it.</remarks>
internal static class CommonEnglish
{
    // The words that every list of the commonest English words begins with, and some of tasks put to a model.
    private const string List =
        " the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him"
        + " been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over"
        + " such our me even most made after also did many off before must well back through years where much your way down should because long each just those people too how"
        + " little good world make very year still see own work day get here between both life being under three never know same last another while us might great go come since"
        + " against right came take used few use during without again place around however found thought say part once general every does until always something less think almost"
        + " enough following please provide answer question write give example information using different important ";

    /// <summary>Whether a stretch holds nothing but common words and spaces; words at its ends may be cut.</summary>
    public static bool IsMadeOf(ReadOnlySpan<byte> stretch)
    {
        string[] words = Encoding.Latin1.GetString(stretch).Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            string sought = (i > 0 ? " " : string.Empty) + words[i] + (i < words.Length - 1 ? " " : string.Empty);
            if (words[i].Length > 0 && !List.Contains(sought, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
