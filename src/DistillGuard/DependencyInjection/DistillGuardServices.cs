// SPDX-License-Identifier: MIT

using DistillGuard.DependencyInjection;
using DistillGuard;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers DistillGuard with a container.</summary>
public static class DistillGuardServices
{
    /// <summary>
    /// Registers one <see cref="DistillationGuard"/> for the application. Calling it again registers nothing twice: it returns the
    /// same builder and adds to the same guard.
    /// </summary>
    /// <param name="services">The services being composed.</param>
    /// <param name="configure">Adds detectors and changes options when the guard is built.</param>
    public static DistillGuardServiceBuilder AddDistillGuard(
        this IServiceCollection services,
        Action<DistillationGuardBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        DistillGuardServiceBuilder builder = Find(services) ?? Register(services);
        return configure is null ? builder : builder.Configure(configure);
    }

    private static DistillGuardServiceBuilder? Find(IServiceCollection services)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (service.ServiceType == typeof(DistillGuardServiceBuilder))
            {
                return (DistillGuardServiceBuilder?)service.ImplementationInstance;
            }
        }

        return null;
    }

    private static DistillGuardServiceBuilder Register(IServiceCollection services)
    {
        var builder = new DistillGuardServiceBuilder(services);
        services.AddSingleton(builder);
        services.AddSingleton(provider => builder.Build(provider));
        return builder;
    }
}
