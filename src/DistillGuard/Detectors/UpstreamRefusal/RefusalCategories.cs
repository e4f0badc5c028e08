// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>The refusal categories that count. Immutable; safe on any thread; allocates nothing when asked.</summary>
internal sealed class RefusalCategories
{
    /// <summary>Longest category, in bytes.</summary>
    public const int LongestName = 64;

    private readonly byte[][] _names;

    public RefusalCategories(IEnumerable<string> names) => _names = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether a provider's word is one of them. Upper and lower case are the same: gateways write them as they please.</summary>
    public bool Contain(ReadOnlySpan<byte> refusal)
    {
        foreach (byte[] name in _names)
        {
            if (Ascii.EqualsIgnoreCase(refusal, name))
            {
                return true;
            }
        }

        return false;
    }
}
