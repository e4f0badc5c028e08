// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.RelayFanIn;

public sealed class RelayFanInDetectorTests : DetectorContract
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    [Test]
    public void Inspect_FortyEndUsers_SaysHowMany()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.From("relay").ServesEndUsers(40);

        Signal signal = traffic.Last.ShouldHaveSignal(FanInScripts.ManyEndUsers);
        Assert.That(signal.Measure, Is.EqualTo(40).Within(4));
        Assert.That(signal.Limit, Is.EqualTo(25));
    }

    [Test]
    public void Inspect_FortyEndUsersNamedByTheBody_AreHeard()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.From("relay").Send(120, Minute, i => new Exchange
        {
            Content = buffer =>
            {
                buffer.Add(MessageRole.User, Exchange.NeutralPrompt);
                buffer.SetEndUser(Encoding.UTF8.GetBytes($"user-{i % 40}"));
            },
        });

        traffic.Last.ShouldHaveSignal(FanInScripts.ManyEndUsers);
    }

    // What the host knows cannot be stripped from the body.
    [Test]
    public void Inspect_OneNameInAllBodiesOfManyUsersTheHostKnows_IsHeard()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.From("relay").Send(120, Minute, i => new Exchange
        {
            EndUser = $"user-{i % 40}",
            Content = buffer =>
            {
                buffer.Add(MessageRole.User, Exchange.NeutralPrompt);
                buffer.SetEndUser("the only one"u8);
            },
        });

        traffic.Last.ShouldHaveSignal(FanInScripts.ManyEndUsers);
    }

    [Test]
    public void Inspect_AnyFanIn_WeighsNothingAndCountsNoFamily()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.From("relay").ServesEndUsers(150);

        Assert.That(traffic.Loudest.Score, Is.Zero);
        Assert.That(traffic.Signals, Has.All.Matches<Signal>(signal => signal.Info.IsPolicy && signal.Weight == 0));
        traffic.Last.ShouldCountFamilies(SignalFamilies.None);
    }

    [Test]
    public void Inspect_AnyFanIn_IsExplainedAsNoEvidence()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.From("relay").ServesEndUsers(40);

        Assert.That(traffic.Last.Explain(), Does.Contain("Policy, no evidence of distillation: about 39 end users within a day or so"));
    }

    [Test]
    public void Inspect_DeclaredPlatform_SaysNothing()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.From(new Identity { Account = "saas", Declared = DeclaredUses.Platform }).ServesEndUsers(150);

        Assert.That(traffic.Loudest.Signals.Length + traffic.Last.Signals.Length, Is.Zero);
    }

    [Test]
    public void Inspect_DeclarationWithdrawn_IsHeardAtOnce()
    {
        Traffic traffic = FanInScripts.NewTraffic();
        traffic.From(new Identity { Account = "saas", Declared = DeclaredUses.Platform }).ServesEndUsers(60);

        traffic.From("saas").ServesEndUsers(1);

        traffic.Last.ShouldHaveSignal(FanInScripts.ManyEndUsers);
    }

    [Test]
    public void Inspect_ManyConversationsClientsAndNetworks_IsHeardWithoutEndUserIds()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.FromMachines("relay", clients: 30, networks: 40, requests: 180, TenSeconds, FanInScripts.Conversations(18));

        Signal signal = traffic.Last.ShouldHaveSignal(FanInScripts.ManySources);
        Assert.That((signal.Measure, signal.Limit), Is.EqualTo((3f, 3f)));
    }

    [Test]
    public void Inspect_ConversationsInManyScriptsThroughManyClients_AreThreeKinds()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.FromMachines("relay", clients: 30, networks: 1, requests: 180, TenSeconds, FanInScripts.Conversations(18, scripts: 5));

        Assert.That(traffic.Last.ShouldHaveSignal(FanInScripts.ManySources).Measure, Is.EqualTo(3));
    }

    [Test]
    public void Inspect_DayAfterTheNext_NothingIsLeft()
    {
        Traffic traffic = FanInScripts.NewTraffic();
        traffic.From("once").ServesEndUsers(60);

        traffic.Advance(TimeSpan.FromDays(2)).From("once").ServesEndUsers(1);

        Assert.That(traffic.Last.Signals.Length, Is.Zero);
    }

    [Test]
    public void Inspect_AccountsSideBySide_AreCountedApart()
    {
        Traffic traffic = FanInScripts.NewTraffic();

        traffic.Accounts(40, "person").Send(160, Minute, i => new Exchange { EndUser = $"user-{i % 40}" });

        Assert.That(traffic.Verdicts.Sum(verdict => verdict.Verdict.Signals.Length), Is.Zero);
    }

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddRelayFanIn();

    protected override void SendAttack(Traffic traffic)
    {
        traffic.From("relay").ServesEndUsers(60);
        traffic.FromMachines("stripped", clients: 30, networks: 40, requests: 180, TenSeconds, FanInScripts.Conversations(18));
    }

    // A family that shares a key, a team, and a product that said so.
    protected override void SendBenign(Traffic traffic)
    {
        traffic.FromMachines("family", clients: 6, networks: 8, requests: 150, Minute, FanInScripts.EndUsers(5));
        traffic.FromMachines("team", clients: 8, networks: 12, requests: 160, Minute, FanInScripts.Conversations(8, scripts: 2));
        traffic.From(new Identity { Account = "saas", Declared = DeclaredUses.Platform }).ServesEndUsers(150);
    }
}
