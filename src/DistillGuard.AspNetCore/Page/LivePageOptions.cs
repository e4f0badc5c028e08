// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.AspNetCore.Page;

/// <summary>Options of the live page.</summary>
public sealed class LivePageOptions : IGuardOptions
{
    /// <summary>How often an open page is brought up to date; it is drawn once for all who look. One second to one minute; default two seconds.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Pages that may be kept up to date at once; others are told to come again. 1 to 1,000; default 16.</summary>
    public int MaxViewers { get; set; } = 16;

    /// <summary>
    /// Accounts whose activity is remembered to be drawn, about 250 bytes each; of more, those not seen for long are forgotten. 64 to 1,000,000; default
    /// 16,384.
    /// </summary>
    public int MaxAccounts { get; set; } = 16_384;

    /// <summary>
    /// Names an account of which the guard knows only a keyed hash, <see langword="null"/> where it cannot. Called while the page is drawn, so it returns at
    /// once. Default: none, and accounts go by the first eight digits of their hashes.
    /// </summary>
    public Func<SubjectKey, string?>? NameOf { get; set; }

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(Interval), Interval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        problems.CheckRange(nameof(MaxViewers), MaxViewers, 1, 1_000);
        problems.CheckRange(nameof(MaxAccounts), MaxAccounts, 64, 1_000_000);
    }
}
