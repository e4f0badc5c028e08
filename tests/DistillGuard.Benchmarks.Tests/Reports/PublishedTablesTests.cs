// SPDX-License-Identifier: MIT

using DistillGuard.Benchmarks.Reports;

namespace DistillGuard.Benchmarks.Tests.Reports;

[TestFixture]
internal sealed class PublishedTablesTests
{
    private const string Performance = "docs/performance.md";

    [Test]
    public void Results_InTheDocument_AreThoseStored() =>
        PublishedTables.Check(Performance, "results", ComparisonTable.Write(Run(), Comparisons.All));

    [Test]
    public void Parts_InTheDocument_AreThoseStored() => PublishedTables.Check(Performance, "parts", PartsTable.Write(Run()));

    [Test]
    public void Results_InTheReadme_AreThoseStored() =>
        PublishedTables.Check("README.md", "performance", ComparisonTable.Write(Run(), Comparisons.Few));

    private static StoredRun Run() => StoredRun.Read(PublishedTables.PathOf(PublishedTables.Results));
}
