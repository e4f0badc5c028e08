// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.AspNetCore.Reloading;
using DistillGuard.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers hot reload of rules, calibration and region policy.</summary>
public static class ReloadServices
{
    /// <summary>
    /// Has files taken over at the start and whenever they change. <see cref="ReloadStatus"/> says what is in use and how that goes. Calling it
    /// again changes the same options.
    /// </summary>
    /// <param name="guard">What <c>AddDistillGuard</c> returned.</param>
    /// <param name="configure">Names the files.</param>
    public static DistillGuardServiceBuilder AddReloading(this DistillGuardServiceBuilder guard, Action<ReloadOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(guard);
        ArgumentNullException.ThrowIfNull(configure);
        configure(OptionsOf(guard.Services));
        return guard;
    }

    private static ReloadOptions OptionsOf(IServiceCollection services)
    {
        object? known = services.FirstOrDefault(static service => service.ServiceType == typeof(ReloadOptions))?.ImplementationInstance;
        if (known is ReloadOptions options)
        {
            return options;
        }

        options = new ReloadOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(provider => new ReloadStatus(provider.GetRequiredService<DistillationGuard>(), provider.GetRequiredService<ReloadOptions>()));
        services.AddSingleton<IHostedService, ReloadService>();
        return options;
    }
}
