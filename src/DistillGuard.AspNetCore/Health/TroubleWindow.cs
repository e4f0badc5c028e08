// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Health;

/// <summary>How much trouble there was within the last one to two windows, however many ask and how often. Thread-safe.</summary>
internal sealed class TroubleWindow
{
    private readonly Lock _gate = new();
    private TroubleCounts _before;
    private TroubleCounts _begun;
    private DateTimeOffset _beginning;

    /// <summary>The trouble since the beginning of the window before this one.</summary>
    /// <param name="now">The time.</param>
    /// <param name="counts">The counts by now.</param>
    /// <param name="window">How long a window is.</param>
    public TroubleCounts Since(DateTimeOffset now, TroubleCounts counts, TimeSpan window)
    {
        lock (_gate)
        {
            TimeSpan passed = now - _beginning;
            if (passed >= window)
            {
                // Who asks rarely sees what was since he asked last; and nothing is ever seen by nobody.
                _before = _begun;
                _begun = counts;
                _beginning = now;
            }

            return counts - _before;
        }
    }
}
