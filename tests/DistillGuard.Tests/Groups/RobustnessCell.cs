// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Groups;

/// <summary>What became of one campaign over several seeds.</summary>
/// <param name="Runs">Campaigns run.</param>
/// <param name="Found">Campaigns of which an account was named.</param>
/// <param name="Accounts">Accounts of the campaigns.</param>
/// <param name="Named">Those of them that were named.</param>
/// <param name="Innocents">Other accounts that were named.</param>
internal readonly record struct RobustnessCell(int Runs, int Found, int Accounts, int Named, int Innocents)
{
    /// <summary>Share of the accounts that were named, in whole hundredths, rounded down: a bound that was measured.</summary>
    public int Recall => Named * 100 / Accounts;

    /// <summary>Campaigns found of those run, and the accounts named in hundredths.</summary>
    public string Text => Found == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Found}/{Runs} {Recall}");

    public static RobustnessCell operator +(RobustnessCell left, RobustnessCell right) => new(
        left.Runs + right.Runs,
        left.Found + right.Found,
        left.Accounts + right.Accounts,
        left.Named + right.Named,
        left.Innocents + right.Innocents);
}
