// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.Rules;
using DistillGuard.Rules.Workshop;

namespace DistillGuard.Cli.Rules;

/// <summary><c>rules test</c>: runs the case files, and on demand every matching case in disguise.</summary>
internal static class TestRun
{
    /// <summary>Tests.</summary>
    /// <param name="paths">Rule files and folders.</param>
    /// <param name="cases">Folder of case files, or null.</param>
    /// <param name="evasion">Whether to disguise the matching cases as well.</param>
    /// <param name="json">Whether to write JSON instead of words.</param>
    /// <param name="console">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> paths, string? cases, bool evasion, bool json, ToolConsole console)
    {
        RuleInputs inputs = RuleInputs.Read(paths);
        RuleTest test = Open(inputs);
        IReadOnlyList<RuleCaseFile> files = inputs.ReadCases(test.Rules.Rules.Select(rule => rule.Id), cases);
        if (files.Count == 0)
        {
            throw new ToolException($"{paths[0]}: no case file is beside the rules; write rule-id.cases.json, or give --cases DIR.");
        }

        List<RuleCaseFailure> failures = [.. files.SelectMany(test.Run)];
        List<EvasionResult> results = evasion ? [.. files.SelectMany(file => EvasionResult.Measure(test, file))] : [];
        if (json)
        {
            WriteJson(files, failures, results, console);
        }
        else
        {
            WriteText(test, files, failures, console);
            EvasionTable.Write(results, console);
        }

        if (failures.Count == 0)
        {
            return ExitCode.Done;
        }

        console.Complain($"{Words.Count(failures.Count, "case")} did not come out as written, the first of {failures[0].Case.Rule}; mend the rule or the case.");
        return ExitCode.Refused;
    }

    /// <summary>Compiles the rules for testing.</summary>
    /// <exception cref="ToolException">They have mistakes.</exception>
    public static RuleTest Open(RuleInputs inputs)
    {
        try
        {
            return new RuleTest(inputs.Sources);
        }
        catch (RuleSetException exception)
        {
            throw new ToolException($"{exception.Diagnostics[0]} ({Words.Count(exception.Diagnostics.Count, "mistake")}; 'rules check' shows all)", exception);
        }
    }

    private static void WriteText(
        RuleTest test, IReadOnlyList<RuleCaseFile> files, List<RuleCaseFailure> failures, ToolConsole console)
    {
        foreach (RuleCaseFailure failure in failures)
        {
            RuleCase prompt = failure.Case;
            string list = prompt.MustMatch ? "matches" : "misses";
            console.Output.WriteLine($"FAILED {prompt.Rule}, {list} {prompt.Number}: {DisplayText.Clean(failure.Reason)}");
            console.Output.WriteLine($"       {DisplayText.Clean(prompt.ToString())}");
        }

        string[] without = [.. test.Rules.Rules.Select(rule => rule.Id).Except(files.Select(file => file.Rule), StringComparer.Ordinal)];
        if (without.Length > 0)
        {
            console.Output.WriteLine($"Without cases: {string.Join(", ", without)}.");
        }

        int cases = files.Sum(file => file.Matches.Count + file.Misses.Count);
        console.Output.WriteLine(
            $"{Words.Count(files.Count, "rule")}, {Words.Count(cases, "case")} " +
                $"({files.Sum(file => file.Matches.Count)} must match): {failures.Count} failed.");
    }

    private static void WriteJson(
        IReadOnlyList<RuleCaseFile> files, List<RuleCaseFailure> failures, List<EvasionResult> results, ToolConsole console)
    {
        console.Output.WriteLine(JsonText.Of(writer =>
        {
            writer.WriteNumber("rules", files.Count);
            writer.WriteNumber("cases", files.Sum(file => file.Matches.Count + file.Misses.Count));
            writer.WriteStartArray("failures");
            foreach (RuleCaseFailure failure in failures)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", failure.Case.Rule);
                writer.WriteString("list", failure.Case.MustMatch ? "matches" : "misses");
                writer.WriteNumber("number", failure.Case.Number);
                writer.WriteString("reason", failure.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("evasion");
            foreach (EvasionResult result in results)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", result.Rule);
                writer.WriteString("evasion", EvasionTable.NameOf(result.Evasion));
                writer.WriteNumber("survived", result.Survived);
                writer.WriteNumber("cases", result.Cases);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }));
    }
}
