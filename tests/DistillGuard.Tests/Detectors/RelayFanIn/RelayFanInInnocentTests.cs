// SPDX-License-Identifier: MIT

using DistillGuard.Testing;
using DistillGuard.Verdicts;

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>Who looks like a crowd and is none: nothing may be said of them.</summary>
public sealed class RelayFanInInnocentTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public void Inspect_FamilyThatSharesAKey_SaysNothing() =>
        AssertQuiet(traffic => traffic.FromMachines("family", 8, 10, requests: 240, Minute, FanInScripts.EndUsers(6)));

    [Test]
    public void Inspect_ContinuousIntegration_SaysNothing() =>
        AssertQuiet(traffic => traffic
            .FromMachines("runner", clients: 2, networks: 150, requests: 600, Minute, i => new Exchange { Conversation = $"run-{i / 4}" }));

    // Parallel runs from everywhere: conversations and networks are two kinds of four.
    [Test]
    public void Inspect_ParallelAgentsOnManyRunners_SaysNothing() =>
        AssertQuiet(traffic => traffic
            .FromMachines("agents", clients: 3, networks: 150, requests: 480, TimeSpan.FromSeconds(10), FanInScripts.Conversations(24)));

    [Test]
    public void Inspect_AgencyOfTwentyPeople_SaysNothing() =>
        AssertQuiet(traffic => traffic.FromMachines("agency", 8, 5, requests: 300, Minute, FanInScripts.EndUsers(20)));

    [Test]
    public void Inspect_TranslatorInFiveScripts_SaysNothing() =>
        AssertQuiet(traffic => traffic
            .From("translator").Send(160, TimeSpan.FromSeconds(10), FanInScripts.Conversations(16, scripts: 5)));

    [Test]
    public void Inspect_OnePersonWithManyAgentSessions_SaysNothing() =>
        AssertQuiet(traffic => traffic.From("coder").Send(300, Minute, i => new Exchange { EndUser = $"user_5f_account_9a_session_{i / 3}" }));

    [Test]
    public void Inspect_EndUserIdMadeUpForEveryRequest_SaysNothing() =>
        AssertQuiet(traffic => traffic.From("client").Send(2_000, TimeSpan.FromSeconds(20), i => new Exchange { EndUser = $"random-{i}" }));

    [Test]
    public void Inspect_BrowserUpdatedWeekly_SaysNothing() =>
        AssertQuiet(traffic => traffic.FromMachines("person", 30, 60, requests: 60, TimeSpan.FromHours(12)));

    private static void AssertQuiet(Func<Traffic, Traffic> script)
    {
        Traffic traffic = FanInScripts.NewTraffic();
        traffic.Watch(verdict =>
        {
            if (verdict.Verdict.Signals.Length > 0)
            {
                Assert.Fail($"{verdict.Account} at {verdict.Time:u}: {verdict.Verdict.Explain()}");
            }
        });

        script(traffic);

        Assert.That(traffic.Last.IsEvaluated && traffic.Last.Level == VerdictLevel.None, Is.True);
    }
}
