// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>The subject tables of one guard. Thread-safe.</summary>
internal sealed class SubjectMemory
{
    private readonly SubjectTable? _accounts;
    private readonly SubjectTable? _organizations;
    private readonly SubjectTable? _links;
    private readonly SubjectTable? _cohorts;

    public SubjectMemory(SubjectLayout layout, GuardOptions options)
    {
        _accounts = Create(SubjectKind.Account, options.MaxAccounts, layout);
        _organizations = Create(SubjectKind.Organization, options.MaxOrganizations, layout);
        _links = Create(SubjectKind.Link, options.MaxLinks, layout);
        _cohorts = Create(SubjectKind.Cohort, options.MaxCohorts, layout);
    }

    /// <summary>Bytes of all tables: taken before the first request, never more.</summary>
    public long Bytes { get; private set; }

    public int Accounts => _accounts?.Count ?? 0;

    public long Evictions =>
        (_accounts?.Evictions ?? 0) + (_organizations?.Evictions ?? 0) + (_links?.Evictions ?? 0) + (_cohorts?.Evictions ?? 0);

    /// <summary>Holds all subjects of a request, always in the same order, so that two requests never wait for each other.</summary>
    public HeldSubjects Hold(in SubjectKeys keys) => new(
        Hold(_accounts, keys.Account),
        Hold(_organizations, keys.Organization),
        Hold(_links, keys.Payment),
        Hold(_links, keys.Fingerprint),
        Hold(_links, keys.Egress),
        Hold(_cohorts, keys.Cohort));

    /// <summary>Holds the account only.</summary>
    public HeldSubjects HoldAccount(SubjectKey account) => new(Hold(_accounts, account), default, default, default, default, default);

    private static SubjectHandle Hold(SubjectTable? table, SubjectKey key) =>
        table is null || !key.IsPresent ? default : table.Hold(key);

    // Kinds that nothing remembers have no table: they cost neither memory nor a look-up.
    private SubjectTable? Create(SubjectKind kind, int capacity, SubjectLayout layout)
    {
        int stateBytes = layout.BytesPer(kind);
        if (stateBytes == 0)
        {
            return null;
        }

        Bytes += SubjectTable.Bytes(capacity, stateBytes);
        return new SubjectTable(kind, capacity, stateBytes);
    }
}
