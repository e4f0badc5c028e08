// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;

namespace DistillGuard.Subjects;

/// <summary>The subject tables of one guard. Thread-safe.</summary>
internal sealed class SubjectMemory
{
    private readonly SubjectTable? _accounts;
    private readonly SubjectTable? _organizations;
    private readonly SubjectTable? _links;
    private readonly SubjectTable? _cohorts;
    private readonly SubjectTable? _signatures;
    private readonly SubjectTable[] _tables;

    public SubjectMemory(SubjectLayout layout, GuardOptions options)
    {
        _accounts = Create(SubjectKind.Account, layout, options);
        _organizations = Create(SubjectKind.Organization, layout, options);
        _links = Create(SubjectKind.Link, layout, options);
        _cohorts = Create(SubjectKind.Cohort, layout, options);
        _signatures = Create(SubjectKind.Signature, layout, options);
        Bytes = BytesFor(layout, options);
        _tables = [.. new[] { _accounts, _organizations, _links, _cohorts, _signatures }.OfType<SubjectTable>()];
    }

    /// <summary>Bytes of all tables: taken before the first request, never more.</summary>
    public long Bytes { get; }

    public int Accounts => _accounts?.Count ?? 0;

    /// <summary>Subjects of all kinds.</summary>
    public long Count => _tables.Sum(static table => (long)table.Count);

    /// <summary>Whether nobody is remembered.</summary>
    public bool IsEmpty => Count == 0;

    public long Evictions =>
        (_accounts?.Evictions ?? 0) + (_organizations?.Evictions ?? 0) + (_links?.Evictions ?? 0) + (_cohorts?.Evictions ?? 0)
        + (_signatures?.Evictions ?? 0);

    /// <summary>Bytes that all tables would take.</summary>
    public static long BytesFor(SubjectLayout layout, GuardOptions options)
    {
        long bytes = 0;
        foreach (SubjectKind kind in Enum.GetValues<SubjectKind>())
        {
            int stateBytes = layout.BytesPer(kind);
            bytes += stateBytes == 0 ? 0 : SubjectTable.Bytes(Capacity(kind, options), stateBytes);
        }

        return bytes;
    }

    /// <summary>
    /// Holds all subjects of a request, new ones made, always in the same order, so that two requests never wait for each other.
    /// </summary>
    public HeldSubjects Hold(in SubjectKeys keys)
    {
        SubjectHandle account = Hold(_accounts, keys.Account, isOutcome: false);
        SubjectHandle organization = Hold(_organizations, keys.Organization, isOutcome: false);
        LinkHandles links = HoldLinks(in keys, isOutcome: false);
        return new HeldSubjects(account, organization, links[0], links[1], links[2], Hold(_cohorts, keys.Cohort, isOutcome: false));
    }

    /// <summary>
    /// Asks for the memory that <see cref="Hold(in SubjectKeys)"/> will need, while something else is done: of the account and of the
    /// organization, which are many and mostly in no cache. Call it with each step in turn; nothing depends on it.
    /// </summary>
    public void Prefetch(in SubjectKeys keys, PrefetchStep step)
    {
        if (keys.Account.IsPresent)
        {
            _accounts?.Prefetch(keys.Account, step);
        }

        if (keys.Organization.IsPresent)
        {
            _organizations?.Prefetch(keys.Organization, step);
        }
    }

    /// <summary>Holds those subjects of an outcome that are still remembered, in the same order.</summary>
    public HeldSubjects HoldKnown(in SubjectKeys keys)
    {
        SubjectHandle account = Hold(_accounts, keys.Account, isOutcome: true);
        SubjectHandle organization = Hold(_organizations, keys.Organization, isOutcome: true);
        LinkHandles links = HoldLinks(in keys, isOutcome: true);
        return new HeldSubjects(account, organization, links[0], links[1], links[2], Hold(_cohorts, keys.Cohort, isOutcome: true));
    }

    /// <summary>
    /// The way to the signatures of a request whose subjects are held: the last kind in the order of locks, one at a time.
    /// </summary>
    /// <param name="hasher">Hashes the blobs.</param>
    /// <param name="room">Most profiles that may be made on the way.</param>
    public SignatureCursor Signatures(SubjectHasher hasher, int room) => new(_signatures, hasher, room);

    /// <summary>Writes all tables.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="accounts">About how many accounts; exact when nothing else goes on.</param>
    /// <returns>About how many subjects of all kinds.</returns>
    public long Save(SnapshotWriter writer, out int accounts)
    {
        long subjects = Count;
        accounts = Accounts;
        foreach (SubjectTable table in _tables)
        {
            table.Save(writer);
        }

        return subjects;
    }

    /// <summary>Takes over what was written, into empty tables.</summary>
    public void Load(SnapshotReader reader)
    {
        foreach (SubjectTable table in _tables)
        {
            table.Load(reader);
        }
    }

    /// <summary>Forgets everybody.</summary>
    public void Clear()
    {
        foreach (SubjectTable table in _tables)
        {
            table.Clear();
        }
    }

    private static SubjectHandle Hold(SubjectTable? table, SubjectKey key, bool isOutcome)
    {
        if (table is null || !key.IsPresent)
        {
            return default;
        }

        return isOutcome ? table.HoldKnown(key) : table.Hold(key);
    }

    private static int Capacity(SubjectKind kind, GuardOptions options) => kind switch
    {
        SubjectKind.Account => options.MaxAccounts,
        SubjectKind.Organization => options.MaxOrganizations,
        SubjectKind.Link => options.MaxLinks,
        SubjectKind.Cohort => options.MaxCohorts,
        SubjectKind.Signature => options.MaxSignatures,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of subject."),
    };

    // Kinds that nothing remembers have no table: they cost neither memory nor a look-up.
    private static SubjectTable? Create(SubjectKind kind, SubjectLayout layout, GuardOptions options) =>
        layout.BytesPer(kind) == 0 ? null : new SubjectTable(kind, Capacity(kind, options), layout);

    // The three links stand in one table. They are locked in the order of their keys, not of their roles, and equal keys once:
    // an outcome's keys come from the host, and two that are equal or swapped must not lock a thread out of its own profile.
    private LinkHandles HoldLinks(in SubjectKeys keys, bool isOutcome)
    {
        var handles = default(LinkHandles);
        if (_links is null)
        {
            return handles;
        }

        ReadOnlySpan<SubjectKey> links = [keys.Payment, keys.Fingerprint, keys.Egress];
        SubjectKey last = default; // what is absent is the smallest key, and so never held
        for (int turn = 0; turn < links.Length; turn++)
        {
            int next = -1;
            for (int i = 0; i < links.Length; i++)
            {
                if (last.IsBelow(links[i]) && (next < 0 || links[i].IsBelow(links[next])))
                {
                    next = i;
                }
            }

            if (next < 0)
            {
                break;
            }

            last = links[next];
            handles[next] = Hold(_links, last, isOutcome);
        }

        return handles;
    }
}
