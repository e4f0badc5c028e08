// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Recording;
using DistillGuard.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the recorder of traffic.</summary>
public static class RecorderServices
{
    /// <summary>
    /// Has exchanges written to a traffic log, texts and identities as keyed hashes unless told otherwise. <see cref="TrafficRecorder"/> says how that
    /// goes. Calling it again changes the same options.
    /// </summary>
    /// <param name="guard">What <c>AddDistillGuard</c> returned.</param>
    /// <param name="configure">Gives the folder and the key, and may change the rest.</param>
    public static DistillGuardServiceBuilder AddRecorder(this DistillGuardServiceBuilder guard, Action<RecorderOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(guard);
        ArgumentNullException.ThrowIfNull(configure);
        configure(OptionsOf(guard.Services));
        return guard;
    }

    private static RecorderOptions OptionsOf(IServiceCollection services)
    {
        object? known = services.FirstOrDefault(static service => service.ServiceType == typeof(RecorderOptions))?.ImplementationInstance;
        if (known is RecorderOptions options)
        {
            return options;
        }

        options = new RecorderOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<RecorderTally>();
        services.AddSingleton(provider => new TrafficRecorder(provider.GetRequiredService<RecorderOptions>(), provider.GetRequiredService<RecorderTally>()));
        services.AddSingleton<IExchangeObserver>(provider => provider.GetRequiredService<TrafficRecorder>());
        services.AddSingleton<IHostedService, RecorderService>();
        return options;
    }
}
