// SPDX-License-Identifier: MIT

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Builds the guard before the server listens: a configuration that is wrong stops the start, not the first request.</summary>
internal sealed class StartupCheck : IHostedLifecycleService
{
    private readonly IServiceProvider _services;

    public StartupCheck(IServiceProvider services) => _services = services;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = _services.GetRequiredService<DistillationGuard>();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
