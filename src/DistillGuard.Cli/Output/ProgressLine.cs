// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Cli.Output;

/// <summary>
/// How far the reading has come: one line on the terminal behind standard error, and nothing anywhere else.
/// </summary>
internal sealed class ProgressLine
{
    private const int BarWidth = 30;
    private const string EraseLine = "\r\e[2K";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ToolConsole _console;
    private long _shownAt;
    private bool _isShown;

    public ProgressLine(ToolConsole console)
    {
        _console = console;
        _shownAt = console.Time.GetTimestamp();
    }

    /// <summary>Shows the state, if a while has passed since it was shown last.</summary>
    /// <param name="read">Bytes of input read.</param>
    /// <param name="total">Bytes there are; <see langword="null"/> when nobody knows.</param>
    /// <param name="exchanges">Exchanges looked at.</param>
    public void Show(long read, long? total, long exchanges)
    {
        if (!_console.IsErrorTerminal || _console.Time.GetElapsedTime(_shownAt) < Interval)
        {
            return;
        }

        _shownAt = _console.Time.GetTimestamp();
        _isShown = true;
        _console.Error.Write(total is > 0
            ? EraseLine + Bar((double)read / total.Value) + string.Create(CultureInfo.InvariantCulture, $" {exchanges:N0} exchanges")
            : EraseLine + string.Create(CultureInfo.InvariantCulture, $"{exchanges:N0} exchanges"));
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_isShown)
        {
            _console.Error.Write(EraseLine);
            _isShown = false;
        }
    }

    private static string Bar(double share)
    {
        double shown = Math.Clamp(share, 0, 1);
        int full = (int)(shown * BarWidth);
        return string.Create(
            CultureInfo.InvariantCulture, $"[{new string('=', full)}{new string(' ', BarWidth - full)}] {shown,4:P0}");
    }
}
