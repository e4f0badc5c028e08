// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Snapshots;

/// <summary>A folder of its own for a test, and guards that share a secret.</summary>
internal sealed class TemporaryState : IDisposable
{
    public static readonly byte[] Secret = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    public TemporaryState() => Folder = Directory.CreateTempSubdirectory("distillguard-state-").FullName;

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, "guard.snapshot");

    public static DistillationGuard Guard(byte secret = 0) =>
        new DistillationGuardBuilder().UseSecret(secret == 0 ? Secret : [.. Enumerable.Repeat(secret, 16)]).AddRateAnomaly().Build();

    public static DistillationGuard Filled(int accounts)
    {
        DistillationGuard guard = Guard();
        for (int i = 0; i < accounts; i++)
        {
            Send(guard, $"account-{i}");
        }

        return guard;
    }

    public static long Send(DistillationGuard guard, string account) => guard.Inspect(new DistillGuard.Requests.InferenceRequest
    {
        Time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Caller = new DistillGuard.Requests.Caller { Account = account },
    }).AccountExchanges;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
