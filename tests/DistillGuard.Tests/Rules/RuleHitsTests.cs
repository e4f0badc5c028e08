// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Rules;

public sealed class RuleHitsTests
{
    [Test]
    public void Hits_AnyRules_EqualASortedSet() =>
        Gen.Int[0, RuleHits.Capacity - 1].Array[0, 40].Sample(rules =>
        {
            var hits = default(RuleHits);
            foreach (int rule in rules)
            {
                hits.Add(rule);
            }

            SortedSet<int> expected = [.. rules];
            List<int> found = [];
            for (int rule = hits.Next(0); rule >= 0; rule = hits.Next(rule + 1))
            {
                found.Add(rule);
            }

            return found.SequenceEqual(expected) && hits.Count == expected.Count && hits.IsEmpty == (expected.Count == 0)
                && Enumerable.Range(-1, RuleHits.Capacity + 2).All(rule => hits.Contains(rule) == expected.Contains(rule));
        });

    [TestCase(-1)]
    [TestCase(256)]
    public void Add_OutOfRange_Throws(int rule)
    {
        var hits = default(RuleHits);

        Assert.That(() => hits.Add(rule), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
