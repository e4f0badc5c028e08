// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>How benign accounts usually score on the first day they are seen.</summary>
/// <param name="Level">A score that about one account in ten rises above, in natural log-odds.</param>
/// <param name="Accounts">Accounts looked at.</param>
/// <param name="Above">How many of them rose above it.</param>
public readonly record struct UsualScores(float Level, int Accounts, int Above)
{
    private const int OneIn = 10;

    internal static UsualScores Of(FirstDays accounts)
    {
        float[] scores = [.. accounts.Scores.OrderDescending()];
        float level = scores.Length == 0 ? 0 : scores[scores.Length / OneIn];
        return new UsualScores(level, scores.Length, scores.Count(score => score > level));
    }
}
