// SPDX-License-Identifier: MIT

using System.Reflection;

namespace DistillGuard.Rules;

/// <summary>The catalogue of rules that comes with the library.</summary>
public static class BuiltInRuleSets
{
    private const string Prefix = "DistillGuard.RuleSets.";

    /// <summary>Compiles the whole catalogue. It takes a fraction of a second: call it once, at start.</summary>
    public static RuleSet Load() => RuleSet.Compile(Sources());

    /// <summary>Compiles the rules of the catalogue that an operator wants.</summary>
    /// <exception cref="RuleSetException">An override names no rule.</exception>
    /// <exception cref="GuardConfigurationException">An option is out of range.</exception>
    public static RuleSet Load(RuleSetOptions options) => RuleSet.Compile(Sources(), options);

    /// <summary>The catalogue's documents in the order of their names, to be compiled together with one's own.</summary>
    public static IReadOnlyList<RuleSetSource> Sources()
    {
        Assembly assembly = typeof(BuiltInRuleSets).Assembly;
        List<RuleSetSource> sources = [];
        foreach (string resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!resource.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            sources.Add(new RuleSetSource(resource[Prefix.Length..], content));
        }

        return sources;
    }
}
