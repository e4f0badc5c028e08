// SPDX-License-Identifier: MIT

using DistillGuard.Support;

namespace DistillGuard.Detectors.CoordinatedTiming;

public sealed class CoordinatedTimingOptionsTests
{
    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddCoordinatedTiming(options =>
            {
                options.FewestMembers = 1;
                options.FewestPerMember = 1;
                options.MostRepeats = -0.1;
                options.MostTurnsWeight = 6;
                options.FewestEvenMembers = 1;
                options.FewestPerEvenMember = 1_001;
                options.UnevenFrom = double.NaN;
                options.EvenBelow = -11;
                options.EvenWeight = 6;
                options.ApartFactor = 1;
                options.ScheduledFrom = 0.4;
            })),
            Is.EqualTo(new[]
            {
                "coordinated-timing: FewestMembers is 1; it must be from 2 to 1000.",
                "coordinated-timing: FewestPerMember is 1; it must be from 2 to 1000.",
                "coordinated-timing: MostRepeats is -0.1; it must be from 0 to 1.",
                "coordinated-timing: MostTurnsWeight is 6; it must be from 0 to 5.",
                "coordinated-timing: FewestEvenMembers is 1; it must be from 2 to 1000.",
                "coordinated-timing: FewestPerEvenMember is 1001; it must be from 2 to 1000.",
                "coordinated-timing: UnevenFrom is NaN; it must be from 0.01 to 10.",
                "coordinated-timing: EvenBelow is -11; it must be from -10 to 10.",
                "coordinated-timing: EvenWeight is 6; it must be from 0 to 5.",
                "coordinated-timing: ApartFactor is 1; it must be from 1.5 to 1000.",
                "coordinated-timing: ScheduledFrom is 0.4; it must be from 0.5 to 1.",
            }));

    [Test]
    public void Build_EvenAboveUneven_NamesBothValues() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddCoordinatedTiming(options => options.EvenBelow = 0.3)),
            Is.EqualTo(new[]
            {
                "coordinated-timing: EvenBelow (0.3) must be below UnevenFrom (0.2), or no portions are between equal and unequal.",
            }));
}
