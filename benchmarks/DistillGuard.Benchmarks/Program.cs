// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using DistillGuard.Benchmarks;
using DistillGuard.Benchmarks.Budgets;
using DistillGuard.Benchmarks.Configurations;
using DistillGuard.Benchmarks.Groups;
using DistillGuard.Benchmarks.Scale;

const string Usage =
    """
    dotnet run -c Release --project benchmarks/DistillGuard.Benchmarks -- VERB

      check-budgets                      measure allocated bytes of every hot path and compare them with budgets.json; 1 = over budget
      group-scale [ACCOUNTS [EXCHANGES]] replay made-up traffic and tell what the analysis of groups costs; 1000000 2000000 is the default
      memory-scale [ACCOUNTS ...]        bytes and time of a whole guard with so many accounts; 1000000 5000000 is the default
      latency [REQUESTS]                 the slowest requests, alone and beside a busy garbage collector; 300000 is the default
      cold-start [PROGRAM ...]           the first request of a process; more rows for programs such as one published ahead of time
      curves                             cost against length of the prompt, phrases, accounts and groups
      [--config Standard|Short|Analysis|Dry] run benchmarks; Standard is the default
      [--store CPU]                      keep tables and figures under results/CPU, for example amd-epyc-avx512
      [--filter '*Fusion*' ...]          anything else goes to BenchmarkDotNet
    """;

if (args is ["check-budgets"])
{
    return BudgetCheck.Run(Console.Out);
}

if (args is ["group-scale", ..])
{
    return GroupScale.Run(args.AsSpan(1), Console.Out);
}

switch (args)
{
    case ["memory-scale", ..]:
        return MemoryScale.Run(args.AsSpan(1), Console.Out);
    case ["latency", ..]:
        return Latency.Run(args.AsSpan(1), Console.Out);
    case ["cold-start", ..]:
        return ColdStart.Run(args.AsSpan(1), Console.Out);
    case ["curves"]:
        return Curves.Run(Console.Out);
}

var options = new List<string>(args);
string? configuration = Take(options, "--config") ?? NamedConfigurations.Names[0];
string? cpu = Take(options, "--store");
IConfig? config = NamedConfigurations.Find(configuration);
if (config is null || options is ["--help"] or ["-h"])
{
    Console.Out.WriteLine(Usage);
    return config is null ? 2 : 0;
}

IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. options], config);
return StoredResults.Write([.. summaries], cpu, Console.Out) ? 0 : 1;

static string? Take(List<string> options, string name)
{
    int index = options.IndexOf(name);
    if (index < 0 || index + 1 >= options.Count)
    {
        return null;
    }

    string value = options[index + 1];
    options.RemoveRange(index, 2);
    return value;
}
