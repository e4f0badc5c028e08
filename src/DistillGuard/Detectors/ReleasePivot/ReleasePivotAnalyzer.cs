// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Detectors.ReleasePivot;

/// <summary>Whether a group moved to a new model within two days of its release, far more than everybody did.</summary>
internal sealed class ReleasePivotAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "release-pivot";

    private static readonly SignalInfo Pivot = new()
    {
        Id = "volume.release-pivot",
        Title = "The group moved to a new model together",
        Family = SignalFamily.Volume,
        Reason = "within two days of a release, {0:P0} of its exchanges went to the new model; {1:P0} of all did",
        Innocent = "release-day evaluations, a product that follows the newest model, and everybody who likes new models.",
        References = ["AA26-251A", "OWASP AISVS 11.5.3"],
    };

    private readonly ReleasePivotOptions _options;

    public ReleasePivotAnalyzer(ReleasePivotOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        double share = MeanShareOnReleased(in group, out int members);
        if (members < _options.FewestMembers)
        {
            return;
        }

        double usual = group.Population.ShareOnReleased;
        double from = usual + (_options.Margin * (1 - usual));
        double weight = _options.MostWeight * Math.Clamp((share - from) / _options.FullAbove, 0, 1);
        if (weight > 0)
        {
            signals.Add(new Signal(Pivot, (float)weight, (float)share, (float)usual));
        }
    }

    // Averaged over members, so that one account that runs an evaluation on release day does not speak for all.
    private double MeanShareOnReleased(in GroupView group, out int members)
    {
        int[] moved = new int[group.Members.Length];
        int[] all = new int[group.Members.Length];
        foreach (ref readonly GroupExchange exchange in group.Exchanges)
        {
            if (group.Population.IsSinceRelease(exchange.Ticks, exchange.Model, out bool isReleased))
            {
                all[exchange.Member]++;
                moved[exchange.Member] += isReleased ? 1 : 0;
            }
        }

        double sum = 0;
        members = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] >= _options.FewestPerMember)
            {
                sum += (double)moved[i] / all[i];
                members++;
            }
        }

        return members == 0 ? 0 : sum / members;
    }
}
