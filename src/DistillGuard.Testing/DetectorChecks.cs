// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>
/// The questions that every detector answers, for any test framework: each check returns, or throws a
/// <see cref="DetectorContractException"/> that says what is wrong. With NUnit, inherit <see cref="DetectorContract"/>
/// instead.
/// </summary>
/// <remarks>Every check builds guards of its own; checks may run at the same time.</remarks>
public static class DetectorChecks
{
    /// <summary>
    /// Once warm, neither <c>Inspect</c> nor <c>Observe</c> allocates: the least of five rounds over all traffic is 0
    /// bytes.
    /// </summary>
    /// <exception cref="DetectorContractException">Something is allocated.</exception>
    public static void AllocatesNothing(DetectorCase detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        AllocationCheck.Run(detector);
    }

    /// <summary>
    /// The detector's fields, static ones too, are readonly, and none holds a collection or another framework type that
    /// can change. Arrays count as collections; frozen and immutable collections do not.
    /// </summary>
    /// <exception cref="DetectorContractException">A field can change.</exception>
    public static void KeepsNoState(DetectorCase detector) => ForEachDetector(detector, FieldCheck.Run);

    /// <summary>The detector's type is sealed.</summary>
    /// <exception cref="DetectorContractException">It is not.</exception>
    public static void IsSealed(DetectorCase detector) => ForEachDetector(detector, static detector =>
    {
        if (!detector.GetType().IsSealed)
        {
            throw new DetectorContractException($"{detector.GetType().Name} is not sealed. Seal it: a subclass " +
                "could add state.");
        }
    });

    /// <summary>The name is lower case with hyphens, at most 64 characters, and always the same.</summary>
    /// <exception cref="DetectorContractException">It is not.</exception>
    public static void HasStableName(DetectorCase detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        NameCheck.Run(detector);
    }

    /// <summary>
    /// On benign traffic nobody is accused, no policy outcome is reported, and no signal weighs more than a trifle.
    /// </summary>
    /// <exception cref="DetectorContractException">Something is said about the innocent.</exception>
    public static void StaysQuietOnBenign(DetectorCase detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        TrafficRecording recording = detector.RecordBenign();
        if (recording.Accusation is { } accusation)
        {
            throw Loud("is accused", accusation);
        }

        if (recording.Policy is { } policy)
        {
            throw Loud("has a policy outcome", policy);
        }

        if (recording.Heaviest > detector.Trifle)
        {
            throw Loud($"weighs {recording.Heaviest:F2}, more than the trifle of " +
                $"{detector.Trifle:F2}", recording.HeaviestVerdict);
        }
    }

    /// <summary>
    /// The attack brings at least one signal that weighs more than a trifle, or a policy outcome; and no signal finds
    /// no room.
    /// </summary>
    /// <exception cref="DetectorContractException">The attack is not heard.</exception>
    public static void HearsAttack(DetectorCase detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        TrafficRecording recording = detector.RecordAttack();
        if (recording.Heaviest <= detector.Trifle && recording.Policy is null)
        {
            throw new DetectorContractException(
                $"The attack is not heard: of {recording.Exchanges.Count} requests none brought a signal heavier " +
                $"than {detector.Trifle:F2}. " +
                "Send more of it, or mend the detector.");
        }

        if (recording.Overflow is { } overflow)
        {
            throw new DetectorContractException(
                $"{overflow.Verdict.Dropped} signals of one request found no room. Give the few that tell most.");
        }
    }

    /// <summary>
    /// Hostile requests and outcomes make no detector throw and give no weight that is not a number: empty and huge
    /// texts, invalid UTF-8, missing and monstrous ids, time that stands still, jumps and runs backwards, parameters
    /// out of any range.
    /// </summary>
    /// <exception cref="DetectorContractException">Something threw.</exception>
    public static void SurvivesHostileInput(DetectorCase detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        HostileInputCheck.Run(detector);
    }

    /// <summary>Four threads at once make no detector throw, and all their requests are evaluated.</summary>
    /// <exception cref="DetectorContractException">Something threw, hung or got lost.</exception>
    public static void SurvivesManyThreads(DetectorCase detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ThreadCheck.Run(detector);
    }

    /// <summary>The same traffic gives the same signals, to the last bit, in another guard.</summary>
    /// <exception cref="DetectorContractException">A signal differs.</exception>
    public static void IsDeterministic(DetectorCase detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        DeterminismCheck.Run(detector);
    }

    /// <summary>
    /// Every signal given has a well-formed id of its own, a title, a reason that formats, an innocent explanation and
    /// references.
    /// </summary>
    /// <exception cref="DetectorContractException">A description is incomplete, or none was given.</exception>
    public static void DescribesItsSignals(DetectorCase detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        DescriptionCheck.Run(detector);
    }

    private static void ForEachDetector(DetectorCase detector, Action<IDistillationDetector> check)
    {
        ArgumentNullException.ThrowIfNull(detector);
        IReadOnlyList<IDistillationDetector> detectors = detector.Build().Detectors;
        if (detectors.Count == 0)
        {
            throw new DetectorContractException("Configure added no detector.");
        }

        foreach (IDistillationDetector added in detectors)
        {
            check(added);
        }
    }

    private static DetectorContractException Loud(string what, AccountVerdict verdict) => new(
        $"Benign account '{verdict.Account}' {what} at " +
        $"{verdict.Time:u}.{Environment.NewLine}{verdict.Verdict.Explain()}");
}
