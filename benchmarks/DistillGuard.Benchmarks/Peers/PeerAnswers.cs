// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Peers;

/// <summary>Holds what a peer finds to what it should find, before anything is measured: who finds less is not faster.</summary>
internal static class PeerAnswers
{
    /// <summary>Compares marks one by one.</summary>
    /// <exception cref="InvalidOperationException">They differ; the message says where first.</exception>
    public static void Check(string peer, ReadOnlySpan<bool> found, ReadOnlySpan<bool> expected)
    {
        int same = found.CommonPrefixLength(expected);
        if (same < expected.Length || found.Length > expected.Length)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{peer} finds something else: number {same} of {expected.Length} should be {(same < expected.Length ? expected[same] : null)}; it finds {found.Count(true)}, and {expected.Count(true)} are there."));
        }
    }
}
