// SPDX-License-Identifier: MIT

using DistillGuard.Benchmarks.Budgets;

namespace DistillGuard.Benchmarks.Tests.Budgets;

[TestFixture]
internal sealed class BudgetLineTests
{
    [TestCase(0.0, 0L, true, TestName = "IsMet_NothingAllocated_IsTrue")]
    [TestCase(32.0, 32L, true, TestName = "IsMet_ExactlyTheBudget_IsTrue")]
    [TestCase(0.5, 0L, false, TestName = "IsMet_HalfAByteOver_IsFalse")]
    [TestCase(null, 0L, false, TestName = "IsMet_BudgetWithoutBenchmark_IsFalse")]
    [TestCase(0.0, null, false, TestName = "IsMet_BenchmarkWithoutBudget_IsFalse")]
    public void IsMet_Measured_Compares(double? bytes, long? budget, bool expected) =>
        Assert.That(new BudgetLine("A.B", string.Empty, bytes, budget).IsMet, Is.EqualTo(expected));

    [Test]
    public void IsMet_Fault_IsFalse() =>
        Assert.That(new BudgetLine("A.B", string.Empty, Bytes: null, Budget: 0, Fault: "no data").IsMet, Is.False);
}
