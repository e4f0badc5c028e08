// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;

namespace DistillGuard.Groups;

/// <summary>What is usual among all accounts of the deployment: the yardstick for what a group has in common. Not thread-safe.</summary>
public sealed class GroupPopulation
{
    private readonly SortedDictionary<long, int> _createdByDay = [];
    private readonly Dictionary<uint, long> _releases = [];
    private int _accounts;

    internal GroupPopulation()
    {
    }

    /// <summary>A population made up by hand, for tests of analyzers.</summary>
    /// <param name="signUps">When each account signed up; the default value where that is not known.</param>
    /// <param name="suspended">How many of them are suspended.</param>
    public static GroupPopulation Of(IEnumerable<DateTimeOffset> signUps, int suspended = 0)
    {
        ArgumentNullException.ThrowIfNull(signUps);
        ArgumentOutOfRangeException.ThrowIfNegative(suspended);
        var population = new GroupPopulation { Suspended = suspended };
        foreach (DateTimeOffset signUp in signUps)
        {
            population.NoteAccount(signUp == default ? 0 : signUp.UtcTicks);
        }

        return population;
    }

    /// <summary>Accounts whose sign-up time is known.</summary>
    public int Accounts => _accounts;

    /// <summary>The share of accounts that signed up within some days: first and last day counted from 0001-01-01, both included.</summary>
    public double ShareCreated(long firstDay, long lastDay)
    {
        if (_accounts == 0)
        {
            return 1;
        }

        int count = 0;
        for (long day = firstDay; day <= lastDay; day++)
        {
            count += _createdByDay.GetValueOrDefault(day);
        }

        return (double)count / _accounts;
    }

    /// <summary>The share of accounts that are suspended; at least that of one account.</summary>
    public double ShareSuspended => (1.0 + Suspended) / (1.0 + AllAccounts);

    /// <summary>The share of exchanges on the released model, of all within two days of a release.</summary>
    public double ShareOnReleased => ExchangesSinceRelease == 0 ? 1 : (double)ReleasedExchanges / ExchangesSinceRelease;

    internal int Suspended { get; set; }

    internal int AllAccounts { get; set; }

    /// <summary>Whether an exchange came within two days of a model's release, and whether it went to that model.</summary>
    /// <param name="ticks">When it arrived, in ticks of UTC.</param>
    /// <param name="model">Its model, as in <see cref="GroupExchange.Model"/>.</param>
    /// <param name="isReleased">Whether it went to the released model.</param>
    public bool IsSinceRelease(long ticks, uint model, out bool isReleased)
    {
        isReleased = false;
        bool isSince = false;
        foreach ((uint released, long at) in _releases)
        {
            if (ticks >= at && ticks < at + PivotWindow)
            {
                isSince = true;
                isReleased |= model == released;
            }
        }

        return isSince;
    }

    internal void NoteRelease(uint model, long ticks) => _releases[model] = ticks;

    internal void NoteExchange(uint model, long ticks)
    {
        if (IsSinceRelease(ticks, model, out bool isReleased))
        {
            ExchangesSinceRelease++;
            ReleasedExchanges += isReleased ? 1 : 0;
        }
    }

    internal void Save(SnapshotWriter writer)
    {
        writer.Write(_createdByDay.Count);
        foreach ((long day, int accounts) in _createdByDay)
        {
            writer.Write(day);
            writer.Write(accounts);
        }

        writer.Write(_releases.Count);
        foreach ((uint model, long ticks) in _releases)
        {
            writer.Write(model);
            writer.Write(ticks);
        }

        writer.Write(_accounts);
        writer.Write(Suspended);
        writer.Write(AllAccounts);
        writer.Write(ExchangesSinceRelease);
        writer.Write(ReleasedExchanges);
    }

    internal void Load(SnapshotReader reader)
    {
        for (int left = reader.ReadCount(int.MaxValue, "days"); left > 0; left--)
        {
            _createdByDay[reader.Read<long>()] = reader.Read<int>();
        }

        for (int left = reader.ReadCount(int.MaxValue, "releases"); left > 0; left--)
        {
            _releases[reader.Read<uint>()] = reader.Read<long>();
        }

        _accounts = reader.Read<int>();
        Suspended = reader.Read<int>();
        AllAccounts = reader.Read<int>();
        ExchangesSinceRelease = reader.Read<long>();
        ReleasedExchanges = reader.Read<long>();
    }

    internal const long PivotWindow = 2 * TimeSpan.TicksPerDay;

    /// <summary>Exchanges within two days of a release, and those of them on the released model.</summary>
    internal long ExchangesSinceRelease { get; private set; }

    internal long ReleasedExchanges { get; private set; }

    internal void NoteAccount(long createdTicks)
    {
        AllAccounts++;
        if (createdTicks > 0)
        {
            long day = createdTicks / TimeSpan.TicksPerDay;
            _createdByDay[day] = _createdByDay.GetValueOrDefault(day) + 1;
            _accounts++;
        }
    }

    internal void ForgetAccount(long createdTicks, bool isSuspended)
    {
        AllAccounts--;
        Suspended -= isSuspended ? 1 : 0;
        if (createdTicks > 0)
        {
            long day = createdTicks / TimeSpan.TicksPerDay;
            int left = _createdByDay[day] - 1;
            _accounts--;
            if (left == 0)
            {
                _createdByDay.Remove(day);
            }
            else
            {
                _createdByDay[day] = left;
            }
        }
    }
}
