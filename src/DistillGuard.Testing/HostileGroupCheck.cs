// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing;

/// <summary>Shows an analyzer everything that <see cref="HostileGroups"/> lists.</summary>
internal static class HostileGroupCheck
{
    public static void Run(IGroupAnalyzer analyzer)
    {
        foreach ((string occasion, GroupSample group) in HostileGroups.All())
        {
            foreach (Signal signal in Analyze(analyzer, occasion, group))
            {
                Check(signal, occasion);
            }
        }
    }

    private static Signal[] Analyze(IGroupAnalyzer analyzer, string occasion, GroupSample group)
    {
        try
        {
            return group.AnalyzedBy(analyzer);
        }
        catch (Exception exception)
        {
            throw new DetectorContractException(
                $"'{analyzer.Name}' threw at a group with {occasion}: {exception.GetType().Name}: {exception.Message} An analyzer never throws.");
        }
    }

    private static void Check(Signal signal, string occasion)
    {
        if (!float.IsFinite(signal.Weight) || !float.IsFinite(signal.Measure) || !float.IsFinite(signal.Limit))
        {
            throw new DetectorContractException(
                $"'{signal.Info.Id}' weighs {signal.Weight} with measure {signal.Measure} and limit {signal.Limit} at a group with {occasion}. " +
                "All three are finite numbers, or the signal is ignored or says nonsense.");
        }

        if (string.IsNullOrWhiteSpace(signal.Describe()))
        {
            throw new DetectorContractException($"'{signal.Info.Id}' has no words for a group with {occasion}.");
        }
    }
}
