// SPDX-License-Identifier: MIT

using System.CommandLine;
using System.CommandLine.Invocation;

namespace DistillGuard.Cli.CommandLine;

/// <summary>The usual help, and below it examples.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly SynchronousCommandLineAction _usual;

    public HelpWithExamples(SynchronousCommandLineAction usual) => _usual = usual;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = _usual.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        IEnumerable<string> examples = command is ToolCommand tool
            ? tool.Examples
            : command.Subcommands.OfType<ToolCommand>().Select(subcommand => subcommand.Examples[0]);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in examples)
        {
            output.WriteLine("  " + example);
        }

        return code;
    }
}
