// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Evaluation.Customers;
using DistillGuard.Evaluation.Windows;

const string Usage =
    """
    dotnet run -c Release --project benchmarks/DistillGuard.Evaluation -- VERB

      windows PAIR.jsonl.gz... [--size N] [--windows 100] [--seeds 5] [--level 0.01] [--normalise] [--ours]   one window against its own surface
      customers FILE.jsonl.gz [--trials 200] [--seeds 5]                  groups of accounts against peers and their own pasts
    """;

var files = new List<string>(args.Skip(1));
bool normalise = files.Remove("--normalise");
bool onlyOurs = files.Remove("--ours");
int size = (int)Take("--size", 0);
int windows = (int)Take("--windows", 100);
int seeds = (int)Take("--seeds", 5);
int trials = (int)Take("--trials", 200);
double level = Take("--level", WindowProtocol.Nominal);
switch (args.FirstOrDefault())
{
    case "windows" when files.Count > 0:
        WindowProtocol.Run(files, new WindowPlan(size == 0 ? WindowProtocol.AllSizes : [size], windows, seeds, level, normalise, onlyOurs), Console.Out);
        return 0;
    case "customers" when files.Count == 1:
        CustomerProtocol.Run(files[0], trials, seeds, Console.Out);
        return 0;
    default:
        Console.Out.WriteLine(Usage);
        return 2;
}

double Take(string name, double otherwise)
{
    int index = files.IndexOf(name);
    if (index < 0 || index + 1 >= files.Count)
    {
        return otherwise;
    }

    double value = double.Parse(files[index + 1], CultureInfo.InvariantCulture);
    files.RemoveRange(index, 2);
    return value;
}
