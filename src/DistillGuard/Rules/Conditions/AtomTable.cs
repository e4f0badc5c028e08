// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;

namespace DistillGuard.Rules.Conditions;

/// <summary>Numbers the facts that a rule set's conditions speak of, each distinct one once.</summary>
internal sealed class AtomTable
{
    private readonly Dictionary<string, int> _phraseIds = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Phrase, RoleScope Scope), int> _phraseAtoms = [];
    private readonly Dictionary<(string Pattern, int Phrase, RoleScope Scope), int> _regexAtoms = [];
    private readonly Dictionary<(RequestProperty Property, double Minimum, double Maximum), int> _propertyAtoms = [];

    /// <summary>The distinct phrases, folded, in the order of their ids.</summary>
    public List<byte[]> Phrases { get; } = [];

    /// <summary>What each phrase makes true.</summary>
    public List<PhraseAtom> PhraseAtoms { get; } = [];

    /// <summary>The patterns to try.</summary>
    public List<RegexAtom> RegexAtoms { get; } = [];

    /// <summary>The properties to test.</summary>
    public List<PropertyAtom> PropertyAtoms { get; } = [];

    /// <summary>Number of atoms.</summary>
    public int Count { get; private set; }

    /// <summary>The atom "this phrase occurs in text of this scope".</summary>
    public int AddPhrase(byte[] folded, RoleScope scope)
    {
        int phrase = PhraseId(folded);
        if (!_phraseAtoms.TryGetValue((phrase, scope), out int atom))
        {
            atom = Count++;
            _phraseAtoms.Add((phrase, scope), atom);
            PhraseAtoms.Add(new PhraseAtom(phrase, scope, atom));
        }

        return atom;
    }

    /// <summary>The atom "this pattern matches near this phrase in text of this scope".</summary>
    public int AddRegex(Regex pattern, byte[] requires, RoleScope scope)
    {
        int phrase = PhraseId(requires);
        (string, int, RoleScope) key = (pattern.ToString(), phrase, scope);
        if (!_regexAtoms.TryGetValue(key, out int atom))
        {
            atom = Count++;
            _regexAtoms.Add(key, atom);
            RegexAtoms.Add(new RegexAtom(phrase, scope, atom, pattern));
        }

        return atom;
    }

    /// <summary>The atom "this property lies in this range".</summary>
    public int AddProperty(RequestProperty property, double minimum, double maximum)
    {
        (RequestProperty, double, double) key = (property, minimum, maximum);
        if (!_propertyAtoms.TryGetValue(key, out int atom))
        {
            atom = Count++;
            _propertyAtoms.Add(key, atom);
            PropertyAtoms.Add(new PropertyAtom(property, minimum, maximum, atom));
        }

        return atom;
    }

    private int PhraseId(byte[] folded)
    {
        string key = Convert.ToHexString(folded);
        if (!_phraseIds.TryGetValue(key, out int id))
        {
            id = Phrases.Count;
            _phraseIds.Add(key, id);
            Phrases.Add(folded);
        }

        return id;
    }
}
