// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>Counts over one or more texts.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct TextCounts
{
    private ScriptCounts _letters;

    /// <summary>Bytes of UTF-8.</summary>
    public int Bytes { get; set; }

    /// <summary>Unicode scalar values.</summary>
    public int Runes { get; set; }

    /// <summary>Runs of letters, their marks and ASCII digits; every Chinese character or kana is a word of its own.</summary>
    public int Words { get; set; }

    /// <summary>Line feeds.</summary>
    public int LineFeeds { get; set; }

    /// <summary>ASCII digits.</summary>
    public int Digits { get; set; }

    /// <summary>Letters of a script.</summary>
    public readonly int LettersOf(ScriptClass script) => _letters[(int)script];

    /// <summary>The script that most letters belong to.</summary>
    public readonly ScriptClass Script
    {
        get
        {
            int best = 0;
            for (int script = 1; script < ScriptCounts.Count; script++)
            {
                best = _letters[script] > _letters[best] ? script : best;
            }

            return (ScriptClass)best;
        }
    }

    internal void AddLetters(ScriptClass script, int count) => _letters[(int)script] += count;

    [InlineArray(Count)]
    private struct ScriptCounts
    {
        public const int Count = (int)ScriptClass.Other + 1;

        private int _first;
    }
}
