// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Reports;

public sealed class DurationsTests
{
    [TestCase(225, "3.75 minutes")]
    [TestCase(1800, "30 minutes")]
    [TestCase(3600, "an hour")]
    [TestCase(16 * 3600, "16 hours")]
    [TestCase(64 * 3600, "2.67 days")]
    public void Of_ALength_IsSaidInItsUnit(int seconds, string expected) =>
        Assert.That(Durations.Of(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));
}
