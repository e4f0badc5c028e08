// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Verdicts;

public sealed class FusionOptionsTests
{
    [Test]
    public void Validate_Defaults_FindsNothing() => Assert.That(Problems(new FusionOptions()), Is.Empty);

    [Test]
    public void Validate_EveryValueOutOfRange_ListsAllOfThem()
    {
        var options = new FusionOptions
        {
            Budget = new FalseAlarmBudget(0, 1000),
            FamilyCountsFrom = double.NaN,
            VolumeCap = -1,
            ContentCap = 21,
            OriginCap = double.PositiveInfinity,
        };

        string[] names = ["Budget.PerAccountDay", "Budget.GroupsPerDay", "FamilyCountsFrom", "VolumeCap", "ContentCap", "OriginCap"];
        Assert.That(names, Has.All.Matches<string>(name => Problems(options).Any(problem => problem.StartsWith(name + " is ", StringComparison.Ordinal))));
    }

    [Test]
    public void Validate_BudgetMadeWithoutValues_IsRefused() =>
        Assert.That(Problems(new FusionOptions { Budget = default }), Has.Some.StartsWith("Budget.PerAccountDay is 0"));

    [Test]
    public void Validate_NoTwoFamiliesCanCount_SaysSo() =>
        Assert.That(Problems(new FusionOptions { FamilyCountsFrom = 5 }), Has.One.StartsWith("1 families have a cap of at least FamilyCountsFrom (5)"));

    [Test]
    public void Validate_CapsBelowTheBar_SaysSo()
    {
        var options = new FusionOptions
        {
            VolumeCap = 1,
            ContentCap = 1,
            OriginCap = 1,
            ProtocolCap = 1,
            StructureCap = 1,
            IdentityCap = 1,
            TimingCap = 1,
            DistributionCap = 1,
        };

        Assert.That(Problems(options), Has.One.StartsWith("All caps together (8.0) stay below the bar (9.2)"));
    }

    [Test]
    public void CapOf_UnknownFamily_Throws() =>
        Assert.That(() => new FusionOptions().CapOf((SignalFamily)99), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static IReadOnlyList<string> Problems(FusionOptions options)
    {
        var problems = new OptionsProblems();
        options.Validate(problems);
        return problems.Problems;
    }
}
