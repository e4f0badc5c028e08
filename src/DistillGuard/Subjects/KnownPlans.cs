// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>Remembers the hashes of plan names, of which a host has a few: each is hashed once. Thread-safe; the first of a place stays.</summary>
/// <remarks>At most <see cref="Places"/> names are kept, whatever names there are; the others are hashed each time.</remarks>
internal sealed class KnownPlans
{
    /// <summary>Most names kept; a power of two.</summary>
    public const int Places = 64;

    // A longer name is no name of a plan, and not worth keeping.
    private const int LongestName = 64;

    private readonly Plan?[] _plans = new Plan?[Places];

    /// <summary>The hash of a name, if it is known.</summary>
    public bool TryGet(ReadOnlySpan<char> name, out ulong hash)
    {
        Plan? plan = Volatile.Read(ref _plans[PlaceOf(name)]);
        bool isKnown = plan is not null && name.SequenceEqual(plan.Name);
        hash = isKnown ? plan!.Hash : 0;
        return isKnown;
    }

    /// <summary>Remembers a hash, if its place is free.</summary>
    public void Add(ReadOnlySpan<char> name, ulong hash)
    {
        ref Plan? place = ref _plans[PlaceOf(name)];
        if (name.Length <= LongestName && Volatile.Read(ref place) is null)
        {
            Interlocked.CompareExchange(ref place, new Plan(name.ToString(), hash), null);
        }
    }

    private static int PlaceOf(ReadOnlySpan<char> name) =>
        name.IsEmpty ? 0 : ((name.Length * 5) + (name[0] * 3) + name[^1] + (name[name.Length / 2] * 7)) & (Places - 1);

    private sealed record Plan(string Name, ulong Hash);
}
