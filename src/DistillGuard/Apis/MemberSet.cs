// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

/// <summary>Which known members one JSON object has had so far.</summary>
internal struct MemberSet
{
    private UInt128 _members;

    /// <summary>Adds a member; an unknown one is never held.</summary>
    /// <returns>False when the set holds it already.</returns>
    public bool Add(Member member)
    {
        if (member == Member.Unknown)
        {
            return true;
        }

        UInt128 bit = UInt128.One << (int)member;
        bool isNew = (_members & bit) == UInt128.Zero;
        _members |= bit;
        return isNew;
    }
}
