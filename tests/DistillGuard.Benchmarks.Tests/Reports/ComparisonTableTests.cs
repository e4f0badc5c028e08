// SPDX-License-Identifier: MIT

using DistillGuard.Benchmarks.Reports;

namespace DistillGuard.Benchmarks.Tests.Reports;

[TestFixture]
internal sealed class ComparisonTableTests
{
    private const string Rows =
        """
        [
          { "Method": "Stock", "Parameters": "[Size=4]", "LeastNanoseconds": 12345.6, "MedianNanoseconds": 13000, "TimesFaster": 1, "AllocatedBytes": 9216 },
          { "Method": "Ours", "Parameters": "[Size=4]", "LeastNanoseconds": 62.13, "MedianNanoseconds": 70, "TimesFaster": 198.7, "AllocatedBytes": 0 }
        ]
        """;

    private static readonly StoredRun Run = StoredRun.Of("Some", Rows);

    [Test]
    public void Write_StoredRows_GivesLeastTimesAndTheirRatio() =>
        Assert.That(
            ComparisonTable.Write(Run, [new Comparison("a path", "Some", "Size=4", "Ours", ("Stock", "a peer"))]),
            Does.EndWith("| ---: |\n| a path | a peer: 12.3 us, 9,216 B | 62.1 ns, 0 B | 199 |\n"));

    [Test]
    public void Write_RowsThatAreNotStored_AreNamed() =>
        Assert.That(
            ComparisonTable.Write(
                Run,
                [new Comparison("a path", "Some", "Size=4", "Ours", ("Gone", "a peer")), new Comparison("another", "Other", "", "Ours")]),
            Does.EndWith("\nNot in the stored run: peers of a path; another.\n"));

    [TestCase(1.04, "1")]
    [TestCase(0.684, "0.68")]
    [TestCase(9.94, "9.9")]
    [TestCase(198.7, "199")]
    public void Ratio_AnySize_HasTwoDigitsOrWholeNumbers(double ratio, string expected) => Assert.That(Figures.Ratio(ratio), Is.EqualTo(expected));

    [TestCase(9.154, "9.15 ns")]
    [TestCase(962.4, "962 ns")]
    [TestCase(12_900, "12.9 us")]
    [TestCase(116_000_000, "116 ms")]
    public void Time_AnySize_HasThreeDigits(double nanoseconds, string expected) => Assert.That(Figures.Time(nanoseconds), Is.EqualTo(expected));
}
