// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Signals;

/// <summary>The static description of a signal: made once, referred to by every <see cref="Signal"/>. Immutable; safe on any thread.</summary>
public sealed class SignalInfo
{
    private const int ReasonArguments = 3;

    private readonly string _reason = string.Empty;
    private readonly SignalFamily _family;

    /// <summary>The stable name, lower case with dots and hyphens, for example <c>volume.above-cohort</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One sentence that a person understands without knowing the detector.</summary>
    public required string Title { get; init; }

    /// <summary>The family the evidence belongs to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such family.</exception>
    public required SignalFamily Family
    {
        get => _family;
        init => _family = value <= SignalFamily.Distribution
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a signal family.");
    }

    /// <summary>
    /// The sentence of the reason: a composite format in which <c>{0}</c> is the measure, <c>{1}</c> the limit and <c>{2}</c> the tag.
    /// Numbers are written with the invariant culture.
    /// </summary>
    /// <exception cref="FormatException">The sentence is no composite format, or asks for more than measure, limit and tag.</exception>
    public required string Reason
    {
        get => _reason;
        init => _reason = Checked(value);
    }

    /// <summary>What an innocent customer doing this would be. It stands beside every accusation.</summary>
    public required string Innocent { get; init; }

    /// <summary>Public sources for the signal: addresses, or identifiers such as <c>MITRE ATLAS AML.T0024.002</c>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>
    /// Whether this reports a policy outcome, such as an unsupported region, rather than evidence of distillation.
    /// Policy outcomes never enter the score.
    /// </summary>
    public bool IsPolicy { get; init; }

    /// <summary>
    /// Whether this evidence may accuse by itself: it needs no second family, and its family's cap does not cut it. Only for what chance
    /// and ordinary use cannot explain, such as reasoning that was issued to another organization; a weight that is not above 0 counts
    /// like any other. Default: no.
    /// </summary>
    public bool IsConclusive { get; init; }

    /// <summary>The name, for debuggers and messages.</summary>
    public override string ToString() => Id;

    // A faulty sentence must show when the description is made, not when somebody asks why an account was accused.
    private static string Checked(string reason) =>
        CompositeFormat.Parse(reason).MinimumArgumentCount <= ReasonArguments
            ? reason
            : throw new FormatException($"'{reason}' asks for more than {{0}} measure, {{1}} limit and {{2}} tag.");
}
