// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Page;

/// <summary>A gateway with its page open to everybody, as no host should have it.</summary>
internal static class PageHost
{
    public const string Path = "/distillguard";

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 11, 2, 6, 10, 0, TimeSpan.Zero));

    public static Task<GatewayHost> StartAsync(
        FakeTimeProvider time, Action<LivePageOptions>? options = null, Transport transport = Transport.TestHost, bool isMapped = true) =>
        GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = transport,
            Time = time,
            Guard = static guard => guard.AddPromptPattern().AddGroupAnalyzers(),
            Services = services =>
            {
                services.AddAuthorization();
                services.AddDistillGuard().AddLivePage(options);
            },
            Endpoints = app =>
            {
                app.UseAuthorization();
                if (isMapped)
                {
                    app.MapDistillGuardPage(Path).AllowAnonymous();
                }

                app.MapPost("/v1/chat/completions", Upstreams.Ok);
            },
        });
}
