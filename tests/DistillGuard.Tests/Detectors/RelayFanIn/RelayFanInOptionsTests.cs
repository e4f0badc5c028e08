// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.RelayFanIn;

public sealed class RelayFanInOptionsTests
{
    [Test]
    public void Build_Defaults_AreValid() =>
        Assert.That(() => new DistillationGuardBuilder().AddRelayFanIn().Build(), Throws.Nothing);

    [Test]
    public void Build_OptionsOutOfRange_ListsAllProblems()
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder().AddRelayFanIn(options =>
        {
            options.EndUsers = 4;
            options.RequestsPerEndUser = double.NaN;
            options.Conversations = 1;
            options.Window = TimeSpan.FromSeconds(59);
            options.Clients = 201;
            options.Networks = 0;
            options.Scripts = 7;
            options.Kinds = 1;
        });

        IReadOnlyList<string> problems = Assert.Throws<GuardConfigurationException>(() => builder.Build()).Problems;

        Assert.That(problems, Is.EqualTo(new[]
        {
            "relay-fan-in: EndUsers is 4; it must be from 5 to 200.",
            "relay-fan-in: RequestsPerEndUser is NaN; it must be from 1 to 10.",
            "relay-fan-in: Conversations is 1; it must be from 2 to 200.",
            "relay-fan-in: Window is 00:00:59; it must be from 00:01:00 to 1.00:00:00.",
            "relay-fan-in: Clients is 201; it must be from 2 to 200.",
            "relay-fan-in: Networks is 0; it must be from 2 to 200.",
            "relay-fan-in: Scripts is 7; it must be from 2 to 6.",
            "relay-fan-in: Kinds is 1; it must be from 2 to 4.",
        }));
    }

    [Test]
    public void AddRelayFanIn_Twice_RegistersOne() =>
        Assert.That(new DistillationGuardBuilder().AddRelayFanIn().AddRelayFanIn().Build().Detectors, Has.Count.EqualTo(1));
}
