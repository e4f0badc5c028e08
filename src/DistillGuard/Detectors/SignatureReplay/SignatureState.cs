// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Subjects;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>What <c>signature-replay</c> remembers of a signature: 48 bytes. Zero bytes are one never seen.</summary>
/// <remarks>
/// Of the owner's keyed hashes 64 bits each stay: enough to tell a hundred million owners apart. Both are needed: an account that joins an
/// organization takes its conversations with it.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct SignatureState
{
    public ulong Account;
    public ulong Organization;
    public long Ticks;
    public SignatureCarriers Carriers;
    public SignatureProvenance Provenance;

    /// <summary>Takes note that an account received it.</summary>
    public void Issue(in SubjectKeys receiver, long ticks, long retention)
    {
        ForgetAfter(retention, ticks);
        if (Provenance is SignatureProvenance.Unknown or SignatureProvenance.Carried)
        {
            Own(in receiver, SignatureProvenance.Issued); // whoever sent it before has no better claim than a response
        }
        else if (!IsOwn(in receiver))
        {
            Provenance = SignatureProvenance.IssuedToSeveral;
        }

        Touch(ticks);
    }

    /// <summary>Takes note that an account sends it, and says what that means.</summary>
    public SignatureCarry Carry(in SubjectKeys sender, long ticks, long retention)
    {
        ForgetAfter(retention, ticks);
        if (Provenance == SignatureProvenance.Unknown)
        {
            Own(in sender, SignatureProvenance.Carried);
        }

        Touch(ticks);
        if (IsOwn(in sender))
        {
            return SignatureCarry.Innocent;
        }

        switch (Provenance)
        {
            case SignatureProvenance.Issued:
                return SignatureCarry.IssuedToAnother;
            case SignatureProvenance.Carried:
                Carriers.Add((sender.Organization.IsPresent ? sender.Organization : sender.Account).Low);
                return Carriers.IsFull ? SignatureCarry.Innocent : SignatureCarry.SentByAnother;
            default:
                return SignatureCarry.Innocent;
        }
    }

    private readonly bool IsOwn(in SubjectKeys keys) =>
        Account == keys.Account.Low || (Organization != 0 && Organization == keys.Organization.Low);

    private void Own(in SubjectKeys keys, SignatureProvenance provenance)
    {
        Account = keys.Account.Low;
        Organization = keys.Organization.Low;
        Provenance = provenance;
        Carriers = default;
    }

    private void Touch(long ticks) => Ticks = Math.Max(Ticks, ticks);

    // Time far behind what is remembered is a clock put right; to wait for the wrong time to come would remember for ever.
    private void ForgetAfter(long retention, long ticks)
    {
        if (Math.Abs(ticks - Ticks) > retention)
        {
            this = default;
        }
    }
}
