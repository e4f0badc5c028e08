// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.Rules;
using DistillGuard.Rules.Workshop;

namespace DistillGuard.Cli.Rules;

/// <summary><c>rules check</c>: tells every mistake, and what is allowed but probably not meant.</summary>
internal static class CheckRun
{
    /// <summary>Checks.</summary>
    /// <param name="paths">Rule files and folders.</param>
    /// <param name="cases">Folder of case files, or null.</param>
    /// <param name="json">Whether to write JSON instead of words.</param>
    /// <param name="strict">Whether a warning counts as a mistake.</param>
    /// <param name="console">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> paths, string? cases, bool json, bool strict, ToolConsole console)
    {
        RuleInputs inputs = RuleInputs.Read(paths);
        IReadOnlyList<RuleDiagnostic> found = Check(inputs, cases);
        int errors = found.Count(diagnostic => diagnostic.Severity == RuleSeverity.Error);
        int warnings = found.Count - errors;
        if (json)
        {
            WriteJson(found, console);
        }
        else
        {
            var text = new DiagnosticText(inputs.Sources);
            foreach (RuleDiagnostic diagnostic in found)
            {
                console.Output.WriteLine(text.Of(diagnostic));
            }

            console.Output.WriteLine($"{Words.Count(inputs.Sources.Count, "file")}: {Words.Count(errors, "mistake")}, {Words.Count(warnings, "warning")}.");
        }

        if (errors == 0 && (warnings == 0 || !strict))
        {
            return ExitCode.Done;
        }

        RuleDiagnostic first = found[0];
        console.Complain($"{first.Source}({first.Line},{first.Column}): {first.Code}: the rules cannot be accepted; see 'rules check' for all that is wrong.");
        return ExitCode.Refused;
    }

    private static IReadOnlyList<RuleDiagnostic> Check(RuleInputs inputs, string? cases)
    {
        var options = new RuleSetOptions { Level = RuleSetOptions.GreatestLevel };
        return RuleSet.TryCompile(inputs.Sources, options, out RuleSet? rules, out IReadOnlyList<RuleDiagnostic> mistakes)
            ? RuleSetCheck.Run(inputs.Sources, inputs.ReadCases(rules.Rules.Select(rule => rule.Id), cases))
            : mistakes;
    }

    private static void WriteJson(IReadOnlyList<RuleDiagnostic> found, ToolConsole console)
    {
        console.Output.WriteLine(JsonText.Of(writer =>
        {
            writer.WriteStartArray("diagnostics");
            foreach (RuleDiagnostic diagnostic in found)
            {
                writer.WriteStartObject();
                writer.WriteString("code", diagnostic.Code);
                writer.WriteString("severity", diagnostic.Severity == RuleSeverity.Error ? "error" : "warning");
                writer.WriteString("source", diagnostic.Source);
                writer.WriteNumber("line", diagnostic.Line);
                writer.WriteNumber("column", diagnostic.Column);
                writer.WriteString("path", diagnostic.Path);
                writer.WriteString("problem", diagnostic.Problem);
                writer.WriteString("value", diagnostic.Value);
                writer.WriteString("remedy", diagnostic.Remedy);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }));
    }
}
