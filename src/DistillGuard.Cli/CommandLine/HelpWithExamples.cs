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
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in ((ToolCommand)parseResult.CommandResult.Command).Examples)
        {
            output.WriteLine("  " + example);
        }

        return code;
    }
}
