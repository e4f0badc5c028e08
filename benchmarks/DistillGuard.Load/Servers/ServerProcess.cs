// SPDX-License-Identifier: MIT

using System.Diagnostics;

namespace DistillGuard.Load.Servers;

/// <summary>A server in a process of its own, so that its processor time and memory are its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private ServerProcess(Process process, IReadOnlyList<Uri> addresses)
    {
        _process = process;
        Addresses = addresses;
    }

    /// <summary>Where it listens: HTTP/1.1 first, then HTTP/2 if it has both.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that the system has given it.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts this program again as a server.</summary>
    public static async Task<ServerProcess> StartAsync(string what, Uri? model = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "serve", what },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Insert(0, typeof(ServerProcess).Assembly.Location);
        }

        if (model is not null)
        {
            start.ArgumentList.Add(model.ToString());
        }

        Process process = Process.Start(start)!;
        var addresses = new List<Uri>();
        while (await process.StandardOutput.ReadLineAsync() is { Length: > 0 } line)
        {
            addresses.Add(new Uri(line));
        }

        return addresses.Count > 0
            ? new ServerProcess(process, addresses)
            : throw new InvalidOperationException($"The server '{what}' ended before it listened; run 'serve {what}' to see why.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
