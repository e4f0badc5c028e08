// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Workshop;

/// <summary>One way in which a condition can hold: lists of phrases that are demanded, phrases that are forbidden, ranges.</summary>
internal sealed class ConditionPath
{
    private readonly List<PhrasesDocument> _demanded = [];
    private readonly List<(byte[] Phrase, RoleScope Scope)> _forbidden = [];
    private readonly List<PropertyDocument> _ranges = [];
    private readonly List<PropertyDocument> _excluded = [];
    private bool _demandsMore;

    private ConditionPath()
    {
    }

    /// <summary>The way that demands nothing.</summary>
    public static ConditionPath Free => new();

    /// <summary>Both ways at once.</summary>
    public static ConditionPath Join(ConditionPath one, ConditionPath other)
    {
        var joined = new ConditionPath { _demandsMore = one._demandsMore || other._demandsMore };
        joined._demanded.AddRange([.. one._demanded, .. other._demanded]);
        joined._forbidden.AddRange([.. one._forbidden, .. other._forbidden]);
        joined._ranges.AddRange([.. one._ranges, .. other._ranges]);
        joined._excluded.AddRange([.. one._excluded, .. other._excluded]);
        return joined;
    }

    /// <summary>The way that demands some of a list.</summary>
    public static ConditionPath Demand(PhrasesDocument phrases) => new() { _demanded = { phrases } };

    /// <summary>The way that forbids a phrase.</summary>
    public static ConditionPath Forbid(byte[] phrase, RoleScope scope) => new() { _forbidden = { (phrase, scope) } };

    /// <summary>The way that demands, or forbids, a range of a property.</summary>
    public static ConditionPath Range(PropertyDocument property, bool excluded) =>
        excluded ? new() { _excluded = { property } } : new() { _ranges = { property } };

    /// <summary>The way that demands something that is not looked into: a pattern, a distance, a count.</summary>
    public static ConditionPath More() => new() { _demandsMore = true };

    /// <summary>Whether nothing that is demanded is forbidden as well.</summary>
    public bool CanHold()
    {
        bool phrases = _demanded.TrueForAll(list => list.Phrases.Count(phrase => !IsForbidden(phrase, list.Scope)) >= list.AtLeast);
        return phrases && _ranges.TrueForAll(IsOpen);
    }

    /// <summary>A phrase, no longer than some bytes, that alone fulfils this way; null when there is none.</summary>
    public byte[]? PhraseThatIsEnough(int longest)
    {
        if (_demandsMore || _ranges.Count > 0 || _demanded.Count == 0 || _demanded.Exists(list => list.AtLeast > 1))
        {
            return null;
        }

        return _demanded[0].Phrases.FirstOrDefault(phrase =>
            phrase.Length <= longest && _demanded.TrueForAll(list => list.Phrases.Any(other => Holds(phrase, other))));
    }

    // A phrase that contains a forbidden one cannot occur without it, wherever both are searched.
    private bool IsForbidden(byte[] phrase, RoleScope scope) =>
        _forbidden.Exists(entry => (scope & ~entry.Scope) == RoleScope.None && Holds(phrase, entry.Phrase));

    private static bool Holds(byte[] phrase, byte[] part)
    {
        var automaton = Text.PhraseAutomaton.Create([part]);
        return automaton.IndexOf(0, phrase, 0, isStart: true, isEnd: true) >= 0; // a phrase is matched between the same edges
    }

    private bool IsOpen(PropertyDocument range)
    {
        PropertyDocument[] same = [.. _ranges.Where(other => other.Property == range.Property)];
        double least = same.Max(other => other.Minimum);
        double most = same.Min(other => other.Maximum);
        return least <= most
            && !_excluded.Exists(other => other.Property == range.Property && other.Minimum <= least && other.Maximum >= most);
    }
}
