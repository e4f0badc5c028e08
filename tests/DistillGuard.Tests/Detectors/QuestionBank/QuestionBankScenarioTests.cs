// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Detectors.QuestionBank;

/// <summary>Customers who ask single questions, and how a campaign may hide its list.</summary>
public sealed class QuestionBankScenarioTests
{
    private const string CoverPrompt =
        "You are a friendly assistant of a travel agency. Be brief, name prices in euros and never promise a seat that is not confirmed yet.";

    [Test]
    public void Run_BankInAnyLanguage_IsFound([Values] SampleLanguage language) =>
        Run(BankPlans.Bank with { Prompts = SampleTexts.Bank(language) }).ShouldFind("bank");

    [Test]
    public void Run_BankOfFourAccounts_IsFound() => Run(BankPlans.Bank with { Accounts = 4 }).ShouldFind("bank");

    [Test]
    public void Run_BankOfThreeAccounts_IsALimit() => Run(BankPlans.Bank with { Accounts = 3 }).ShouldNotAccuse("bank");

    [Test]
    public void Run_UnevenBudgets_AreFound() => Run(BankPlans.Bank with { Unevenness = 1 }).ShouldFind("bank", share: 0.7);

    [Test]
    public void Run_BankOfTwoSubjects_IsFound()
    {
        Func<int, Random, Exchange> chemistry = SampleTexts.Bank(SampleLanguage.English);
        Func<int, Random, Exchange> law = SampleTexts.Bank(SampleLanguage.English, subject: 1);

        Run(BankPlans.Bank with { Prompts = (account, chance) => chance.Next(2) == 0 ? chemistry(account, chance) : law(account, chance) })
            .ShouldFind("bank");
    }

    [Test]
    public void Run_BankUnderAOneLineSystemPrompt_IsFound() =>
        Run(BankPlans.Bank with { Prompts = SampleTexts.Bank(SampleLanguage.English, system: "You are a helpful assistant.") }).ShouldFind("bank");

    [Test]
    public void Run_MonitorsThatAskTheSameOverAndOver_AreNotAccused([Values(1, 2, 3)] int questions) =>
        Run(Repeated(questions, BankPlans.Bank with { Accounts = 6 })).ShouldNotAccuse("bank");

    [Test]
    public void Run_MonitorsOfManyQuestions_IsALimit() => Run(Repeated(40, BankPlans.Bank with { Accounts = 6 })).ShouldFind("bank");

    [Test]
    public void Run_BankOfWhichEachQuestionIsSentTwice_IsFound()
    {
        Func<int, Random, Exchange> bank = SampleTexts.Bank(SampleLanguage.English);
        var last = new Dictionary<int, Exchange>();
        GroupPlan twice = BankPlans.Bank with
        {
            Prompts = (account, chance) => last.Remove(account, out Exchange? asked) ? asked : last[account] = bank(account, chance),
        };

        Run(twice).ShouldFind("bank");
    }

    [Test]
    public void Run_CustomersOfOneQuizProductInSittings_AreNotAccused() =>
        Run(BankPlans.Bank with { Dispatch = Dispatch.Sittings }).ShouldNotAccuse("bank");

    [Test]
    public void Run_LabsThatDeclaredEvaluation_AreNotAccused() =>
        Run(BankPlans.Bank with { Declared = DeclaredUses.Evaluation }).ShouldAccuseNobody();

    [Test]
    public void Run_PeopleWhoAskSingleQuestionsNowAndThen_AreNotAccused() =>
        Run(BankPlans.Bank with { Prompts = SampleTexts.Conversation(SampleLanguage.English) }).ShouldAccuseNobody();

    [Test]
    public void Run_UsersOfOnePublicBenchmarkThatDeclaredNothing_IsALimit() => Run(BankPlans.Bank with { Accounts = 5 }).ShouldFind("bank");

    [Test]
    public void Run_FormThatSendsOneQuestionPerVisitor_IsALimit() =>
        Run(BankPlans.Bank with { Unevenness = 1, SignUpSpan = TimeSpan.FromDays(365) }).ShouldFind("bank", share: 0.7);

    [Test]
    public void Run_BankSentInSittings_IsALimit() => Run(BankPlans.Bank with { Dispatch = Dispatch.Sittings }).ShouldNotAccuse("bank");

    [Test]
    public void Run_BankUnderAnOrdinarySystemPrompt_IsALimit()
    {
        GroupPlan covered = BankPlans.Bank with
        {
            Prompts = (account, chance) => SampleTexts.Bank(SampleLanguage.English, system: $"{CoverPrompt} Your desk is number {account}.")(account, chance),
        };

        Assert.That(Run(covered).GroupsOf("bank").Where(group => group.Pool != Groups.PoolKind.None), Is.Empty);
    }

    [Test]
    public void Run_BankBetweenOrdinaryUse_IsALimit() => Run(BankPlans.Bank with { OrdinaryShare = 0.5 }).ShouldNotAccuse("bank");

    [Test]
    public void Run_CarelessLetters_IsALimit()
    {
        Func<int, Random, Exchange> bank = SampleTexts.Bank(SampleLanguage.English);
        GroupPlan careless = BankPlans.Bank with
        {
            Prompts = (account, chance) => bank(account, chance) is var tidy && chance.Next(3) > 0 ? tidy
                : tidy with { Prompt = char.ToLowerInvariant(tidy.Prompt[0]) + tidy.Prompt[1..] },
        };

        Run(careless).ShouldNotAccuse("bank");
    }

    /// <summary>The same few questions from every account, one drawn each time.</summary>
    private static GroupPlan Repeated(int questions, GroupPlan plan)
    {
        var chance = new Random(questions);
        Func<int, Random, Exchange> bank = SampleTexts.Bank(SampleLanguage.English);
        Exchange[] list = [.. Enumerable.Range(0, questions).Select(_ => bank(0, chance))];
        return plan with { Prompts = (_, drawn) => list[drawn.Next(questions)] };
    }

    private static GroupScenario Run(GroupPlan plan) => new GroupScenario(GroupPlans.AddAll).Add(GroupPlans.People).Add(plan).Run();
}
