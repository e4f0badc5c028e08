// SPDX-License-Identifier: MIT

using DistillGuard.Benchmarks.Budgets;

namespace DistillGuard.Benchmarks.Tests.Budgets;

[TestFixture]
internal sealed class BudgetCheckTests
{
    [Test]
    public void Unmatched_BudgetOfNoBenchmark_IsReported()
    {
        var budgets = new Dictionary<string, long>(StringComparer.Ordinal) { ["A.Measured"] = 0, ["A.Gone"] = 0 };
        BudgetLine[] measured = [new("A.Measured", string.Empty, 0, 0)];

        Assert.That(BudgetCheck.Unmatched(budgets, measured).Single().Name, Is.EqualTo("A.Gone"));
    }

    [Test]
    public void AllHotPaths_Budgets_AreTheSameNames()
    {
        string json = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "budgets.json"));

        Assert.That(BudgetFile.Parse(json).Keys, Is.EquivalentTo(HotPaths.All().Select(HotPaths.NameOf).Distinct(StringComparer.Ordinal)));
    }
}
