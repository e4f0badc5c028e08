// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.PromptPattern;
using DistillGuard.Detectors.RateAnomaly;
using DistillGuard.Detectors.RelayFanIn;
using DistillGuard.Detectors.SignatureReplay;
using DistillGuard.Detectors.UpstreamRefusal;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings of the detectors that look at requests.</summary>
internal static class DetectorTables
{
    public static readonly SettingsTable<RateAnomalyOptions> RateAnomaly = new SettingsTable<RateAnomalyOptions>()
        .Duration(nameof(RateAnomalyOptions.RecentHalfLife), static (options, value) => options.RecentHalfLife = value)
        .Duration(nameof(RateAnomalyOptions.PastHalfLife), static (options, value) => options.PastHalfLife = value)
        .Duration(nameof(RateAnomalyOptions.CohortHalfLife), static (options, value) => options.CohortHalfLife = value)
        .Duration(nameof(RateAnomalyOptions.Rest), static (options, value) => options.Rest = value)
        .Number(nameof(RateAnomalyOptions.MinimumCohort), static (options, value) => options.MinimumCohort = value)
        .Number(nameof(RateAnomalyOptions.UsualShare), static (options, value) => options.UsualShare = value);

    public static readonly SettingsTable<PromptPatternOptions> PromptPattern = new SettingsTable<PromptPatternOptions>()
        .Duration(nameof(PromptPatternOptions.HalfLife), static (options, value) => options.HalfLife = value)
        .Number(nameof(PromptPatternOptions.ConfirmedAfter), static (options, value) => options.ConfirmedAfter = value)
        .Number(nameof(PromptPatternOptions.FullShare), static (options, value) => options.FullShare = value);

    public static readonly SettingsTable<SignatureReplayOptions> SignatureReplay = new SettingsTable<SignatureReplayOptions>()
        .Duration(nameof(SignatureReplayOptions.Retention), static (options, value) => options.Retention = value)
        .Whole(nameof(SignatureReplayOptions.MinimumReplays), static (options, value) => options.MinimumReplays = value)
        .Number(nameof(SignatureReplayOptions.ConclusiveWeight), static (options, value) => options.ConclusiveWeight = value)
        .Number(nameof(SignatureReplayOptions.UnconfirmedWeight), static (options, value) => options.UnconfirmedWeight = value);

    public static readonly SettingsTable<RelayFanInOptions> RelayFanIn = new SettingsTable<RelayFanInOptions>()
        .Number(nameof(RelayFanInOptions.EndUsers), static (options, value) => options.EndUsers = value)
        .Number(nameof(RelayFanInOptions.RequestsPerEndUser), static (options, value) => options.RequestsPerEndUser = value)
        .Number(nameof(RelayFanInOptions.Conversations), static (options, value) => options.Conversations = value)
        .Duration(nameof(RelayFanInOptions.Window), static (options, value) => options.Window = value)
        .Number(nameof(RelayFanInOptions.Clients), static (options, value) => options.Clients = value)
        .Number(nameof(RelayFanInOptions.Networks), static (options, value) => options.Networks = value)
        .Whole(nameof(RelayFanInOptions.Scripts), static (options, value) => options.Scripts = value)
        .Whole(nameof(RelayFanInOptions.Kinds), static (options, value) => options.Kinds = value);

    public static readonly SettingsTable<UpstreamRefusalOptions> UpstreamRefusal = new SettingsTable<UpstreamRefusalOptions>()
        .Texts(nameof(UpstreamRefusalOptions.Categories), static (options, values) => Replace(options.Categories, values))
        .Duration(nameof(UpstreamRefusalOptions.HalfLife), static (options, value) => options.HalfLife = value)
        .Duration(nameof(UpstreamRefusalOptions.CohortHalfLife), static (options, value) => options.CohortHalfLife = value)
        .Number(nameof(UpstreamRefusalOptions.MinimumCohort), static (options, value) => options.MinimumCohort = value)
        .Number(nameof(UpstreamRefusalOptions.UsualShare), static (options, value) => options.UsualShare = value)
        .Number(nameof(UpstreamRefusalOptions.ConfirmedAfter), static (options, value) => options.ConfirmedAfter = value)
        .Number(nameof(UpstreamRefusalOptions.FullShare), static (options, value) => options.FullShare = value)
        .Number(nameof(UpstreamRefusalOptions.Weight), static (options, value) => options.Weight = value)
        .Number(nameof(UpstreamRefusalOptions.DeclaredWeight), static (options, value) => options.DeclaredWeight = value);

    private static void Replace(IList<string> list, IReadOnlyList<string> values)
    {
        list.Clear();
        foreach (string value in values)
        {
            list.Add(value);
        }
    }
}
