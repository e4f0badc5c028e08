// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.Testing;

namespace PackageSmoke;

/// <summary>The inherited contract runs from the package, too.</summary>
public sealed class EveryRequestDetectorTests : DetectorContract
{
    protected override void Configure(DistillationGuardBuilder builder) =>
        builder.Add("every-request", static _ => new EveryRequestDetector());

    protected override void SendAttack(Traffic traffic) =>
        traffic.Send(10, TimeSpan.FromMinutes(1), prompt: new string('x', 2000));

    protected override void SendBenign(Traffic traffic) => traffic.Send(10, TimeSpan.FromMinutes(1));
}
