// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Groups;

/// <summary>Runs analyzers in order; one that throws is counted and skipped, and the rest go on.</summary>
internal sealed class GroupAnalyzers
{
    private readonly IGroupAnalyzer[] _analyzers;
    private readonly long[] _faults;

    public GroupAnalyzers(IReadOnlyList<IGroupAnalyzer> analyzers)
    {
        _analyzers = [.. analyzers];
        _faults = new long[_analyzers.Length];
    }

    public IReadOnlyList<IGroupAnalyzer> Analyzers => Array.AsReadOnly(_analyzers);

    /// <summary>How often each analyzer threw, in the order they run.</summary>
    public IReadOnlyList<DetectorFaults> Faults =>
        [.. _analyzers.Select((analyzer, i) => new DetectorFaults(analyzer.Name, Volatile.Read(ref _faults[i])))];

    public long FaultCount => Faults.Sum(static faults => faults.Count);

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        int next = 0;
        while (next < _analyzers.Length)
        {
            int held = signals.Count;
            int dropped = signals.Dropped;
            try
            {
                for (; next < _analyzers.Length; next++)
                {
                    held = signals.Count;
                    dropped = signals.Dropped;
                    _analyzers[next].Analyze(in group, ref signals);
                }
            }
            catch (Exception)
            {
                signals.Truncate(held, dropped);
                Interlocked.Increment(ref _faults[next]);
                next++;
            }
        }
    }
}
