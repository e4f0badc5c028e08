// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>
/// What the contract needs to know of a detector: how to add it, what it must hear, and what must leave it quiet.
/// Immutable.
/// </summary>
public sealed class DetectorCase
{
    /// <summary>The default of <see cref="Trifle"/>: an eighth of what makes a family count.</summary>
    public const float DefaultTrifle = 0.1f;

    /// <summary>Adds the detector, and nothing else: every signal is taken for its own.</summary>
    public required Action<DistillationGuardBuilder> Configure { get; init; }

    /// <summary>Sends traffic that the detector must hear.</summary>
    public required Action<Traffic> SendAttack { get; init; }

    /// <summary>
    /// Sends traffic of innocent customers, none of whom may weigh more than a trifle at any request.
    /// </summary>
    public required Action<Traffic> SendBenign { get; init; }

    /// <summary>The most that a signal may weigh on benign traffic, in natural log-odds. Default: 0.1.</summary>
    public float Trifle { get; init; } = DefaultTrifle;

    internal DistillationGuard Build() => TestGuard.Build(Configure);

    internal TrafficRecording RecordAttack() => TrafficRecording.Make(this, SendAttack, nameof(SendAttack));

    internal TrafficRecording RecordBenign() => TrafficRecording.Make(this, SendBenign, nameof(SendBenign));

    /// <summary>All that both scripts send, the benign first.</summary>
    internal SentExchange[] RecordBoth() => [.. RecordBenign().Exchanges, .. RecordAttack().Exchanges];
}
