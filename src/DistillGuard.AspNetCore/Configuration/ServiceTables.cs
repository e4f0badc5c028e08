// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Health;
using DistillGuard.AspNetCore.Page;
using DistillGuard.AspNetCore.Recording;
using DistillGuard.AspNetCore.Reloading;
using DistillGuard.AspNetCore.Snapshots;

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

    // Which files is said where they are used.
    public static readonly SettingsTable<ReloadOptions> Reloading = new SettingsTable<ReloadOptions>()
        .Duration(nameof(ReloadOptions.Interval), static (options, value) => options.Interval = value);

    public static readonly SettingsTable<SnapshotOptions> Snapshots = new SettingsTable<SnapshotOptions>()
        .Text(nameof(SnapshotOptions.Path), static (options, value) => options.Path = value)
        .Duration(nameof(SnapshotOptions.Interval), static (options, value) => options.Interval = value);

    public static readonly SettingsTable<RecorderOptions> Recorder = new SettingsTable<RecorderOptions>()
        .Text(nameof(RecorderOptions.Folder), static (options, value) => options.Folder = value)
        .Choice<RecordedTexts>(nameof(RecorderOptions.Texts), Enum.GetNames<RecordedTexts>(), static (options, value) => options.Texts = value)
        .Choice<RecordedIdentities>(
            nameof(RecorderOptions.Identities), Enum.GetNames<RecordedIdentities>(), static (options, value) => options.Identities = value)
        .Text(
            nameof(RecorderOptions.Key),
            SecretSettings.ReadKey,
            static (options, value) => options.Key = value,
            "The secret of the hashes, 32 hexadecimal digits or more; another than the guard's. Required unless nothing is hashed.")
        .Text(
            "KeyFile",
            static path => SecretSettings.ReadKey(File.ReadAllText(path)),
            static (options, value) => options.Key = value,
            "A file that holds the secret of the hashes and nothing else.")
        .Large(nameof(RecorderOptions.MaxFileBytes), static (options, value) => options.MaxFileBytes = value)
        .Whole(nameof(RecorderOptions.MaxFiles), static (options, value) => options.MaxFiles = value)
        .Flag(nameof(RecorderOptions.Compress), static (options, value) => options.Compress = value)
        .Duration(nameof(RecorderOptions.ReorderWindow), static (options, value) => options.ReorderWindow = value)
        .Whole(nameof(RecorderOptions.MaxExchanges), static (options, value) => options.MaxExchanges = value)
        .Large(nameof(RecorderOptions.MaxHeldBytes), static (options, value) => options.MaxHeldBytes = value);
}
