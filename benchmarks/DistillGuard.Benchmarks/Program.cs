// SPDX-License-Identifier: MIT

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using DistillGuard.Benchmarks;
using DistillGuard.Benchmarks.Budgets;
using DistillGuard.Benchmarks.Configurations;
using DistillGuard.Benchmarks.Groups;

const string Usage =
    """
    dotnet run -c Release --project benchmarks/DistillGuard.Benchmarks -- VERB

      check-budgets                      measure allocated bytes of every hot path and compare them with budgets.json; 1 = over budget
      group-scale [ACCOUNTS [EXCHANGES]] replay made-up traffic and tell what the analysis of groups costs; 1000000 2000000 is the default
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
