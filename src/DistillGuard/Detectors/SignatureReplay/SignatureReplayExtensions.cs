// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.SignatureReplay;

namespace DistillGuard;

/// <summary>Adds <c>signature-replay</c>.</summary>
public static class SignatureReplayExtensions
{
    /// <summary>
    /// Adds the detector that hears reasoning issued to one organization come back from another. It learns what was issued from
    /// <see cref="Requests.InferenceOutcome.ReasoningSignatures"/>; without them it only knows who sent what first, and accuses nobody by
    /// itself. Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddSignatureReplay(
        this DistillationGuardBuilder builder,
        Action<SignatureReplayOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add<SignatureReplayOptions>(SignatureReplayDetector.DetectorName, configure, Create);
    }

    private static SignatureReplayDetector Create(SignatureReplayOptions options, Subjects.SubjectLayout layout) => new(options, layout);
}
