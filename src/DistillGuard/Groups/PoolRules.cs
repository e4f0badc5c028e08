// SPDX-License-Identifier: MIT

using System.Numerics;

namespace DistillGuard.Groups;

/// <summary>Which accounts may belong to a pool: those that ask as a list of questions does, or for what few ask for.</summary>
/// <remarks>
/// Form only, in any language: single questions without a conversation, different ones, of much the same length, none begun carelessly, and never in a sitting.
/// By itself that describes some batch jobs and evaluations too; a pool becomes a candidate only when its accounts also ask about the same things.
/// </remarks>
internal static class PoolRules
{
    private const int FewestQuestions = 4;
    private const int FewestWithParameters = 6;
    private const int MostCountedDifferent = 32;
    private const double FewestShare = 0.9;
    private const double MostBeginLow = 0.03;
    private const double MostLengthSpread = 0.8;
    private const double LongestMean = 6;
    private const double MostInSitting = 0.3;
    private const double RareShare = 0.8;

    /// <summary>Whether what is known so far leaves it possible.</summary>
    public static bool MayBelong(in PoolNode node) => HasForm(in node) || HasParameters(in node, 3);

    /// <summary>Whether an account asks as a list of questions does.</summary>
    public static bool IsBankLike(in PoolNode node) => IsVaried(in node) && HasForm(in node);

    /// <summary>Whether an account asks for what few ask for.</summary>
    public static bool IsParameterLike(in PoolNode node) => HasParameters(in node, FewestWithParameters);

    // Who asks a few questions over and over, as a monitor of uptime does, learns nothing new by it. Bits fill up, so only the first questions are held against them.
    private static bool IsVaried(in PoolNode node)
    {
        int different = BitOperations.PopCount(node.Asked);
        return different >= FewestQuestions && 3 * different >= Math.Min(node.Bare, MostCountedDifferent);
    }

    private static bool HasParameters(in PoolNode node, int fewest) =>
        node.WithRareParameters >= fewest && node.WithRareParameters >= RareShare * node.Exchanges;

    private static bool HasForm(in PoolNode node)
    {
        if (node.Bare < 2 || node.Bare < FewestShare * node.Exchanges)
        {
            return false;
        }

        double mean = node.Lengths / node.Bare;
        double variance = (node.SquaredLengths / node.Bare) - (mean * mean);
        return node.BeginLow <= MostBeginLow * node.Bare
            && mean <= LongestMean
            && variance <= MostLengthSpread * MostLengthSpread
            && node.InSitting <= MostInSitting * (node.Exchanges - 1);
    }
}
