// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.Coverage;

/// <summary>Whether a group's accounts, taken together, sweep more topics in as many questions than as many of their peers do.</summary>
internal sealed class CoverageAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "coverage";

    private const int FirstDraws = 199;
    private const double WorthMore = 0.05;
    private const ulong Seed = 0x544F50494353;

    private static readonly SignalInfo Sweep = new()
    {
        Id = "distribution.topic-sweep",
        Title = "The accounts, taken together, ask about more different things than their peers do in as many questions",
        Family = SignalFamily.Distribution,
        Reason = "as many accounts chosen at random among their peers cover as many topics with probability {0:G2}; below {1:G2} is unusual",
        Innocent = "a search box, a tutor or an evaluation suite: whatever is asked about everything.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3"],
    };

    private readonly CoverageOptions _options;

    public CoverageAnalyzer(CoverageOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        AccountHabit[] members = Ordered(group.Habits.Members);
        AccountHabit[] peers = Ordered(group.Habits.Peers);
        if (members.Length < _options.FewestMembers || peers.Length < _options.FewestPeers)
        {
            return;
        }

        int each = members.Concat(peers).Min(static habit => habit.Topics.Length);
        ushort[] topics = [.. members.Concat(peers).SelectMany(habit => habit.Topics[..each].ToArray())];
        double probability = DistinctCountTest.AsMany(topics, each, members.Length, FirstDraws, Seed);
        if (probability <= WorthMore)
        {
            probability = DistinctCountTest.AsMany(topics, each, members.Length, _options.Draws, Seed);
        }

        // As many groups as were looked at had the chance to look like this.
        double among = probability * Math.Max(1, group.Candidates);
        if (among <= _options.UnusualFrom)
        {
            double weight = Math.Min(_options.MostWeight, Evidence.FromTail(among));
            signals.Add(new Signal(Sweep, (float)weight, (float)probability, (float)_options.UnusualFrom));
        }
    }

    private AccountHabit[] Ordered(IReadOnlyList<AccountHabit> habits)
    {
        AccountHabit[] with = [.. habits.Where(habit => habit.Topics.Length >= _options.FewestTopics)];
        Array.Sort(with, static (left, right) => left.Topics.Span.SequenceCompareTo(right.Topics.Span));
        return with;
    }
}
