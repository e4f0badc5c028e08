// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistillGuard.Rules;

/// <summary>Which rules of a <see cref="RuleSet"/> a request matches: a set of rule indices, held in place.</summary>
[InlineArray(WordCount)]
public struct RuleHits
{
    /// <summary>Most rules of a rule set, and so of this set.</summary>
    public const int Capacity = 256;

    private const int WordBits = 64;
    private const int WordCount = Capacity / WordBits;

    private ulong _word;

    /// <summary>Number of rules matched.</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in this)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Whether no rule matched.</summary>
    public readonly bool IsEmpty => (this[0] | this[1] | this[2] | this[3]) == 0;

    /// <summary>Adds a rule.</summary>
    /// <param name="rule">Index of the rule, 0 to 255.</param>
    public void Add(int rule)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rule, (uint)Capacity, nameof(rule));
        this[rule / WordBits] |= 1UL << (rule % WordBits);
    }

    /// <summary>Whether a rule matched.</summary>
    /// <param name="rule">Index of the rule; one outside 0 to 255 never matched.</param>
    public readonly bool Contains(int rule) =>
        (uint)rule < Capacity && (this[rule / WordBits] & (1UL << (rule % WordBits))) != 0;

    /// <summary>The first matched rule at or after an index, or -1: <c>for (int rule = hits.Next(0); rule >= 0; rule = hits.Next(rule + 1))</c>.</summary>
    /// <param name="rule">Where to begin, 0 or more.</param>
    public readonly int Next(int rule)
    {
        while ((uint)rule < Capacity)
        {
            ulong rest = this[rule / WordBits] >> (rule % WordBits);
            if (rest != 0)
            {
                return rule + BitOperations.TrailingZeroCount(rest);
            }

            rule = (rule / WordBits * WordBits) + WordBits;
        }

        return -1;
    }
}
