// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Cli.CommandLine;
using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.Support;

/// <summary>A console that keeps what is written to it, with a clock that stands still.</summary>
internal sealed class TestConsole : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public byte[] Input { get; set; } = [];

    public bool IsTerminal { get; init; }

    public TimeProvider Time { get; init; } = new StoppedTime();

    public ToolConsole Open() => new()
    {
        Output = _output,
        Error = _error,
        OpenInput = () => new MemoryStream(Input),
        IsOutputTerminal = IsTerminal,
        IsErrorTerminal = IsTerminal,
        Time = Time,
    };

    public int Run(params string[] arguments) => ToolCommandLine.RunAsync(arguments, Open()).GetAwaiter().GetResult();

    public void SetInput(string text) => Input = Encoding.UTF8.GetBytes(text);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
