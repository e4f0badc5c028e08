// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Configuration;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Page;
using DistillGuard.AspNetCore.Telemetry;
using DistillGuard.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the live page.</summary>
public static class LivePageServices
{
    /// <summary>Registers what <c>MapDistillGuardPage</c> needs, and the gateway. Nothing is remembered before a page is mapped.</summary>
    /// <param name="guard">What <c>AddDistillGuard</c> returned.</param>
    /// <param name="configure">Changes the defaults.</param>
    public static DistillGuardServiceBuilder AddLivePage(this DistillGuardServiceBuilder guard, Action<LivePageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(guard);
        IServiceCollection services = guard.AddGateway().Services;
        if (configure is not null)
        {
            services.AddSingleton(configure);
        }

        if (services.Any(static service => service.ServiceType == typeof(LiveTraffic)))
        {
            return guard;
        }

        services.AddSingleton(static provider => ConfiguredOptions.Make<LivePageOptions>(
            provider, "Page", options => Change(options, provider.GetServices<Action<LivePageOptions>>())));
        services.TryAddSingleton<AnalysisLooks>();
        services.AddSingleton<LiveTraffic>();
        services.AddSingleton<IExchangeObserver>(static provider => provider.GetRequiredService<LiveTraffic>());
        services.AddSingleton<PageFeed>();
        services.AddSingleton<LiveEvents>();
        services.AddSingleton<LivePageEndpoint>();
        return guard;
    }

    private static void Change(LivePageOptions options, IEnumerable<Action<LivePageOptions>> changes)
    {
        foreach (Action<LivePageOptions> change in changes)
        {
            change(options);
        }
    }
}
