// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>
/// What an account and a cohort cost in memory; <c>docs/detectors/rate-anomaly.md</c> quotes these numbers.
/// </summary>
public sealed class RateAnomalyStateTests
{
    [Test]
    public void State_OfAnAccount_Is96Bytes() => Assert.That(Unsafe.SizeOf<RateAnomalyState>(), Is.EqualTo(96));

    [Test]
    public void State_OfACohort_Is2152Bytes() => Assert.That(Unsafe.SizeOf<RateCohortState>(), Is.EqualTo(2_152));
}
