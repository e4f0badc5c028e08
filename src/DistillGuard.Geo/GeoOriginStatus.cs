// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Geo;

/// <summary>How old the address data of <c>geo-origin</c> is, for health checks and meters. Thread-safe.</summary>
public sealed class GeoOriginStatus
{
    private long _staleRequests;
    private int _dataDay;

    /// <summary>The day the oldest data in use describes; the default value until a guard was built.</summary>
    public DateOnly DataDate => DateOnly.FromDayNumber(Volatile.Read(ref _dataDay));

    /// <summary>Requests that were looked up in data older than <see cref="GeoOriginOptions.MaxDataAge"/>.</summary>
    public long StaleRequests => Volatile.Read(ref _staleRequests);

    /// <summary>What is wrong and what to do, or null where nothing is.</summary>
    public string? Warning => StaleRequests == 0
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The address data of geo-origin is of {DataDate:yyyy-MM-dd}; {StaleRequests} requests were later than the age allowed. " +
            $"Refresh the table or database, or raise {nameof(GeoOriginOptions.MaxDataAge)}.");

    internal void Use(DateOnly dataDate) => Volatile.Write(ref _dataDay, dataDate.DayNumber);

    internal void CountStale() => Interlocked.Increment(ref _staleRequests);
}
