// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Handling;
using DistillGuard.AspNetCore.Hosting;
using DistillGuard.AspNetCore.Identity;
using DistillGuard.AspNetCore.Requests;
using DistillGuard.AspNetCore.Responses;
using DistillGuard.AspNetCore.Telemetry;
using DistillGuard.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the gateway beside the guard.</summary>
public static class GatewayServices
{
    /// <summary>
    /// Registers what <c>UseDistillGuard</c> needs. Calling it again registers nothing twice: it adds to the same gateway.
    /// </summary>
    /// <param name="guard">What <c>AddDistillGuard</c> returned.</param>
    /// <param name="configure">Says who calls, what is done about verdicts, and who is told.</param>
    public static DistillGuardServiceBuilder AddGateway(this DistillGuardServiceBuilder guard, Action<GatewayBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(guard);
        IServiceCollection services = guard.Services;
        GatewayBuilder gateway = Find(services) ?? Register(services);
        configure?.Invoke(gateway);
        return guard;
    }

    private static GatewayBuilder? Find(IServiceCollection services)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (service.ServiceType == typeof(GatewayBuilder))
            {
                return (GatewayBuilder?)service.ImplementationInstance;
            }
        }

        return null;
    }

    private static GatewayBuilder Register(IServiceCollection services)
    {
        var builder = new GatewayBuilder(services);
        services.AddSingleton(builder);
        services.AddSingleton(provider => builder.Build(provider));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GatewayTally>();
        services.AddSingleton(provider => new Gateway(
            provider.GetRequiredService<GatewayOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<GatewayTally>()));
        services.AddSingleton<RequestPlacer>();
        services.AddSingleton<CallerResolvers>();
        services.AddSingleton<ForwardedHeaderWatch>();
        services.AddSingleton<VerdictHandlers>();
        services.AddSingleton<AnswerReaders>();
        services.AddSingleton<ExchangeInspector>();
        services.AddSingleton<ExchangeObservers>();
        services.AddSingleton<WaitingExchanges>();
        services.AddSingleton(static provider => new InspectionPump(
            provider.GetRequiredService<WaitingExchanges>(),
            provider.GetRequiredService<ExchangeInspector>(),
            provider.GetRequiredService<ExchangeObservers>(),
            provider.GetRequiredService<GatewayTally>(),
            TimeProvider.System));
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<InspectionPump>());
        services.AddSingleton<ExchangeServices>();
        services.TryAddSingleton<AnalysisLooks>();
        services.AddSingleton<IHostedService, GroupWatch>();
        return builder;
    }
}
