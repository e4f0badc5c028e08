// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Traffic;

namespace DistillGuard.Gateway.Tests.Traffic;

public sealed class TrafficPlanTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    private static readonly CustomerDirectory Customers = CustomerDirectory.MadeUp();

    [Test]
    public void OneDay_SameSeed_IsTheSamePlan()
    {
        IReadOnlyList<PlannedRequest> first = TrafficPlan.OneDay(Customers, Start, seed: 3);

        Assert.That(TrafficPlan.OneDay(Customers, Start, seed: 3), Is.EqualTo(first));
    }

    [Test]
    public void OneDay_Always_IsInOrderOfTime() =>
        Assert.That(TrafficPlan.OneDay(Customers, Start, seed: 3).Select(request => request.Time), Is.Ordered);

    [Test]
    public void OneDay_Campaign_SendsNoMoreThanItsShare()
    {
        HashSet<string> campaign = [.. TrafficPlan.CampaignOf(Customers).Select(customer => customer.Account)];
        IReadOnlyList<PlannedRequest> plan = TrafficPlan.OneDay(Customers, Start, seed: 3);

        double share = (double)plan.Count(request => campaign.Contains(request.Customer.Account)) / plan.Count;

        Assert.That(share, Is.LessThan(0.3)); // nobody's volume stands out
    }
}
