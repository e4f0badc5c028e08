// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.Requests;
using DistillGuard.Rules.Workshop;

namespace DistillGuard.Cli.Rules;

/// <summary><c>rules bench</c>: what rules cost, what they hit, how much they overlap and what each adds.</summary>
internal static class BenchRun
{
    /// <summary>Measures.</summary>
    /// <param name="paths">Rule files and folders.</param>
    /// <param name="corpus">A corpus of prompts, or null: then the case files are what is matched.</param>
    /// <param name="cases">Folder of case files, or null.</param>
    /// <param name="console">Where to write.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        IReadOnlyList<string> paths, string? corpus, string? cases, ToolConsole console, CancellationToken cancellation)
    {
        RuleInputs inputs = RuleInputs.Read(paths);
        RuleTest test = TestRun.Open(inputs);
        IReadOnlyList<RequestBuffer> requests;
        IReadOnlyList<string> families;
        if (corpus is not null)
        {
            IReadOnlyList<CorpusPrompt> prompts = CorpusFile.Read(corpus);
            requests = [.. prompts.Select(ToRequest)];
            families = [.. prompts.Select(prompt => prompt.Family)];
        }
        else
        {
            RuleCase[] all =
            [
                .. inputs.ReadCases(test.Rules.Rules.Select(rule => rule.Id), cases).SelectMany(file => file.Matches.Concat(file.Misses)),
            ];
            if (all.Length == 0)
            {
                throw new ToolException($"{paths[0]}: there is nothing to match; give --corpus FILE.jsonl, or case files beside the rules.");
            }

            requests = [.. all.Select(ToRequest)];
            families = [.. all.Select(prompt => prompt.MustMatch ? "cases that must match" : "cases that must not match")];
        }

        HitTable hits = HitTable.Count(test.Rules, requests, families);
        IReadOnlyList<RuleCost> costs = RuleCost.Measure(inputs.Sources, test.Rules, requests, console.Time, cancellation);
        BenchReport.Write(test.Rules, hits, costs, console);
        return ExitCode.Done;
    }

    private static RequestBuffer ToRequest(CorpusPrompt prompt)
    {
        var buffer = new RequestBuffer();
        if (prompt.System is not null)
        {
            buffer.Add(MessageRole.System, prompt.System);
        }

        buffer.Add(MessageRole.User, prompt.User);
        return buffer;
    }

    private static RequestBuffer ToRequest(RuleCase prompt)
    {
        var buffer = new RequestBuffer();
        prompt.WriteTo(buffer);
        return buffer;
    }
}
