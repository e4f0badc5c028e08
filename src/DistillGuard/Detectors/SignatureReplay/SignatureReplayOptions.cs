// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>
/// Options of <c>signature-replay</c>. How many signatures are remembered is the engine's: <see cref="GuardOptions.MaxSignatures"/>.
/// </summary>
public sealed class SignatureReplayOptions : IGuardOptions
{
    /// <summary>
    /// How long after it was last issued or sent a signature is remembered, and how long after its latest replay an account's replays
    /// are; in the time of the traffic. One hour to 365 days; default 30 days.
    /// </summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Requests of an account that each bring another signature issued to another organization, from which they are conclusive. 2 to 8,
    /// as many as are told apart for certain; default 2.
    /// </summary>
    public int MinimumReplays { get; set; } = 2;

    /// <summary>
    /// What conclusive replay weighs, in natural log-odds. 0 to 30; default 14, which reaches the bar of any false-alarm budget down to
    /// 1e-6. Below the bar it accuses nobody by itself.
    /// </summary>
    public double ConclusiveWeight { get; set; } = 14;

    /// <summary>
    /// What replay weighs that is not conclusive: fewer requests than <see cref="MinimumReplays"/>, or signatures that nobody saw issued
    /// and another organization sent first. 0 to 5; default 2.
    /// </summary>
    public double UnconfirmedWeight { get; set; } = 2;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(Retention), Retention, TimeSpan.FromHours(1), TimeSpan.FromDays(365));
        problems.CheckRange(nameof(MinimumReplays), MinimumReplays, 2, KMinimumValues.Count);
        problems.CheckRange(nameof(ConclusiveWeight), ConclusiveWeight, 0, 30);
        problems.CheckRange(nameof(UnconfirmedWeight), UnconfirmedWeight, 0, 5);
        if (ConclusiveWeight < UnconfirmedWeight)
        {
            problems.Add(
                $"{nameof(ConclusiveWeight)} ({ConclusiveWeight}) must be at least {nameof(UnconfirmedWeight)} " +
                $"({UnconfirmedWeight}), or more replays would weigh less.");
        }
    }
}
