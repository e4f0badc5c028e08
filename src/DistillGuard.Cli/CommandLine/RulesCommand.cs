// SPDX-License-Identifier: MIT

using System.CommandLine;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Rules;
using DistillGuard.Rules;

namespace DistillGuard.Cli.CommandLine;

/// <summary><c>distillguard rules check|test|bench|schema|pack|verify</c>: the workshop of people who write rules.</summary>
internal static class RulesCommand
{
    public static ToolCommand Create(ToolConsole console) => new(
        "rules",
        "Checks, tests, measures and packs prompt rules.",
        ["distillguard rules check my-rules", "distillguard rules test my-rules --evasion", "distillguard rules bench my-rules --corpus prompts.jsonl"])
    {
        Check(console), Test(console), Bench(console), Schema(console), Pack(console), Verify(console),
    };

    private static ToolCommand Check(ToolConsole console)
    {
        Argument<string[]> paths = Paths();
        Option<string?> cases = Cases();
        Option<bool> json = Json();
        var strict = new Option<bool>("--strict") { Description = "Ends with exit code 1 for warnings too." };
        var command = new ToolCommand(
            "check",
            "Tells every mistake in rule files, and what is allowed but probably not meant.",
            ["distillguard rules check house.json", "distillguard rules check my-rules --strict", "distillguard rules check my-rules --json"])
        {
            paths, cases, json, strict,
        };
        command.SetAction((parsed, _) => ToolCommandLine.GuardAsync(console, () => CheckRun.Run(
            parsed.GetRequiredValue(paths), parsed.GetValue(cases), parsed.GetValue(json), parsed.GetValue(strict), console)));
        return command;
    }

    private static ToolCommand Test(ToolConsole console)
    {
        Argument<string[]> paths = Paths();
        Option<string?> cases = Cases();
        Option<bool> json = Json();
        var evasion = new Option<bool>("--evasion")
        {
            Description = "Also writes every matching case in nine disguises and tells how many are still matched.",
        };
        var command = new ToolCommand(
            "test",
            "Runs the case files of rules: what must match, and what must not.",
            ["distillguard rules test my-rules", "distillguard rules test my-rules --cases my-cases", "distillguard rules test my-rules --evasion"])
        {
            paths, cases, evasion, json,
        };
        command.SetAction((parsed, _) => ToolCommandLine.GuardAsync(console, () => TestRun.Run(
            parsed.GetRequiredValue(paths), parsed.GetValue(cases), parsed.GetValue(evasion), parsed.GetValue(json), console)));
        return command;
    }

    private static ToolCommand Bench(ToolConsole console)
    {
        Argument<string[]> paths = Paths();
        Option<string?> cases = Cases();
        var corpus = new Option<string?>("--corpus")
        {
            Description = "Prompts, a JSON object a line with \"prompt\" and, if known, \"system\", \"label\", \"family\"; plain or gzip. Default: the case files.",
            HelpName = "FILE.jsonl",
        };
        var command = new ToolCommand(
            "bench",
            "Measures rules: time, hits of a thousand prompts, overlap, and what each adds.",
            ["distillguard rules bench my-rules", "distillguard rules bench my-rules --corpus prompts.jsonl.gz"])
        {
            paths, corpus, cases,
        };
        command.SetAction((parsed, cancellation) => ToolCommandLine.GuardAsync(console, () => BenchRun.Run(
            parsed.GetRequiredValue(paths), parsed.GetValue(corpus), parsed.GetValue(cases), console, cancellation)));
        return command;
    }

    private static ToolCommand Schema(ToolConsole console)
    {
        var command = new ToolCommand(
            "schema", "Prints the JSON schema of rule files, for editors.", ["distillguard rules schema > rules.schema.json"]);
        command.SetAction((_, _) => ToolCommandLine.GuardAsync(console, () =>
        {
            console.Output.Write(RuleSetSchema.Json);
            return ExitCode.Done;
        }));
        return command;
    }

    private static ToolCommand Pack(ToolConsole console)
    {
        Argument<string[]> paths = Paths();
        var name = new Option<string>("--name") { Description = "Name of the pack: lower case, digits, hyphens.", HelpName = "NAME", Required = true };
        var version = new Option<string>("--version") { Description = "Version of the pack, three numbers.", HelpName = "1.2.3", Required = true };
        var file = new Option<string>("--out") { Description = "Where the pack is written.", HelpName = "FILE.zip", Required = true };
        var key = new Option<string?>("--sign")
        {
            Description = "Private key to sign with, ECDSA P-256 in PEM. Default: checksums only.",
            HelpName = "KEY.pem",
        };
        var command = new ToolCommand(
            "pack",
            "Packs rule files and their cases, with checksums and on demand a signature.",
            ["distillguard rules pack my-rules --name acme-rules --version 1.0.0 --out acme-rules-1.0.0.zip --sign acme.key.pem"])
        {
            paths, name, version, file, key,
        };
        command.SetAction((parsed, cancellation) => ToolCommandLine.GuardAsync(console, () => PackRun.Pack(
            parsed.GetRequiredValue(paths),
            parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(version),
            parsed.GetRequiredValue(file),
            parsed.GetValue(key),
            console,
            cancellation)));
        return command;
    }

    private static ToolCommand Verify(ToolConsole console)
    {
        var pack = new Argument<string>("PACK") { Description = "A pack: a zip file, or a folder with pack.json." };
        var key = new Option<string?>("--key")
        {
            Description = "Public key that must have signed it, ECDSA P-256 in PEM. Default: only the checksums are looked at.",
            HelpName = "KEY.pem",
        };
        var command = new ToolCommand(
            "verify",
            "Checks a pack: its checksums, its signature, and that its rules compile.",
            ["distillguard rules verify acme-rules-1.0.0.zip --key acme.pub.pem"])
        {
            pack, key,
        };
        command.SetAction((parsed, _) => ToolCommandLine.GuardAsync(
            console, () => PackRun.Verify(parsed.GetRequiredValue(pack), parsed.GetValue(key), console)));
        return command;
    }

    private static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Rule files, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(LogOptions.RefuseOptions);
        return paths;
    }

    private static Option<string?> Cases() => new("--cases")
    {
        Description = "Folder of case files, named after rules. Default: rule-id.cases.json beside the rules, or rule-id.json in a folder cases there.",
        HelpName = "DIR",
    };

    private static Option<bool> Json() => new("--json") { Description = "Writes JSON instead of words." };
}
