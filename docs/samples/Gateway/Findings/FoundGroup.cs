// SPDX-License-Identifier: MIT

using DistillGuard.Groups;

namespace DistillGuard.Samples.Gateway.Findings;

/// <summary>An accused group, in words.</summary>
/// <param name="Finding">What the guard says.</param>
/// <param name="Accounts">Names of its accounts.</param>
internal sealed record FoundGroup(GroupFinding Finding, IReadOnlyList<string> Accounts)
{
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"Group g{Finding.Number} is {Finding.Level.ToString().ToLowerInvariant()}: score {Finding.Score:F1} at a bar of {Finding.Bar:F1}, {Accounts.Count} accounts, first alert {Finding.FirstAlert:yyyy-MM-dd HH:mm} after {Finding.ExchangesBeforeAlert} of its requests.{Environment.NewLine}")
        + "  accounts: " + string.Join(", ", Accounts) + Environment.NewLine
        + string.Concat(Finding.Signals
            .Where(signal => signal.Weight > 0)
            .OrderByDescending(signal => signal.Weight)
            .Select(signal => $"  {signal.Info.Title}: {signal.Describe()}{Environment.NewLine}"));
}
