// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

/// <summary>Which known members one JSON object has had so far.</summary>
internal struct MemberSet
{
    private ulong _low;
    private ulong _high;

    /// <summary>Adds a member; an unknown one is never held.</summary>
    /// <returns>False when the set holds it already.</returns>
    public bool Add(Member member)
    {
        if (member == Member.Unknown)
        {
            return true;
        }

        ulong bit = 1UL << ((int)member % 64);
        ref ulong members = ref _low;
        if ((int)member >= 64)
        {
            members = ref _high;
        }

        bool isNew = (members & bit) == 0;
        members |= bit;
        return isNew;
    }
}
