// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Handling;
using DistillGuard.AspNetCore.Identity;
using DistillGuard.AspNetCore.Policies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.AspNetCore;

/// <summary>What <c>AddGateway</c> hands out: a place to say who calls, what is done about verdicts, and who is told.</summary>
/// <remarks>Not thread-safe; used while the container is composed.</remarks>
public sealed class GatewayBuilder
{
    private readonly List<Action<IServiceProvider, GatewayOptions>> _steps = [];

    internal GatewayBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services being composed.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Changes the options when the gateway is made.</summary>
    public GatewayBuilder Configure(Action<GatewayOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Configure((_, options) => change(options));
    }

    /// <summary>Changes the options when the gateway is made, with services at hand.</summary>
    public GatewayBuilder Configure(Action<IServiceProvider, GatewayOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _steps.Add(change);
        return this;
    }

    /// <summary>Adds a policy, or changes one of that name.</summary>
    /// <param name="name">Its name, as endpoints give it.</param>
    /// <param name="change">Changes the defaults.</param>
    public GatewayBuilder AddPolicy(string name, Action<GatewayPolicy> change)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(change);
        return Configure(options =>
        {
            if (!options.Policies.TryGetValue(name, out GatewayPolicy? policy))
            {
                options.Policies[name] = policy = new GatewayPolicy();
            }

            change(policy);
        });
    }

    /// <summary>Adds a function that tells who calls; what an earlier resolver found stays.</summary>
    /// <param name="resolve">Says what it knows of the caller; <see langword="null"/> for nothing. It must not read the body.</param>
    public GatewayBuilder ResolveCaller(Func<HttpContext, CallerIdentity?> resolve)
    {
        ArgumentNullException.ThrowIfNull(resolve);
        Services.AddSingleton<ICallerResolver>(new DelegateCallerResolver(resolve));
        return this;
    }

    /// <summary>Adds a resolver of the host's own.</summary>
    /// <typeparam name="TResolver">The resolver; one for the application.</typeparam>
    public GatewayBuilder ResolveCaller<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TResolver>()
        where TResolver : class, ICallerResolver
    {
        Services.AddSingleton<ICallerResolver, TResolver>();
        return this;
    }

    /// <summary>Adds a resolver that reads the claims of the authenticated user. It is also what is used when none is added, with the default names.</summary>
    /// <param name="change">Changes the names of the claims.</param>
    public GatewayBuilder ResolveCallerFromClaims(Action<ClaimsCallerOptions>? change = null)
    {
        var claims = new ClaimsCallerOptions();
        change?.Invoke(claims);
        Services.AddSingleton<ICallerResolver>(new ClaimsCallerResolver(claims));
        return this;
    }

    /// <summary>Adds a handler of the host's own; it replaces the built-in one of its action.</summary>
    /// <typeparam name="THandler">The handler; one for the application.</typeparam>
    public GatewayBuilder AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, IVerdictHandler
    {
        Services.AddSingleton<IVerdictHandler, THandler>();
        return this;
    }

    /// <summary>Adds somebody who is told of every exchange.</summary>
    /// <typeparam name="TObserver">The observer; one for the application.</typeparam>
    public GatewayBuilder AddObserver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>()
        where TObserver : class, IExchangeObserver
    {
        Services.AddSingleton<IExchangeObserver, TObserver>();
        return this;
    }

    internal GatewayOptions Build(IServiceProvider services)
    {
        var options = new GatewayOptions();
        foreach (Action<IServiceProvider, GatewayOptions> step in _steps)
        {
            step(services, options);
        }

        return options;
    }
}
