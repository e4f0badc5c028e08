// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.Findings;

/// <summary>The file of <c>--findings</c>.</summary>
internal static class FindingsFile
{
    /// <summary>Checks, before hours of scanning, that the file can be written.</summary>
    /// <exception cref="ToolException">It cannot, or would replace one of the inputs.</exception>
    public static void CheckTarget(string path, IEnumerable<string> inputs) => At(path).CheckTarget("findings.json", inputs);

    /// <summary>Writes the file.</summary>
    /// <exception cref="ToolException">The medium refuses. Nothing half written is left behind.</exception>
    public static void Write(string path, ScanResult result, CancellationToken cancellation) =>
        At(path).Write(stream => FindingsWriter.Write(stream, result), cancellation);

    private static WholeFile At(string path) => new("--findings", path);
}
