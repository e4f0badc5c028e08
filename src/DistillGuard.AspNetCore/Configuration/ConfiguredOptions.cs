// SPDX-License-Identifier: MIT

using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Makes the options of a service: the defaults, changed by the configuration where there is one, then by code, then checked.</summary>
internal static class ConfiguredOptions
{
    /// <param name="services">The application's services.</param>
    /// <param name="path">The options' part of the configuration.</param>
    /// <param name="change">What code changes.</param>
    /// <exception cref="GuardConfigurationException">An option is out of range; the message lists all that are.</exception>
    public static TOptions Make<TOptions>(IServiceProvider services, string path, Action<TOptions>? change)
        where TOptions : class, IGuardOptions, new()
    {
        var options = new TOptions();
        services.GetService<GuardConfiguration>()?.Change(path, options);
        change?.Invoke(options);
        var problems = new ConfigurationProblems();
        problems.AddAll(path, [], options);
        problems.ThrowIfAny();
        return options;
    }
}
