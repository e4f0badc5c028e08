// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;
using DistillGuard.Text;
using DistillGuard.Text.Disguise;

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

    /// <summary>The groups of phrases whose distance is to be measured.</summary>
    public List<ProximityAtom> ProximityAtoms { get; } = [];

    /// <summary>The phrases to be counted.</summary>
    public List<CountAtom> CountAtoms { get; } = [];

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
            if (PlainId(folded) is { } plain)
            {
                PhraseAtoms.Add(new PhraseAtom(plain, scope, atom));
            }
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
            if (PlainId(requires) is { } plain)
            {
                RegexAtoms.Add(new RegexAtom(plain, scope, atom, pattern));
            }
        }

        return atom;
    }

    /// <summary>The atom "phrases of these groups stand so near, or in this order".</summary>
    public int AddProximity(ProximityDocument document)
    {
        IReadOnlyList<int>[] groups = [.. document.Groups.Select(PhraseIds)];
        ProximityAtoms.Add(new ProximityAtom(groups, document.Ordered, document.Within, document.Unit, document.Scope, Count));
        return Count++;
    }

    /// <summary>The atom "these phrases occur so often".</summary>
    public int AddCount(CountDocument document)
    {
        CountAtoms.Add(new CountAtom(PhraseIds(document.Phrases), document.Minimum, document.Scope, Count));
        return Count++;
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

    private int[] PhraseIds(IReadOnlyList<byte[]> phrases) =>
        [.. phrases.SelectMany(phrase => PlainId(phrase) is { } plain ? new[] { PhraseId(phrase), plain } : [PhraseId(phrase)]).Distinct()];

    /// <summary>
    /// The phrase as it stands in unmasked text, where accents are gone; null when that is the phrase itself. One that would be too short for
    /// the filter is left out: it would make every prompt slower.
    /// </summary>
    private int? PlainId(byte[] folded) =>
        PlainPhrase.Of(folded) is { } plain && plain.Length >= Math.Min(folded.Length, PhraseFilter.Wide) ? PhraseId(plain) : null;

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
