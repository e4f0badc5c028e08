// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Health;
using DistillGuard.AspNetCore.Page;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings of what stands beside the guard.</summary>
internal static class ServiceTables
{
    public static readonly SettingsTable<GuardHealthOptions> Health = new SettingsTable<GuardHealthOptions>()
        .Duration(nameof(GuardHealthOptions.Window), static (options, value) => options.Window = value)
        .Whole(nameof(GuardHealthOptions.MaxFaults), static (options, value) => options.MaxFaults = value)
        .Whole(nameof(GuardHealthOptions.MaxDrops), static (options, value) => options.MaxDrops = value)
        .Whole(nameof(GuardHealthOptions.MaxEvictions), static (options, value) => options.MaxEvictions = value)
        .Whole(nameof(GuardHealthOptions.MaxWaiting), static (options, value) => options.MaxWaiting = value)
        .Duration(nameof(GuardHealthOptions.MaxCalibrationAge), static (options, value) => options.MaxCalibrationAge = value);

    public static readonly SettingsTable<LivePageOptions> Page = new SettingsTable<LivePageOptions>()
        .Duration(nameof(LivePageOptions.Interval), static (options, value) => options.Interval = value)
        .Whole(nameof(LivePageOptions.MaxViewers), static (options, value) => options.MaxViewers = value)
        .Whole(nameof(LivePageOptions.MaxAccounts), static (options, value) => options.MaxAccounts = value);
}
