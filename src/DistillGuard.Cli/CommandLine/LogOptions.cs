// SPDX-License-Identifier: MIT

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.CommandLine;

/// <summary>What every command that reads logs takes.</summary>
internal static class LogOptions
{
    /// <summary>What messages call the logs.</summary>
    public const string LogName = "LOG";

    private const double LeastBudget = 1e-9;
    private const double MostBudget = 0.5;

    public static Argument<string[]> Logs()
    {
        var logs = new Argument<string[]>(LogName)
        {
            Description = "Traffic logs, .jsonl or .jsonl.gz; - is standard input; several are read as one, in time " +
                "order.",
            Arity = ArgumentArity.OneOrMore,
        };
        logs.Validators.Add(RefuseOptions);
        return logs;
    }

    public static Option<string[]> Rules()
    {
        var rules = new Option<string[]>("--rules")
        {
            Description = "Rule files, or folders of them, added to the built-in rules. Put it after the logs.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
        };
        rules.Validators.Add(RefuseOptions);
        return rules;
    }

    public static Option<string?> Secret() => new("--secret")
    {
        Description = "File with the deployment's secret, 32 hexadecimal digits. A calibration is of use only with the secret it was made " +
            "with. Default: the tool's own, which is public.",
        HelpName = "FILE",
    };

    public static Option<string?> Calibration() => new("--calibration")
    {
        Description = "What benign traffic looks like, as 'distillguard calibrate' wrote it. Default: nothing is " +
            "known of it.",
        HelpName = "FILE",
    };

    public static Option<double> Budget() => new("--budget")
    {
        Description = "False accusations you accept per benign account and day, 1e-9 to 0.5.",
        HelpName = "P",
        DefaultValueFactory = _ => FalseAlarmBudget.Default.PerAccountDay,
        CustomParser = ParseBudget,
    };

    private static double ParseBudget(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double budget)
            && budget is >= LeastBudget and <= MostBudget)
        {
            return budget;
        }

        result.AddError($"--budget {text}: not a number from 1e-9 to 0.5; write for example --budget 1e-4");
        return 0;
    }

    /// <summary>Complains about what looks like an option among names: it would be taken for a file, and its value for another.</summary>
    public static void RefuseOptions(SymbolResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (token.Value.Length > 1 && token.Value[0] == '-')
            {
                result.AddError($"{token.Value}: no such option; for a file of that name write ./{token.Value}");
                return;
            }
        }
    }
}
