// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>What was found of one campaign.</summary>
/// <param name="Campaign">Its name in the labels.</param>
/// <param name="Recall">Its accounts that were accused, of those in the log.</param>
/// <param name="Exchanges">Exchanges of its accounts.</param>
/// <param name="ExchangesBeforeAlert">Exchanges of its accounts up to the first accusation of one of them; all of them when there is none.</param>
/// <param name="HoursBeforeAlert">Hours from its first exchange to that accusation; <see langword="null"/> when there is none.</param>
/// <param name="Leaked">Share of its exchanges that accounts sent before they themselves were accused; 0 to 1.</param>
/// <param name="FirstAlert">When the first of its accounts was accused; <see langword="null"/> when none was.</param>
internal sealed record CampaignResult(
    string Campaign, Rate Recall, long Exchanges, long ExchangesBeforeAlert, double? HoursBeforeAlert, double Leaked, DateTimeOffset? FirstAlert)
{
    /// <summary>Whether one of its accounts was accused.</summary>
    public bool IsFound => FirstAlert is not null;
}
