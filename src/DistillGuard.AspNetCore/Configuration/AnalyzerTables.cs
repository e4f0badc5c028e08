// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.CoordinatedTiming;
using DistillGuard.Detectors.Coverage;
using DistillGuard.Detectors.DistributionShift;
using DistillGuard.Detectors.LinkedAccounts;
using DistillGuard.Detectors.QuestionBank;
using DistillGuard.Detectors.Regrowth;
using DistillGuard.Detectors.ReleasePivot;
using DistillGuard.Detectors.SamplingShape;
using DistillGuard.Detectors.TemplateContent;
using DistillGuard.Detectors.TemplateReuse;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings of the analyzers of groups.</summary>
internal static class AnalyzerTables
{
    public static readonly SettingsTable<TemplateReuseOptions> TemplateReuse = new SettingsTable<TemplateReuseOptions>()
        .Number(nameof(TemplateReuseOptions.ChanceOrganizations), static (options, value) => options.ChanceOrganizations = value)
        .Number(nameof(TemplateReuseOptions.ReachWeight), static (options, value) => options.ReachWeight = value)
        .Number(nameof(TemplateReuseOptions.BreadthWeight), static (options, value) => options.BreadthWeight = value)
        .Whole(nameof(TemplateReuseOptions.MostPieces), static (options, value) => options.MostPieces = value)
        .Number(nameof(TemplateReuseOptions.FullShare), static (options, value) => options.FullShare = value);

    public static readonly SettingsTable<TemplateContentOptions> TemplateContent = new SettingsTable<TemplateContentOptions>()
        .Number(nameof(TemplateContentOptions.MostWeight), static (options, value) => options.MostWeight = value)
        .Number(nameof(TemplateContentOptions.LeastMean), static (options, value) => options.LeastMean = value)
        .Number(nameof(TemplateContentOptions.UsualMean), static (options, value) => options.UsualMean = value);

    public static readonly SettingsTable<QuestionBankOptions> QuestionBank = new SettingsTable<QuestionBankOptions>()
        .Number(nameof(QuestionBankOptions.OrganizationWeight), static (options, value) => options.OrganizationWeight = value)
        .Number(nameof(QuestionBankOptions.MostBankWeight), static (options, value) => options.MostBankWeight = value)
        .Number(nameof(QuestionBankOptions.UsualAlikeness), static (options, value) => options.UsualAlikeness = value)
        .Number(nameof(QuestionBankOptions.LowInSitting), static (options, value) => options.LowInSitting = value)
        .Number(nameof(QuestionBankOptions.FullInSitting), static (options, value) => options.FullInSitting = value)
        .Number(nameof(QuestionBankOptions.NoSittingsWeight), static (options, value) => options.NoSittingsWeight = value);

    public static readonly SettingsTable<LinkedAccountsOptions> LinkedAccounts = new SettingsTable<LinkedAccountsOptions>()
        .Number(nameof(LinkedAccountsOptions.PaymentWeight), static (options, value) => options.PaymentWeight = value)
        .Number(nameof(LinkedAccountsOptions.FingerprintWeight), static (options, value) => options.FingerprintWeight = value)
        .Number(nameof(LinkedAccountsOptions.EgressWeight), static (options, value) => options.EgressWeight = value)
        .Number(nameof(LinkedAccountsOptions.UsualShare), static (options, value) => options.UsualShare = value)
        .Whole(nameof(LinkedAccountsOptions.BurstDays), static (options, value) => options.BurstDays = value)
        .Number(nameof(LinkedAccountsOptions.MostBurstWeight), static (options, value) => options.MostBurstWeight = value);

    public static readonly SettingsTable<CoordinatedTimingOptions> CoordinatedTiming = new SettingsTable<CoordinatedTimingOptions>()
        .Whole(nameof(CoordinatedTimingOptions.FewestMembers), static (options, value) => options.FewestMembers = value)
        .Whole(nameof(CoordinatedTimingOptions.FewestPerMember), static (options, value) => options.FewestPerMember = value)
        .Number(nameof(CoordinatedTimingOptions.MostRepeats), static (options, value) => options.MostRepeats = value)
        .Number(nameof(CoordinatedTimingOptions.MostTurnsWeight), static (options, value) => options.MostTurnsWeight = value)
        .Whole(nameof(CoordinatedTimingOptions.FewestEvenMembers), static (options, value) => options.FewestEvenMembers = value)
        .Whole(nameof(CoordinatedTimingOptions.FewestPerEvenMember), static (options, value) => options.FewestPerEvenMember = value)
        .Number(nameof(CoordinatedTimingOptions.UnevenFrom), static (options, value) => options.UnevenFrom = value)
        .Number(nameof(CoordinatedTimingOptions.EvenBelow), static (options, value) => options.EvenBelow = value)
        .Number(nameof(CoordinatedTimingOptions.EvenWeight), static (options, value) => options.EvenWeight = value)
        .Number(nameof(CoordinatedTimingOptions.ApartFactor), static (options, value) => options.ApartFactor = value)
        .Number(nameof(CoordinatedTimingOptions.ScheduledFrom), static (options, value) => options.ScheduledFrom = value);

    public static readonly SettingsTable<RegrowthOptions> Regrowth = new SettingsTable<RegrowthOptions>()
        .Whole(nameof(RegrowthOptions.Fewest), static (options, value) => options.Fewest = value)
        .Number(nameof(RegrowthOptions.NewcomersPerSuspended), static (options, value) => options.NewcomersPerSuspended = value)
        .Number(nameof(RegrowthOptions.MostWeight), static (options, value) => options.MostWeight = value)
        .Duration(nameof(RegrowthOptions.Remembered), static (options, value) => options.Remembered = value);

    public static readonly SettingsTable<SamplingShapeOptions> SamplingShape = new SettingsTable<SamplingShapeOptions>()
        .Number(nameof(SamplingShapeOptions.UsualShare), static (options, value) => options.UsualShare = value)
        .Number(nameof(SamplingShapeOptions.FullShare), static (options, value) => options.FullShare = value)
        .Number(nameof(SamplingShapeOptions.ChoicesWeight), static (options, value) => options.ChoicesWeight = value)
        .Number(nameof(SamplingShapeOptions.LogProbabilitiesWeight), static (options, value) => options.LogProbabilitiesWeight = value);

    public static readonly SettingsTable<ReleasePivotOptions> ReleasePivot = new SettingsTable<ReleasePivotOptions>()
        .Whole(nameof(ReleasePivotOptions.FewestPerMember), static (options, value) => options.FewestPerMember = value)
        .Whole(nameof(ReleasePivotOptions.FewestMembers), static (options, value) => options.FewestMembers = value)
        .Number(nameof(ReleasePivotOptions.Margin), static (options, value) => options.Margin = value)
        .Number(nameof(ReleasePivotOptions.FullAbove), static (options, value) => options.FullAbove = value)
        .Number(nameof(ReleasePivotOptions.MostWeight), static (options, value) => options.MostWeight = value);

    public static readonly SettingsTable<DistributionShiftOptions> DistributionShift = new SettingsTable<DistributionShiftOptions>()
        .Number(nameof(DistributionShiftOptions.MostWeight), static (options, value) => options.MostWeight = value)
        .Whole(nameof(DistributionShiftOptions.FewestMembers), static (options, value) => options.FewestMembers = value)
        .Whole(nameof(DistributionShiftOptions.FewestPeers), static (options, value) => options.FewestPeers = value)
        .Whole(nameof(DistributionShiftOptions.FewestAlone), static (options, value) => options.FewestAlone = value)
        .Whole(nameof(DistributionShiftOptions.Draws), static (options, value) => options.Draws = value)
        .Number(nameof(DistributionShiftOptions.UnusualFrom), static (options, value) => options.UnusualFrom = value);

    public static readonly SettingsTable<CoverageOptions> Coverage = new SettingsTable<CoverageOptions>()
        .Number(nameof(CoverageOptions.MostWeight), static (options, value) => options.MostWeight = value)
        .Whole(nameof(CoverageOptions.FewestMembers), static (options, value) => options.FewestMembers = value)
        .Whole(nameof(CoverageOptions.FewestPeers), static (options, value) => options.FewestPeers = value)
        .Whole(nameof(CoverageOptions.FewestTopics), static (options, value) => options.FewestTopics = value)
        .Whole(nameof(CoverageOptions.Draws), static (options, value) => options.Draws = value)
        .Number(nameof(CoverageOptions.UnusualFrom), static (options, value) => options.UnusualFrom = value);
}
