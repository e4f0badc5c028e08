// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Cli.Output;

/// <summary>Where the tool reads and writes, and what it knows of the other end.</summary>
internal sealed class ToolConsole
{
    /// <summary>Width of tables when nobody limits it: wide enough that no cell of a usual finding wraps.</summary>
    private const int UnlimitedWidth = 4096;

    private const int NarrowestWidth = 60;

    /// <summary>Words and figures for people.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Progress and complaints.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Whether a person watches the output.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person watches the errors.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether the output may hold colours.</summary>
    public bool UsesColor { get; init; }

    /// <summary>Columns of the output.</summary>
    public int Width { get; init; } = UnlimitedWidth;

    /// <summary>Measures how long the tool took; findings never depend on it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The console of this process.</summary>
    public static ToolConsole OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        bool isTerminal = !Console.IsOutputRedirected;
        return new ToolConsole
        {
            Output = Console.Out,
            Error = Console.Error,
            OpenInput = Console.OpenStandardInput,
            IsOutputTerminal = isTerminal,
            IsErrorTerminal = !Console.IsErrorRedirected,
            UsesColor = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")), // no-color.org
            Width = isTerminal ? TerminalWidth() : UnlimitedWidth,
        };
    }

    /// <summary>Writes a complaint: one line to standard error.</summary>
    public void Complain(string message) => Error.WriteLine("distillguard: " + message);

    private static int TerminalWidth()
    {
        try
        {
            return Math.Max(NarrowestWidth, Console.WindowWidth);
        }
        catch (IOException)
        {
            return UnlimitedWidth;
        }
    }
}
