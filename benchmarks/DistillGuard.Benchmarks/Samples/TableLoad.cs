// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Benchmarks.Samples;

/// <summary>How many accounts there are, and how requests spread over them.</summary>
/// <param name="Accounts">Number of accounts.</param>
/// <param name="Spread">Who sends how often.</param>
public sealed record TableLoad(int Accounts, KeySpread Spread)
{
    /// <summary>The name that stands in tables.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Accounts}-{Spread}");
}
