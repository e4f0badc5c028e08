// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Telemetry;
using DistillGuard.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds metrics and spans.</summary>
public static class GuardTelemetry
{
    /// <summary>Name of the meter, for <c>AddMeter</c>, and of the activity source, for <c>AddSource</c>.</summary>
    public const string SourceName = GuardInstruments.Name;

    /// <summary>
    /// Has every exchange counted by the meter, and a span written for every inspection when somebody listens. No tag names an account, a credential, an
    /// address or a model. It costs next to nothing while nobody listens, and adding it again changes nothing.
    /// </summary>
    /// <param name="guard">What <c>AddDistillGuard</c> returned.</param>
    public static DistillGuardServiceBuilder AddTelemetry(this DistillGuardServiceBuilder guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        IServiceCollection services = guard.AddGateway().Services;
        if (services.Any(static service => service.ServiceType == typeof(GuardInstruments)))
        {
            return guard;
        }

        services.AddMetrics();
        services.AddSingleton<GuardInstruments>();
        services.AddSingleton<GuardActivities>();
        services.AddSingleton<GuardGauges>();
        services.AddSingleton<StateGauges>();
        services.TryAddSingleton<AnalysisLooks>();
        services.AddSingleton<IExchangeObserver, TelemetryObserver>();
        return guard;
    }
}
