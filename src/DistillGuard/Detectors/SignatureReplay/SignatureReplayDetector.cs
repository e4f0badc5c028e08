// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Statistics;
using DistillGuard.Subjects;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>
/// Hears opaque reasoning that was issued to one organization and comes back from another. An account without an organization is one
/// of its own. Only the account that sends is spoken of, never the one it was issued to.
/// </summary>
internal sealed class SignatureReplayDetector : IDistillationDetector, IOutcomeObserver
{
    public const string DetectorName = "signature-replay";

    // The newest blobs of a request. The profiles are locked meanwhile, so that the work must not grow with what a client sends.
    private const int MostBlobs = 1024;

    private readonly SignatureReplayOptions _options;
    private readonly StateSlot<SignatureReplayState> _account;
    private readonly StateSlot<SignatureState> _signature;

    public SignatureReplayDetector(SignatureReplayOptions options, SubjectLayout layout)
    {
        _options = options;
        _account = layout.Reserve<SignatureReplayState>(SubjectKind.Account);
        _signature = layout.Reserve<SignatureState>(SubjectKind.Signature);
    }

    public string Name => DetectorName;

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        SubjectProfiles subjects = context.Subjects;
        if (!subjects.Account.IsPresent)
        {
            return;
        }

        ref SignatureReplayState account = ref subjects.Account.State(_account);
        account.ForgetAfter(_options.Retention.Ticks, context.Ticks);
        if (BringsForeign(in context, in subjects, ref account))
        {
            Report(in account, ref signals);
        }
    }

    // What a response issued is its receiver's; one that was turned away issued nothing, and what its request brought is taken back, so
    // that a block does not confirm itself through retries.
    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        if (subjects.Account.IsPresent)
        {
            subjects.Account.State(_account).Settle(subjects.Keys.Exchange, outcome.IsTurnedAway);
        }

        ReasoningSignatures issued = outcome.IsTurnedAway ? default : outcome.ReasoningSignatures;
        int count = Math.Min(MostBlobs, issued.Count);
        for (int i = 0; i < count; i++)
        {
            SubjectProfile signature = PlaceholderBlobs.Contains(issued[i]) ? default : subjects.Signature(issued[i]);
            if (signature.IsPresent)
            {
                signature.State(_signature).Issue(subjects.Keys, outcome.Time.UtcTicks, _options.Retention.Ticks);
            }
        }
    }

    /// <summary>Looks every blob up, and counts the request if it brings a foreign one that the account has not brought before.</summary>
    /// <returns>Whether any is foreign.</returns>
    private bool BringsForeign(in InspectionContext context, in SubjectProfiles subjects, ref SignatureReplayState account)
    {
        RequestContent content = context.Request.Content;
        KMinimumValues before = account.Brought;
        bool isForeign = false;
        bool isNew = false;
        bool isNewIssued = false;
        int left = MostBlobs;
        for (int i = content.Parts.Length - 1; i >= 0 && left > 0; i--)
        {
            TextPart part = content.Parts[i];
            if (part.Kind != TextKind.ReasoningBlob || PlaceholderBlobs.Contains(content[part]))
            {
                continue;
            }

            left--;
            SubjectProfile signature = subjects.Signature(content[part]);
            SignatureCarry carry = signature.IsPresent
                ? signature.State(_signature).Carry(subjects.Keys, context.Ticks, _options.Retention.Ticks)
                : SignatureCarry.Innocent;
            if (carry != SignatureCarry.Innocent)
            {
                bool isAdded = account.Brought.Add(signature.Key.High);
                isForeign = true;
                isNew |= isAdded;
                isNewIssued |= isAdded && carry == SignatureCarry.IssuedToAnother;
            }
        }

        if (isNew)
        {
            account.Count(isNewIssued, in before, subjects.Keys.Exchange, context.Ticks);
        }

        return isForeign;
    }

    private void Report(in SignatureReplayState account, ref SignalBuffer signals)
    {
        float enough = _options.MinimumReplays;
        if (account.Issued > 0)
        {
            bool isConclusive = account.Issued >= _options.MinimumReplays;
            signals.Add(new Signal(
                isConclusive ? SignatureReplaySignals.Replayed : SignatureReplaySignals.Single,
                (float)(isConclusive ? _options.ConclusiveWeight : _options.UnconfirmedWeight),
                account.Issued,
                enough));
        }

        if (account.Shared > 0)
        {
            double confirmed = Math.Min(1, account.Shared / enough);
            signals.Add(new Signal(
                SignatureReplaySignals.Shared, (float)(_options.UnconfirmedWeight * confirmed), account.Shared, enough));
        }
    }
}
