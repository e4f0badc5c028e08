// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Reports;
using DistillGuard.Cli.Reports.Quality;

namespace DistillGuard.Cli.Evaluating;

/// <summary>The folder of <c>--out</c>: made if it is not there, and files in it replaced.</summary>
internal sealed class EvalFolder
{
    private const string Option = "--out";

    private readonly string _path;

    /// <summary>Makes the folder.</summary>
    /// <exception cref="ToolException">It cannot be made, or a file of it is also an input.</exception>
    public EvalFolder(string path, IEnumerable<string> inputs)
    {
        _path = path;
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"{Option} {path}: {exception.Message.TrimEnd('.')}; give a folder that can be written.", exception);
        }

        string[] all = [.. inputs];
        new WholeFile(Option, EvaluationFile).CheckTarget("evaluation.json", all);
        new WholeFile(Option, Findings).CheckTarget("findings.json", all);
        new WholeFile(Option, Quality).CheckTarget("quality.html", all);
        new WholeFile(Option, Report).CheckTarget("report.html", all);
    }

    private string EvaluationFile => Path.Join(_path, "evaluation.json");

    private string Quality => Path.Join(_path, "quality.html");

    private string Report => Path.Join(_path, "report.html");

    private string Findings => Path.Join(_path, "findings.json");

    public void Write(EvalResult result, ScanResult scan, CancellationToken cancellation)
    {
        new WholeFile(Option, EvaluationFile).Write(stream => EvalJson.Write(stream, result), cancellation);
        FindingsFile.Write(Findings, scan, cancellation);
        new WholeFile(Option, Quality).Write(stream => QualityPage.Write(stream, result), cancellation);
        new WholeFile(Option, Report).Write(stream => ScanPage.Write(stream, scan), cancellation);
    }
}
