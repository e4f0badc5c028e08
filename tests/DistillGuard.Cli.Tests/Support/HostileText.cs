// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Support;

/// <summary>Names as somebody would choose them who wants to harm the reader of a report.</summary>
internal static class HostileText
{
    private const string Harm = "</title><script>alert('1')</script>\"onload=]]>&\0\u202e\u2066\u200b<img src=x onerror=alert(1)>\ud800";

    /// <summary>Ten thousand characters, most of which grow sixfold when they are escaped.</summary>
    /// <param name="number">Makes the name another one.</param>
    public static string Name(int number) => FormattableString.Invariant($"{number}{Harm}{new string('"', 10_000)}")[..10_000];

    /// <summary>A sentence of a given length with markup in it, as an operator's own rules might hold.</summary>
    public static string Sentence(int length)
    {
        string words = string.Concat(Enumerable.Repeat("Asks \"again\" & <again>, ", (length / 20) + 1));
        return words[..length];
    }
}
