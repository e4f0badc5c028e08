// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.Rules;
using DistillGuard.Rules.Packs;

namespace DistillGuard.Cli.Rules;

/// <summary><c>rules pack</c> and <c>rules verify</c>.</summary>
internal static class PackRun
{
    /// <summary>Packs rules that compile, and the case files that belong to them.</summary>
    /// <returns>The exit code.</returns>
    public static int Pack(
        IReadOnlyList<string> paths, string name, string version, string output, string? key, ToolConsole console, CancellationToken cancellation)
    {
        RuleInputs inputs = RuleInputs.Read(paths);
        var target = new WholeFile("--out", output);
        target.CheckTarget("rules.zip", inputs.Sources.Select(source => source.Name));
        RuleSet rules = TestRun.Open(inputs).Rules;
        List<RuleSetSource> files = [.. inputs.Sources.Select(source => new RuleSetSource(Path.GetFileName(source.Name), source.Utf8))];
        files.AddRange(inputs.ReadCases(rules.Rules.Select(rule => rule.Id), folder: null)
            .Select(cases => new RuleSetSource($"cases/{cases.Rule}.cases.json", File.ReadAllBytes(cases.Name))));
        string? privateKey = ReadKey("--sign", key);
        try
        {
            using var pack = new MemoryStream();
            RulePackWriter.Write(pack, name, version, files, privateKey);
            target.Write(stream => stream.Write(pack.GetBuffer(), 0, (int)pack.Length), cancellation);
        }
        catch (ArgumentException exception)
        {
            throw new ToolException(FirstLine(exception), exception);
        }

        console.Output.WriteLine($"{output}: {name} {version}, {Words.Count(rules.Rules.Count, "rule")}, {Words.Count(files.Count, "file")}, {(key is null ? "not signed" : "signed")}.");
        return ExitCode.Done;
    }

    /// <summary>Verifies a pack.</summary>
    /// <returns>The exit code.</returns>
    public static int Verify(string path, string? key, ToolConsole console)
    {
        string? publicKey = ReadKey("--key", key);
        try
        {
            RulePack pack = RulePack.Load(path, publicKey);
            RuleSet rules = RuleSet.Compile(pack.Sources, new RuleSetOptions { Level = RuleSetOptions.GreatestLevel });
            string signature = pack.IsSigned ? "signed with the key given" : "checksums only, no key was given";
            console.Output.WriteLine($"{path}: {pack.Name} {pack.Version}, {Words.Count(rules.Rules.Count, "rule")}, {signature}.");
            return ExitCode.Done;
        }
        catch (RuleSetException exception)
        {
            foreach (RuleDiagnostic diagnostic in exception.Diagnostics)
            {
                console.Output.WriteLine(DisplayText.Clean(diagnostic.ToString(), 400));
            }

            throw new ToolException($"{path}: {exception.Diagnostics[0].Code}: the pack cannot be used; get it again.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: {exception.Message.TrimEnd('.')}; give a pack that can be read.", exception);
        }
        catch (ArgumentException exception)
        {
            throw new ToolException($"--key {key}: {FirstLine(exception)}", exception);
        }
    }

    private static string? ReadKey(string option, string? path)
    {
        try
        {
            return path is null ? null : File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{option} {path}: {exception.Message.TrimEnd('.')}; give a readable PEM file.", exception);
        }
    }

    private static string FirstLine(ArgumentException exception) => exception.Message.Split(" (Parameter")[0];
}
