// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings of the engine.</summary>
internal static class EngineTables
{
    public static readonly SettingsTable<GuardOptions> Engine = new SettingsTable<GuardOptions>()
        .Whole(nameof(GuardOptions.MaxAccounts), static (options, value) => options.MaxAccounts = value)
        .Whole(nameof(GuardOptions.MaxOrganizations), static (options, value) => options.MaxOrganizations = value)
        .Whole(nameof(GuardOptions.MaxLinks), static (options, value) => options.MaxLinks = value)
        .Whole(nameof(GuardOptions.MaxCohorts), static (options, value) => options.MaxCohorts = value)
        .Whole(nameof(GuardOptions.MaxSignatures), static (options, value) => options.MaxSignatures = value);

    public static readonly SettingsTable<ReadingSettings> Reading = new SettingsTable<ReadingSettings>()
        .Whole(nameof(ReadingSettings.MaxBodyBytes), static (options, value) => options.MaxBodyBytes = value)
        .Whole(nameof(ReadingSettings.MaxDepth), static (options, value) => options.MaxDepth = value)
        .Whole(nameof(ReadingSettings.MaxParts), static (options, value) => options.MaxParts = value);

    public static readonly SettingsTable<FusionOptions> Fusion = new SettingsTable<FusionOptions>()
        .Number("Budget:PerAccountDay", static (options, value) => options.Budget = options.Budget with { PerAccountDay = value })
        .Number("Budget:GroupsPerDay", static (options, value) => options.Budget = options.Budget with { GroupsPerDay = value })
        .Number(nameof(FusionOptions.FamilyCountsFrom), static (options, value) => options.FamilyCountsFrom = value)
        .Number(nameof(FusionOptions.VolumeCap), static (options, value) => options.VolumeCap = value)
        .Number(nameof(FusionOptions.ContentCap), static (options, value) => options.ContentCap = value)
        .Number(nameof(FusionOptions.OriginCap), static (options, value) => options.OriginCap = value)
        .Number(nameof(FusionOptions.ProtocolCap), static (options, value) => options.ProtocolCap = value)
        .Number(nameof(FusionOptions.StructureCap), static (options, value) => options.StructureCap = value)
        .Number(nameof(FusionOptions.IdentityCap), static (options, value) => options.IdentityCap = value)
        .Number(nameof(FusionOptions.TimingCap), static (options, value) => options.TimingCap = value)
        .Number(nameof(FusionOptions.DistributionCap), static (options, value) => options.DistributionCap = value);

    public static readonly SettingsTable<GroupOptions> Groups = new SettingsTable<GroupOptions>()
        .Duration(nameof(GroupOptions.Interval), static (options, value) => options.Interval = value)
        .Duration(nameof(GroupOptions.Window), static (options, value) => options.Window = value)
        .Whole(nameof(GroupOptions.FewestOrganizations), static (options, value) => options.FewestOrganizations = value)
        .Whole(nameof(GroupOptions.MaxPieces), static (options, value) => options.MaxPieces = value)
        .Whole(nameof(GroupOptions.MaxAccounts), static (options, value) => options.MaxAccounts = value)
        .Whole(nameof(GroupOptions.MaxMemberships), static (options, value) => options.MaxMemberships = value)
        .Whole(nameof(GroupOptions.MaxExchanges), static (options, value) => options.MaxExchanges = value)
        .Whole(nameof(GroupOptions.MaxSketches), static (options, value) => options.MaxSketches = value)
        .Whole(nameof(GroupOptions.MaxHabits), static (options, value) => options.MaxHabits = value)
        .Whole(nameof(GroupOptions.QueueLength), static (options, value) => options.QueueLength = value);
}
