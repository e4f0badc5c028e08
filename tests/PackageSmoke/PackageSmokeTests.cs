// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard;
using DistillGuard.Geo.Regions;
using DistillGuard.Requests;
using DistillGuard.Verdicts;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace PackageSmoke;

/// <summary>What a stranger does first with the packages, and nothing that only works inside the source tree.</summary>
public sealed class PackageSmokeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Guard_FromPackages_ReadsBodyAndReportsRegion()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddDistillGuard(builder => builder
                .AddRateAnomaly()
                .AddPromptPattern()
                .AddSignatureReplay()
                .AddRelayFanIn()
                .AddUpstreamRefusal()
                .AddGeoOrigin(geo => geo.Regions = RegionPolicy.Load("common-unsupported-2026-11")))
            .Services
            .BuildServiceProvider();
        var guard = services.GetRequiredService<DistillationGuard>();
        Assert.That(ClientAddress.TryParse("77.88.8.8", out ClientAddress address), Is.True);

        Verdict verdict = guard.Inspect(
            new InferenceRequest
            {
                Time = Start,
                Api = ApiKind.OpenAIChatCompletions,
                Caller = new Caller { Account = "acct_1", Plan = "payg", Address = address },
            },
            Encoding.UTF8.GetBytes("""{"model":"m","messages":[{"role":"user","content":"Which tea goes with lemon cake?"}]}"""));

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsEvaluated, Is.True);
            Assert.That(verdict.Level, Is.EqualTo(VerdictLevel.None));
            Assert.That(verdict.Explain(), Does.Contain("RU"));
        });
    }
}
