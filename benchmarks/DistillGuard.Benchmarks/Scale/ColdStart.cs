// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Globalization;

namespace DistillGuard.Benchmarks.Scale;

/// <summary>
/// What the first request of a process costs: starts <c>DistillGuard.ColdStart</c> again and again and tells the median of each stage, and the same of every
/// program named, such as one published ahead of time. Files are in the system's cache; the disk is not measured.
/// </summary>
internal static class ColdStart
{
    private const int Starts = 9;

    public static int Run(ReadOnlySpan<string> programs, TextWriter output)
    {
        output.WriteLine("| compiled | start to end, ms | the guard built, ms | first request, us | second | the 10,000th | process, MB |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        string own = Path.Combine(AppContext.BaseDirectory, "DistillGuard.ColdStart" + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));
        bool isWhole = Measure(own, output);
        foreach (string program in programs)
        {
            isWhole &= Measure(program, output);
        }

        return isWhole ? 0 : 1;
    }

    private static bool Measure(string program, TextWriter output)
    {
        var runs = new List<double[]>();
        string kind = string.Empty;
        for (int i = 0; i < Starts; i++)
        {
            if (Start(program) is not { } line)
            {
                output.WriteLine($"{program} is missing, or failed.");
                return false;
            }

            string[] fields = line.Text.Split(' ');
            kind = fields[0];
            runs.Add([line.Milliseconds, .. fields.Skip(1).Select(field => double.Parse(field, CultureInfo.InvariantCulture))]);
        }

        double[] medians = [.. Enumerable.Range(0, runs[0].Length).Select(field => runs.Select(run => run[field]).Order().ElementAt(Starts / 2))];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {kind} | {medians[0]:F0} | {medians[1] / 1000:F1} | {medians[2]:N0} | {medians[3]:N0} | {medians[4]:N0} | {medians[5] / 1e6:F0} |"));
        return true;
    }

    private static (double Milliseconds, string Text)? Start(string program)
    {
        if (!File.Exists(program))
        {
            return null;
        }

        long start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string text = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? (Stopwatch.GetElapsedTime(start).TotalMilliseconds, text) : null;
    }
}
