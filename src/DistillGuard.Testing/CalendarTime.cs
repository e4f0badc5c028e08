// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>
/// Arithmetic that stops at the ends of the calendar instead of throwing: hostile traffic goes there.
/// </summary>
internal static class CalendarTime
{
    public static DateTimeOffset Add(DateTimeOffset time, TimeSpan span)
    {
        if (span >= DateTimeOffset.MaxValue - time)
        {
            return DateTimeOffset.MaxValue;
        }

        return span <= DateTimeOffset.MinValue - time ? DateTimeOffset.MinValue : time + span;
    }
}
