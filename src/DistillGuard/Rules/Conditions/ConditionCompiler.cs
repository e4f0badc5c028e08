// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Turns conditions as written into conditions over numbered atoms.</summary>
internal static class ConditionCompiler
{
    public static CompiledCondition Compile(ConditionDocument document, AtomTable atoms) => document switch
    {
        PhrasesDocument phrases => CompilePhrases(phrases, atoms),
        RegexDocument regex => CompileRegex(regex, atoms),
        PropertyDocument property => CompileProperty(property, atoms),
        ProximityDocument proximity => CompileProximity(proximity, atoms),
        CountDocument count => new AtomCondition([atoms.AddCount(count)], 1, Watch(count.Phrases, count.Scope, atoms)),
        GroupDocument group => new GroupCondition([.. group.Items.Select(item => Compile(item, atoms))], group.All),
        NotDocument not => new NotCondition(Compile(not.Item, atoms)),
        _ => throw new ArgumentException($"No compiler for {document.GetType().Name}.", nameof(document)),
    };

    private static AtomCondition CompilePhrases(PhrasesDocument document, AtomTable atoms)
    {
        int[] ids = [.. document.Phrases.Select(phrase => atoms.AddPhrase(phrase, document.Scope))];

        // Of k phrases n must occur, so one of any k - n + 1 does: watching for the longest is cheapest.
        int watched = ids.Length - document.AtLeast + 1;
        (byte[] Phrase, int Atom)[] longest =
            [.. document.Phrases.Zip(ids).OrderByDescending(pair => pair.First.Length).Take(watched)];
        var triggers = new TriggerSet([.. longest.Select(pair => pair.Atom)], longest.Min(pair => pair.Phrase.Length));
        return new AtomCondition(ids, document.AtLeast, triggers);
    }

    // Each group must show one phrase, so watching the group that is searched fastest is enough.
    private static AtomCondition CompileProximity(ProximityDocument document, AtomTable atoms)
    {
        TriggerSet? best = null;
        foreach (IReadOnlyList<byte[]> group in document.Groups)
        {
            TriggerSet triggers = Watch(group, document.Scope, atoms);
            best = best is not { } known || triggers.IsBetterThan(known) ? triggers : best;
        }

        return new AtomCondition([atoms.AddProximity(document)], 1, best);
    }

    private static TriggerSet Watch(IReadOnlyList<byte[]> phrases, RoleScope scope, AtomTable atoms) =>
        new([.. phrases.Select(phrase => atoms.AddPhrase(phrase, scope))], phrases.Min(phrase => phrase.Length));

    private static AtomCondition CompileRegex(RegexDocument document, AtomTable atoms)
    {
        int atom = atoms.AddRegex(document.Pattern, document.Requires, document.Scope);
        int trigger = atoms.AddPhrase(document.Requires, document.Scope);
        return new AtomCondition([atom], 1, new TriggerSet([trigger], document.Requires.Length));
    }

    private static AtomCondition CompileProperty(PropertyDocument document, AtomTable atoms)
    {
        int atom = atoms.AddProperty(document.Property, document.Minimum, document.Maximum);
        return new AtomCondition([atom], 1, triggers: null);
    }
}
