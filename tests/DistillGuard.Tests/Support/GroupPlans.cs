// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Support;

/// <summary>Plans and guards that tests about groups share.</summary>
internal static class GroupPlans
{
    /// <summary>Ordinary people without ties.</summary>
    public static GroupPlan People { get; } = new() { Name = "people", Accounts = 80, Unevenness = 1 };

    /// <summary>Accounts that fill one English template without a word about models or training, dealt to them in turn.</summary>
    public static GroupPlan Campaign { get; } = new()
    {
        Name = "campaign",
        Prompts = SampleTexts.Template(SampleLanguage.English, template: 1),
        Dispatch = Dispatch.Turns,
    };

    /// <summary>Customers of one product with a system prompt of its own, as uneven as customers are.</summary>
    public static GroupPlan Customers { get; } = new()
    {
        Name = "customers",
        Accounts = 40,
        Unevenness = 1,
        Prompts = SampleTexts.Product(SampleLanguage.English, product: 5),
    };

    /// <summary>The rule catalogue and all analyzers of groups.</summary>
    public static void AddAll(DistillationGuardBuilder builder) => AddAnalyzers(builder.UseRules(BuiltInRuleSets.Sources()));

    /// <summary>All analyzers of groups, without rules.</summary>
    public static void AddAnalyzers(DistillationGuardBuilder builder) => builder
        .AddTemplateReuse()
        .AddTemplateContent()
        .AddLinkedAccounts()
        .AddCoordinatedTiming()
        .AddRegrowth()
        .AddReleasePivot()
        .AddSamplingShape()
        .AddQuestionBank()
        .AddDistributionShift()
        .AddCoverage();
}
