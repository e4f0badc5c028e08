// SPDX-License-Identifier: MIT

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.CommandLine;

/// <summary>The command line: what may be given, and one plain sentence for whatever may not.</summary>
internal static class ToolCommandLine
{
    private const string RootName = "distillguard";

    /// <summary>Does what the arguments ask for.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolConsole console)
    {
        ToolCommand root = Create(console);
        if (arguments.Count == 0)
        {
            console.Complain("no command is given; begin with 'distillguard demo', or see 'distillguard --help'.");
            return ExitCode.Refused;
        }

        ParseResult parsed = root.Parse(arguments, new ParserConfiguration
        {
            EnablePosixBundling = false,
            ResponseFileTokenReplacer = null, // @ may begin a file's name
        });
        if (parsed.Errors.Count > 0)
        {
            console.Complain(Describe(parsed, arguments));
            return ExitCode.Refused;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    /// <summary>Runs a command's work and turns what goes wrong into a line and a code.</summary>
    public static async Task<int> GuardAsync(ToolConsole console, Func<int> work)
    {
        try
        {
            return await Task.Run(work); // so that a read that blocks does not block the answer to Ctrl-C
        }
        catch (ToolException exception)
        {
            console.Complain(exception.Message);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            console.Complain("stopped before the end; nothing was written.");
            return ExitCode.Stopped;
        }
    }

    private static ToolCommand Create(ToolConsole console)
    {
        ToolCommand demo = DemoCommand.Create(console);
        ToolCommand scan = ScanCommand.Create(console);
        ToolCommand calibrate = CalibrateCommand.Create(console);
        ToolCommand evaluation = EvalCommand.Create(console);
        ToolCommand rules = RulesCommand.Create(console);
        var help = new HelpOption();
        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);

        // Not a RootCommand: that one is named after the file that runs, which is not what people type.
        return new ToolCommand(
            RootName,
            "Finds distillation campaigns in traffic logs of an LLM API. Nothing needs a network.",
            [demo.Examples[0], scan.Examples[0], calibrate.Examples[0]])
        {
            help, new VersionOption(), demo, scan, calibrate, evaluation, rules,
        };
    }

    // One sentence, for the first thing that is wrong: the rest often follows from it.
    private static string Describe(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        if (parsed.CommandResult.Command is { Name: RootName } root)
        {
            string names = string.Join(", ", root.Subcommands.Select(command => command.Name));
            return $"{arguments[0]}: no such command or option; the commands are {names}. See 'distillguard --help'.";
        }

        ParseError error = parsed.Errors.FirstOrDefault(error => error.SymbolResult is ArgumentResult or OptionResult)
            ?? parsed.Errors[0];
        if (error.SymbolResult is ArgumentResult { Argument.Name: LogOptions.LogName, Tokens.Count: 0 })
        {
            return "no LOG is given; name a traffic log, or - for standard input. It stands before --rules, which " +
                "takes every path behind it.";
        }

        return $"{error.Message.TrimEnd('.')}. See '{FullName(parsed.CommandResult)} --help'.";
    }

    private static string FullName(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{FullName(parent)} {command.Command.Name}" : command.Command.Name;
}
