// SPDX-License-Identifier: MIT

using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.DependencyInjection;

/// <summary>What <see cref="DistillGuardServices.AddDistillGuard"/> returns: the services, and a place to add detectors.</summary>
/// <remarks>Not thread-safe; used while the container is composed.</remarks>
public sealed class DistillGuardServiceBuilder
{
    private readonly List<Action<IServiceProvider, DistillationGuardBuilder>> _steps = [];

    internal DistillGuardServiceBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services being composed.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds detectors or changes options when the guard is built.</summary>
    public DistillGuardServiceBuilder Configure(Action<DistillationGuardBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Configure((_, builder) => configure(builder));
    }

    /// <summary>Adds detectors or changes options when the guard is built, with services at hand.</summary>
    public DistillGuardServiceBuilder Configure(Action<IServiceProvider, DistillationGuardBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _steps.Add(configure);
        return this;
    }

    internal DistillationGuard Build(IServiceProvider services)
    {
        var builder = new DistillationGuardBuilder();
        foreach (Action<IServiceProvider, DistillationGuardBuilder> step in _steps)
        {
            step(services, builder);
        }

        return builder.Build();
    }
}
