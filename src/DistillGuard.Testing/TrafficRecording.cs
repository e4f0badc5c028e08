// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>
/// A script that was run once on a fresh guard: what was sent, and the most telling of what was said.
/// </summary>
internal sealed class TrafficRecording
{
    private readonly List<SentExchange> _exchanges = [];
    private readonly HashSet<SignalInfo> _infos = [];

    private TrafficRecording(DistillationGuard guard) => Guard = guard;

    public DistillationGuard Guard { get; }

    public IReadOnlyList<SentExchange> Exchanges => _exchanges;

    /// <summary>Descriptions of the signals that were given, each once.</summary>
    public IReadOnlyCollection<SignalInfo> Infos => _infos;

    /// <summary>The most that any signal other than a policy outcome weighed.</summary>
    public float Heaviest { get; private set; } = float.NegativeInfinity;

    /// <summary>The verdict in which it stands.</summary>
    public AccountVerdict HeaviestVerdict { get; private set; }

    /// <summary>The first verdict with a policy outcome.</summary>
    public AccountVerdict? Policy { get; private set; }

    /// <summary>The first accusation.</summary>
    public AccountVerdict? Accusation { get; private set; }

    /// <summary>The first verdict whose signals found no room.</summary>
    public AccountVerdict? Overflow { get; private set; }

    public static TrafficRecording Make(DetectorCase detector, Action<Traffic> script, string name)
    {
        var recording = new TrafficRecording(detector.Build());
        script(new Traffic(recording.Guard, recording._exchanges).Watch(recording.Add));
        GuardCounters counters = recording.Guard.Counters;
        if (counters.Evaluated == 0)
        {
            throw new DetectorContractException($"{name} sent no request that could be evaluated, so it tells " +
                "nothing. Send some.");
        }

        FaultCheck.ThrowIfAny(recording.Guard, name);
        return recording;
    }

    private void Add(AccountVerdict verdict)
    {
        Verdict value = verdict.Verdict;
        foreach (Signal signal in value.Signals)
        {
            _infos.Add(signal.Info);
            if (signal.Info.IsPolicy)
            {
                Policy ??= verdict;
            }
            else if (signal.Weight > Heaviest)
            {
                Heaviest = signal.Weight;
                HeaviestVerdict = verdict;
            }
        }

        if (value.Level != VerdictLevel.None)
        {
            Accusation ??= verdict;
        }

        if (value.Dropped > 0)
        {
            Overflow ??= verdict;
        }
    }
}
