// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;

namespace DistillGuard.Cli.Reports;

/// <summary>The file of <c>--report</c>.</summary>
internal static class ReportFile
{
    /// <summary>Checks, before hours of scanning, that the file can be written.</summary>
    /// <exception cref="ToolException">It cannot, or would replace one of the inputs or the findings.</exception>
    public static void CheckTarget(ScanSettings settings)
    {
        string path = settings.Report!;
        At(path).CheckTarget("report.html", settings.Logs.Where(log => log != LogInputs.StandardInput));
        if (settings.Findings is { } findings && Path.GetFullPath(findings) == Path.GetFullPath(path))
        {
            throw new ToolException($"--report {path}: --findings names the same file; give one of the two another name.");
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="ToolException">The medium refuses. Nothing half written is left behind.</exception>
    public static void Write(string path, ScanResult result, CancellationToken cancellation) =>
        At(path).Write(stream => ScanPage.Write(stream, result), cancellation);

    private static WholeFile At(string path) => new("--report", path);
}
