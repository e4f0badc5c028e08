// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Scanning;

namespace DistillGuard.Cli.Evaluating;

/// <summary>What <c>eval</c> was asked to do.</summary>
/// <param name="Scan">The scan that is judged.</param>
/// <param name="Labels">File with what is true.</param>
/// <param name="Out">Folder for the results as files; <see langword="null"/> for none.</param>
/// <param name="WithAblation">Whether the log is scanned again without each family.</param>
internal sealed record EvalSettings(ScanSettings Scan, string Labels, string? Out, bool WithAblation);
