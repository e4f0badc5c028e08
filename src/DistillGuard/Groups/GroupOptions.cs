// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Options of the analysis plane: how groups are formed, how much it may remember.</summary>
/// <remarks>
/// Its tables start small and double up to these limits; <see cref="DistillationGuard.SubjectBytes"/> states the most that they take, 201 MB with the
/// defaults. A table that is full forgets a quarter of itself: what links least, and of that what was seen least recently. Keep the limits in proportion,
/// since forgetting walks through all tables. What a look for groups works with comes on top while it lasts.
/// </remarks>
public sealed class GroupOptions : IGuardOptions
{
    /// <summary>How often groups are formed and tested, in traffic time. One minute to one day; default 15 minutes.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an exchange is evidence, and an account or a piece remembered that is not seen. One hour to 90 days; default 7 days.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Fewest unrelated organizations that must share a piece, each with different texts. 2 to 1,000; default 3.</summary>
    public int FewestOrganizations { get; set; } = 3;

    /// <summary>
    /// Most template pieces remembered that one organization sent so far, 16 bytes each, and a quarter as many that several did, 40 to 44 bytes each. 1,024
    /// to 100,000,000; default 1,000,000. Up to 24 come with an exchange, most of them never again; that many pass by while a piece waits for its second
    /// sender.
    /// </summary>
    public int MaxPieces { get; set; } = 1_000_000;

    /// <summary>
    /// Most accounts remembered by the analysis plane, 256 to 264 bytes each, and three times as many payment tokens, client fingerprints and network
    /// prefixes, 20 to 24 bytes each. 64 to 50,000,000; default 100,000.
    /// </summary>
    public int MaxAccounts { get; set; } = 100_000;

    /// <summary>Most pairs remembered of an account and a piece that several organizations send, 36 to 40 bytes each. 1,024 to 100,000,000; default 1,000,000.</summary>
    public int MaxMemberships { get; set; } = 1_000_000;

    /// <summary>
    /// Most exchanges of shared pieces remembered, as the evidence of groups, 132 bytes each. 1,024 to 10,000,000; default 131,072. When they are too many, a
    /// quarter goes, from the accounts that have most.
    /// </summary>
    public int MaxExchanges { get; set; } = 131_072;

    /// <summary>
    /// Most accounts whose questions are summed up, 516 bytes each, to see whether several draw from one list. 64 to 1,000,000; default 8,192.
    /// </summary>
    public int MaxSketches { get; set; } = 8_192;

    /// <summary>
    /// Most accounts of which it is remembered how they ask, 328 bytes each, to compare groups with their peers. 64 to 10,000,000; default 32,768.
    /// </summary>
    public int MaxHabits { get; set; } = 32_768;

    /// <summary>
    /// Exchanges that may wait for the analysis plane, 456 bytes each. 256 to 1,048,576; default 16,384. More are dropped and counted: as many must fit as
    /// come in while one look for groups lasts.
    /// </summary>
    public int QueueLength { get; set; } = 16_384;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(Interval), Interval, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        problems.CheckRange(nameof(Window), Window, TimeSpan.FromHours(1), TimeSpan.FromDays(90));
        problems.CheckRange(nameof(FewestOrganizations), FewestOrganizations, 2, 1_000);
        problems.CheckRange(nameof(MaxPieces), MaxPieces, 1_024, 100_000_000);
        problems.CheckRange(nameof(MaxAccounts), MaxAccounts, 64, 50_000_000);
        problems.CheckRange(nameof(MaxMemberships), MaxMemberships, 1_024, 100_000_000);
        problems.CheckRange(nameof(MaxExchanges), MaxExchanges, 1_024, 10_000_000);
        problems.CheckRange(nameof(MaxSketches), MaxSketches, 64, 1_000_000);
        problems.CheckRange(nameof(MaxHabits), MaxHabits, 64, 10_000_000);
        problems.CheckRange(nameof(QueueLength), QueueLength, 256, 1_048_576);
    }
}
