// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace DistillGuard.Geo;

/// <summary>The last few countries an account was used from, and how many of them are in use at the same time. 72 bytes.</summary>
/// <remarks>
/// A country is in use from its first to its last request, as long as no pause exceeds the window. Two countries are used at once
/// when each was seen again after the other began: a journey goes from one to the next and does not return within the window.
/// Distance and speed are deliberately not computed: countries are too large and borders too near.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct RecentCountries
{
    /// <summary>Countries remembered; the one longest unseen makes room.</summary>
    public const int Capacity = 6;

    private RecentCountryList _list;

    /// <summary>Notes a request and tells how many countries, this one included, are in use at once.</summary>
    /// <param name="country">Where it came from; known.</param>
    /// <param name="ticks">When, in ticks of UTC.</param>
    /// <param name="window">The pause after which a stretch of use has ended.</param>
    public int Add(CountryCode country, long ticks, TimeSpan window)
    {
        long seconds = (ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        uint now = (uint)Math.Clamp(seconds, 0, uint.MaxValue);
        uint pause = (uint)(window.Ticks / TimeSpan.TicksPerSecond);
        ref RecentCountry current = ref Find(country.Letters);
        if (current.Letters != country.Letters || (now > current.Last && now - current.Last > pause))
        {
            current = new RecentCountry { First = now, Last = now, Letters = country.Letters };
        }

        current.Last = Math.Max(current.Last, now);
        return CountAtOnce(current.First, current.Last, pause);
    }

    [UnscopedRef]
    private ref RecentCountry Find(ushort letters)
    {
        int oldest = 0;
        for (int position = 0; position < Capacity; position++)
        {
            if (_list[position].Letters == letters)
            {
                oldest = position;
                break;
            }

            if (_list[position].Last < _list[oldest].Last)
            {
                oldest = position;
            }
        }

        return ref _list[oldest];
    }

    // Stretches are intervals, so the most that overlap do so where one of them begins.
    private readonly int CountAtOnce(uint first, uint now, uint pause)
    {
        int most = 1;
        if (CountInUse(now, pause) <= most)
        {
            return most; // nearly always
        }

        for (int position = 0; position < Capacity; position++)
        {
            uint moment = Math.Max(_list[position].First, first);
            int together = 0;
            for (int other = 0; other < Capacity; other++)
            {
                RecentCountry country = _list[other];
                together += IsInUse(in country, now, pause) && country.First <= moment && country.Last > moment ? 1 : 0;
            }

            most = Math.Max(most, together);
        }

        return most;
    }

    private readonly int CountInUse(uint now, uint pause)
    {
        int count = 0;
        for (int position = 0; position < Capacity; position++)
        {
            count += IsInUse(in _list[position], now, pause) ? 1 : 0;
        }

        return count;
    }

    private static bool IsInUse(in RecentCountry country, uint now, uint pause) =>
        country.Letters != 0 && (now <= country.Last || now - country.Last <= pause);
}
