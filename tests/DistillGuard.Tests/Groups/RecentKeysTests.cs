// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Groups;

public sealed class RecentKeysTests
{
    [Test]
    public void Keys_AnyAddsAndRemovals_AreTheListOfTheLatest() =>
        Gen.Select(Gen.ULong[1, 6], Gen.Int[0, 3]).Array[0, 60].Sample(
            steps =>
            {
                var keys = default(RecentKeys);
                var expected = new List<ulong>();
                foreach ((ulong key, int step) in steps)
                {
                    if (step == 0)
                    {
                        keys.Remove(key);
                        expected.Remove(key);
                    }
                    else if (!expected.Contains(key))
                    {
                        ulong gone = expected.Count == RecentKeys.Capacity ? expected[^1] : 0;
                        expected.Insert(0, key);
                        expected.RemoveAll(other => other == gone);
                        Assert.That(keys.Add(key), Is.EqualTo(gone));
                    }

                    Assert.That(keys.Contains(key), Is.EqualTo(expected.Contains(key)));
                }

                return ToArray(keys).SequenceEqual(expected.Concat(new ulong[RecentKeys.Capacity]).Take(RecentKeys.Capacity));
            },
            iter: 5_000);

    private static ulong[] ToArray(RecentKeys keys) => [keys[0], keys[1], keys[2]];
}
