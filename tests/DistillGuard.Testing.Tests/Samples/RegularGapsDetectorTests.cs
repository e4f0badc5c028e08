// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.Testing;

namespace Acme.Gateway;

public sealed class RegularGapsDetectorTests : DetectorContract
{
    [Test]
    public void Inspect_FewerGapsThanMinimum_SaysNothing()
    {
        var traffic = new Traffic(Configure);

        traffic.Send(50, every: TimeSpan.FromSeconds(2));

        traffic.Last.ShouldNotHaveSignal("timing.regular-gaps");
    }

    [Test]
    public void Inspect_OneAccountRegularAmongMany_AccusesNobody()
    {
        var traffic = new Traffic(Configure);

        traffic.Interleave(
            benign => benign.Jitter(0.9, seed: 1).Accounts(20, "peer").Send(80, every: TimeSpan.FromMinutes(5)),
            attack => attack.Jitter(0, seed: 1).From("clockwork").Send(80, every: TimeSpan.FromMinutes(5)));

        traffic.Loudest.ShouldHaveSignal("timing.regular-gaps");
        traffic.Loudest.ShouldNotAccuse(); // one family never accuses
    }

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddRegularGaps();

    protected override void SendAttack(Traffic traffic) => traffic.Send(100, every: TimeSpan.FromSeconds(2));

    protected override void SendBenign(Traffic traffic) =>
        traffic.Jitter(0.9, seed: 7).Accounts(5, "person").Send(100, every: TimeSpan.FromSeconds(40));
}
