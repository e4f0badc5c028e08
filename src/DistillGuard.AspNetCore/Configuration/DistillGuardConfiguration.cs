// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.AspNetCore.Configuration;
using DistillGuard.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers DistillGuard as an operator configured it.</summary>
public static class DistillGuardConfiguration
{
    /// <summary>
    /// Registers one <see cref="DistillationGuard"/> with every detector, and the gateway, as the section <c>DistillGuard</c> says; what it does not mention keeps its
    /// default. The application does not start when something in it is wrong: an unknown name, a wrong type, a value out of range, a file that cannot be
    /// read. The message lists all of it.
    /// </summary>
    /// <param name="services">The services being composed.</param>
    /// <param name="configuration">The application's configuration, or the section itself.</param>
    public static DistillGuardServiceBuilder AddDistillGuard(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var read = new GuardConfiguration(configuration);
        DistillGuardServiceBuilder builder = services.AddDistillGuard().Configure(read.Apply)
            .AddGateway(gateway => gateway.Configure(options =>
            {
                read.Change("Gateway", options);
                read.Change("Gateway:Default", options.Default);
                read.Change("Gateway:Policies", options);
            }))
            .AddTelemetry()
            .AddLivePage();
        services.AddSingleton(read);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupCheck>());
        return builder;
    }
}
