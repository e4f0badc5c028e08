// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Policies;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings of the gateway and of its policies.</summary>
internal static class GatewayTables
{
    private static readonly string[] Actions = Enum.GetNames<GuardAction>();

    public static readonly SettingsTable<GatewayOptions> Gateway = new SettingsTable<GatewayOptions>()
        .Whole(nameof(GatewayOptions.MaxBodyBytes), static (options, value) => options.MaxBodyBytes = value)
        .Whole(nameof(GatewayOptions.MaxSignatures), static (options, value) => options.MaxSignatures = value)
        .Whole(nameof(GatewayOptions.MaxSignatureBytes), static (options, value) => options.MaxSignatureBytes = value)
        .Text(nameof(GatewayOptions.LevelHeader), static (options, value) => options.LevelHeader = value)
        .Text(nameof(GatewayOptions.VerdictHeader), static (options, value) => options.VerdictHeader = value)
        .Duration(nameof(GatewayOptions.AnalysisInterval), static (options, value) => options.AnalysisInterval = value);

    public static readonly SettingsTable<GatewayPolicy> Policy = new SettingsTable<GatewayPolicy>()
        .Choice<GuardAction>(nameof(GatewayPolicy.Elevated), Actions, static (options, value) => options.Elevated = value)
        .Choice<GuardAction>(nameof(GatewayPolicy.High), Actions, static (options, value) => options.High = value)
        .Choice<GuardAction>(nameof(GatewayPolicy.NotEvaluated), Actions, static (options, value) => options.NotEvaluated = value)
        .Flag(nameof(GatewayPolicy.DryRun), static (options, value) => options.DryRun = value)
        .Flag(nameof(GatewayPolicy.VerdictFirst), static (options, value) => options.VerdictFirst = value)
        .Texts(nameof(GatewayPolicy.Exempt), static (options, values) => options.Exempt.UnionWith(values))
        .Whole(nameof(GatewayPolicy.ElevatedPerMinute), static (options, value) => options.ElevatedPerMinute = value)
        .Whole(nameof(GatewayPolicy.HighPerMinute), static (options, value) => options.HighPerMinute = value)
        .Whole(nameof(GatewayPolicy.Burst), static (options, value) => options.Burst = value)
        .Duration(nameof(GatewayPolicy.RetryAfter), static (options, value) => options.RetryAfter = value)
        .Text(nameof(GatewayPolicy.Appeal), static address => new Uri(address, UriKind.RelativeOrAbsolute), static (options, value) => options.Appeal = value);
}
