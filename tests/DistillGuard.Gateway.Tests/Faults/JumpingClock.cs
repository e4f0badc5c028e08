// SPDX-License-Identifier: MIT

namespace DistillGuard.Gateway.Tests.Faults;

/// <summary>A clock that is set wrong, and set right again, at every look.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan[] Jumps =
    [
        TimeSpan.Zero, TimeSpan.FromDays(400), TimeSpan.FromDays(-400), TimeSpan.FromHours(1), TimeSpan.FromDays(-30_000), TimeSpan.FromSeconds(1),
    ];

    private int _looks;

    public override DateTimeOffset GetUtcNow() => Start + Jumps[(uint)Interlocked.Increment(ref _looks) % Jumps.Length];
}
