// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Reading;

/// <summary>Members that several operators share.</summary>
internal static class OperatorReading
{
    /// <summary>Most phrases in one list.</summary>
    public const int MostPhrases = 256;

    /// <summary>Reads <c>scope</c>: whose text is searched.</summary>
    public static RoleScope Scope(MemberReader members) =>
        RoleScopes.Values[members.Choice("scope", RoleScopes.Names, standard: "prompt")];

    /// <summary>Reads <c>lang</c>: the language of the phrases, or null.</summary>
    public static string? Language(MemberReader members) =>
        members.Find("lang") is null ? null : PhraseLanguages.Codes[members.Choice("lang", PhraseLanguages.Codes)];
}
