// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Snapshots;
using DistillGuard.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers snapshots of the guard's memory.</summary>
public static class SnapshotServices
{
    /// <summary>
    /// Has the guard's memory restored at the start and saved from time to time. <see cref="SnapshotStatus"/> says how that goes. Calling it again
    /// changes the same options.
    /// </summary>
    /// <param name="guard">What <c>AddDistillGuard</c> returned.</param>
    /// <param name="configure">Gives the path, and may change the interval.</param>
    public static DistillGuardServiceBuilder AddSnapshots(this DistillGuardServiceBuilder guard, Action<SnapshotOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(guard);
        ArgumentNullException.ThrowIfNull(configure);
        SnapshotOptions options = OptionsOf(guard.Services);
        configure(options);
        return guard;
    }

    private static SnapshotOptions OptionsOf(IServiceCollection services)
    {
        object? known = services.FirstOrDefault(static service => service.ServiceType == typeof(SnapshotOptions))?.ImplementationInstance;
        if (known is SnapshotOptions options)
        {
            return options;
        }

        options = new SnapshotOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(static _ => new SnapshotStatus());
        services.AddSingleton<IHostedService, SnapshotService>();
        return options;
    }
}
