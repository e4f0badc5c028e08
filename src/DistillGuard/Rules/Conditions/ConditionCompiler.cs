// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Turns conditions as written into conditions over numbered atoms.</summary>
internal static class ConditionCompiler
{
    public static CompiledCondition Compile(ConditionDocument document, AtomTable atoms) => document switch
    {
        PhrasesDocument phrases => CompilePhrases(phrases, atoms),
        RegexDocument regex => Single(atoms.AddRegex(regex.Pattern, regex.Requires, regex.Scope)),
        PropertyDocument test => Single(atoms.AddProperty(test.Property, test.Minimum, test.Maximum)),
        GroupDocument group => new GroupCondition([.. group.Items.Select(item => Compile(item, atoms))], group.All),
        NotDocument not => new NotCondition(Compile(not.Item, atoms)),
        _ => throw new ArgumentException($"No compiler for {document.GetType().Name}.", nameof(document)),
    };

    private static AtomCondition CompilePhrases(PhrasesDocument document, AtomTable atoms)
    {
        int[] ids = [.. document.Phrases.Select(phrase => atoms.AddPhrase(phrase, document.Scope))];
        return new AtomCondition(ids, document.AtLeast);
    }

    private static AtomCondition Single(int atom) => new([atom], atLeast: 1);
}
