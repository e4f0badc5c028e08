// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.AspNetCore.Configuration;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Health;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the guard to the application's health checks.</summary>
public static class GuardHealth
{
    /// <summary>The name of the check.</summary>
    public const string CheckName = "distillguard";

    /// <summary>
    /// Adds the guard: which rules and calibration are in use and how old they are, whether its tables are full, whether the analysis of groups keeps up,
    /// and what failed of late. It is degraded at worst, for requests pass whatever befalls the guard; only where the guard cannot be built at all does the
    /// check fail.
    /// </summary>
    /// <param name="checks">The checks.</param>
    /// <param name="configure">Changes from where on it counts as degraded.</param>
    /// <param name="failureStatus">The status when the guard cannot be built. Default: unhealthy.</param>
    /// <param name="tags">Tags to filter by.</param>
    /// <exception cref="GuardConfigurationException">An option is out of range.</exception>
    public static IHealthChecksBuilder AddDistillGuard(
        this IHealthChecksBuilder checks,
        Action<GuardHealthOptions>? configure = null,
        HealthStatus failureStatus = HealthStatus.Unhealthy,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(checks);
        IServiceCollection services = checks.Services;
        services.AddSingleton<TroubleWindow>();
        services.TryAddSingleton<CalibrationFitObserver>();
        services.AddSingleton<IExchangeObserver>(provider => provider.GetRequiredService<CalibrationFitObserver>());
        services.TryAddSingleton(provider => ConfiguredOptions.Make(provider, "Health", configure));
        return checks.Add(new HealthCheckRegistration(
            CheckName,
            static provider => ActivatorUtilities.CreateInstance<GuardHealthCheck>(provider),
            failureStatus,
            tags));
    }
}
