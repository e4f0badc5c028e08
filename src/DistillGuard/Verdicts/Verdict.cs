// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Verdicts;

/// <summary>What the guard thinks of a request's account at the time of that request. A plain value; words are made by <see cref="Explain"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Verdict
{
    private readonly SignalList _signals;
    private readonly int _count;

    internal Verdict(in SignalBuffer signals, Fusion fusion, float bar, in SubjectKeys subjects, long accountExchanges, GroupStanding group)
    {
        signals.Signals.CopyTo(_signals);
        _count = signals.Count;
        Dropped = signals.Dropped;
        Score = fusion.Score;
        Families = fusion.Families;
        AccusableScore = fusion.Accusable;
        OwnLevel = fusion.Level;
        Bar = bar;
        Subjects = subjects;
        AccountExchanges = accountExchanges;
        Group = group;
    }

    internal Verdict(NotEvaluatedReason reason, float bar, in SubjectKeys subjects, long accountExchanges, GroupStanding group)
    {
        NotEvaluated = reason;
        Bar = bar;
        Subjects = subjects;
        AccountExchanges = accountExchanges;
        Group = group;
    }

    /// <summary>What there is to say of a request that was not inspected yet.</summary>
    public static Verdict Pending { get; } = new(NotEvaluatedReason.Pending, bar: 0, default, accountExchanges: 0, default);

    /// <summary>Why the request was not evaluated; <see cref="NotEvaluatedReason.None"/> when it was.</summary>
    public NotEvaluatedReason NotEvaluated { get; }

    /// <summary>Whether the request was evaluated. A verdict that was not is not "clean": nothing is known of the request, only of the account's group.</summary>
    public bool IsEvaluated => NotEvaluated == NotEvaluatedReason.None;

    /// <summary>How the account stands: by its own score or as a member of an accused group, whichever is higher.</summary>
    public VerdictLevel Level => OwnLevel > Group.Level ? OwnLevel : Group.Level;

    /// <summary>How the account's own score stands against the bar.</summary>
    public VerdictLevel OwnLevel { get; }

    /// <summary>How the account stands as a member of an accused group, whether or not this request was evaluated.</summary>
    public GroupStanding Group { get; }

    /// <summary>The account's own evidence in natural log-odds: families capped and added.</summary>
    public float Score { get; }

    /// <summary>
    /// The highest bar at which this verdict would accuse the account by itself: the score when two families count, the conclusive part
    /// of it when not. 0 or less: it would at none. Calibration measures its daily maximum.
    /// </summary>
    public float AccusableScore { get; }

    /// <summary>
    /// The score from which the account is accused at the operator's budget: the highest bar of the segments it belonged to on the request's
    /// day so far, and never below the bar of all.
    /// </summary>
    public float Bar { get; }

    /// <summary>The segments of customers that the request belongs to; the default value when it was not evaluated.</summary>
    public RequestSegment Segment { get; internal init; }

    /// <summary>
    /// Families that carry enough evidence to count; an accusation needs two, or conclusive evidence that reaches the bar by itself.
    /// </summary>
    public SignalFamilies Families { get; }

    /// <summary>Signals that found no room.</summary>
    public int Dropped { get; }

    /// <summary>The request's subjects; give them back with the outcome.</summary>
    public SubjectKeys Subjects { get; }

    /// <summary>Requests of this account seen so far, this one included.</summary>
    public long AccountExchanges { get; }

    /// <summary>What the detectors found, in the order they found it; policy outcomes among them.</summary>
    [UnscopedRef]
    public ReadOnlySpan<Signal> Signals => ((ReadOnlySpan<Signal>)_signals)[.._count];

    /// <summary>Says in words what was found, what it weighs, and what an innocent customer like this would be.</summary>
    public string Explain() => VerdictExplanation.Write(in this);
}
