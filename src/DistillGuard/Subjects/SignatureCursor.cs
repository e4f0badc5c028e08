// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Subjects;

/// <summary>Holds the profiles of a request's reasoning blobs, one at a time: to ask for the next is to let go of the one before.</summary>
/// <remarks>
/// It stands on the stack of the engine, which releases it last of all, whatever a detector did. The profiles of all other kinds are
/// held before the first signature is, so who waits for a signature waits for somebody who waits for nobody.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct SignatureCursor
{
    /// <summary>
    /// Most profiles that one request may make. What a request carries is chosen by the other side: without a bound a few hundred
    /// requests full of made-up blobs would push everything else out of the table. Of a long conversation never seen before, the rest
    /// is remembered as it comes again.
    /// </summary>
    public const int RequestRoom = 16;

    /// <summary>Most profiles that one response may make; what it issued is the provider's word.</summary>
    public const int ResponseRoom = 256;

    private readonly SubjectTable? _table;
    private readonly SubjectHasher _hasher;
    private SubjectHandle _held;
    private int _room;

    public SignatureCursor(SubjectTable? table, SubjectHasher hasher, int room)
    {
        _table = table;
        _hasher = hasher;
        _room = room;
    }

    /// <summary>Lets go of the profile held and holds that of a blob, if there is one or room to make it.</summary>
    public SubjectProfile MoveTo(scoped ReadOnlySpan<byte> blob)
    {
        Release();
        if (_table is null || blob.IsEmpty)
        {
            return default;
        }

        SubjectKey key = _hasher.HashSignature(blob);
        _held = _room > 0 ? _table.Hold(key) : _table.HoldKnown(key);
        SubjectProfile profile = _held.Profile(SubjectKind.Signature);
        _room -= profile.IsNew ? 1 : 0;
        return profile;
    }

    /// <summary>Lets go of the profile held, if any.</summary>
    public void Release()
    {
        _held.Release();
        _held = default;
    }
}
