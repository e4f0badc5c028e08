// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>The JSON schema of rule documents, for editors. The package holds it as <c>schemas/rules.schema.json</c> too.</summary>
public static class RuleSetSchema
{
    private const string Resource = "DistillGuard.Rules.rules.schema.json";

    /// <summary>The schema's text, JSON Schema draft 7, which editors know. It holds less than <see cref="RuleSet.Compile(string)"/> checks, and never more.</summary>
    public static string Json { get; } = Read();

    private static string Read()
    {
        using Stream stream = typeof(RuleSetSchema).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
