// SPDX-License-Identifier: MIT

using System.Diagnostics;

namespace DistillGuard.Cli.Support;

/// <summary>The tool as its own process.</summary>
internal static class ToolProcess
{
    public static Process Start(string folder, params string[] arguments) => Start("dotnet", [], folder, arguments);

    /// <summary>Starts the tool so that SIGINT reaches it, even where the tests run in the background of a shell, which ignores it.</summary>
    public static Process StartInterruptible(string folder, params string[] arguments) =>
        Start("env", ["--default-signal=INT", "dotnet"], folder, arguments);

    public static (int Code, string Output, string Error) Run(string folder, string input, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static Process Start(string file, string[] before, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(file, before)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Join(AppContext.BaseDirectory, "DistillGuard.Cli.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
