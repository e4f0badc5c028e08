// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;

namespace DistillGuard.Cli.Evaluating;

/// <summary>A rate with its denominator and its exact 95 % interval (Clopper and Pearson).</summary>
/// <param name="Events">How often it happened.</param>
/// <param name="Trials">How often it could have.</param>
/// <param name="Value">The rate; 0 without trials.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
internal sealed record Rate(long Events, long Trials, double Value, double Lower, double Upper)
{
    private const double OneSided = 0.975;

    public static Rate Of(long events, long trials) => new(
        events,
        trials,
        trials == 0 ? 0 : (double)events / trials,
        BinomialInterval.Lower(events, trials, OneSided),
        BinomialInterval.Upper(events, trials, OneSided));
}
