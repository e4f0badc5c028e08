// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.LinkedAccounts;

public sealed class LinkedAccountsAnalyzerTests : AnalyzerContract
{
    private static readonly LinkedAccountsAnalyzer Analyzer = new(new LinkedAccountsOptions());

    [TestCase(GroupLinks.Payment, 10, 2.5, "payment")]
    [TestCase(GroupLinks.Payment, 4, 1.0, "payment")]
    [TestCase(GroupLinks.Fingerprint, 10, 0.8, "client")]
    [TestCase(GroupLinks.Egress, 5, 0.4, "network")]
    public void Analyze_OneTie_WeighsByTheShareOfMembers(GroupLinks link, int tied, double weight, string name)
    {
        Signal signal = Tied(link, tied).AnalyzedBy(Analyzer).Single();

        Assert.That(
            (signal.Info.Id, signal.Weight, signal.Measure, signal.Limit, signal.Tag.ToString()),
            Is.EqualTo(("identity.linked", (float)weight, tied / 10f, 0.4f, name)));
    }

    [Test]
    public void Analyze_AllTies_AddUpAndNameTheStrongest()
    {
        Signal signal = Tied(GroupLinks.Payment | GroupLinks.Fingerprint | GroupLinks.Egress, 10).AnalyzedBy(Analyzer).Single();

        Assert.That((signal.Weight, signal.Tag.ToString()), Is.EqualTo((4.1f, "payment")));
    }

    [Test]
    public void Describe_Tie_ReadsAsASentence() =>
        Assert.That(
            Tied(GroupLinks.Payment, 8).AnalyzedBy(Analyzer).Single().Describe(),
            Is.EqualTo("the strongest tie, payment, holds 80 % of the members together; in benign groups a tie holds up to 40 %"));

    [Test]
    public void Analyze_NoTie_SaysNothing() => Assert.That(Tied(GroupLinks.None, 10).AnalyzedBy(Analyzer), Is.Empty);

    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddLinkedAccounts(options =>
            {
                options.PaymentWeight = 6;
                options.FingerprintWeight = -1;
                options.EgressWeight = double.NaN;
                options.UsualShare = 1.1;
                options.BurstDays = 0;
                options.MostBurstWeight = 9;
            })),
            Is.EqualTo(new[]
            {
                "linked-accounts: PaymentWeight is 6; it must be from 0 to 5.",
                "linked-accounts: FingerprintWeight is -1; it must be from 0 to 5.",
                "linked-accounts: EgressWeight is NaN; it must be from 0 to 5.",
                "linked-accounts: UsualShare is 1.1; it must be from 0 to 1.",
                "linked-accounts: BurstDays is 0; it must be from 1 to 30.",
                "linked-accounts: MostBurstWeight is 9; it must be from 0 to 5.",
            }));

    protected override void Configure(DistillationGuardBuilder builder) => builder.AddLinkedAccounts();

    protected override void AddCampaign(GroupScenario scenario) =>
        scenario.Add(GroupPlans.People).Add(GroupPlans.Campaign with { AccountsPerPayment = 20, SignUpSpan = TimeSpan.FromDays(2) });

    protected override void AddInnocent(GroupScenario scenario) => scenario.Add(GroupPlans.People).Add(GroupPlans.Customers);

    private static GroupSample Tied(GroupLinks links, int members) =>
        GroupSample.InTurn([.. Enumerable.Repeat(4, 10)]).WithMembers((member, i) => i < members ? member with { Links = links } : member);
}
