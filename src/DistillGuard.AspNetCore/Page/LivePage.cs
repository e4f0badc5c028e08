// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Page;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the live page.</summary>
public static class LivePage
{
    /// <summary>
    /// Maps a page that shows the current findings with their evidence, and how the guard does. It requires an authorized user; say
    /// <c>.RequireAuthorization("policy")</c> for who, or <c>.AllowAnonymous()</c> where something before the application decides. From here on the traffic
    /// of the last hour and day is remembered, in bounded memory: numbers and keyed hashes, no text.
    /// </summary>
    /// <param name="endpoints">Where endpoints are mapped.</param>
    /// <param name="path">The page's path; its events come from <c>/events</c> below it. Default: <c>/distillguard</c>.</param>
    /// <returns>The two endpoints, to add conventions to.</returns>
    /// <exception cref="InvalidOperationException"><c>AddLivePage</c> was not called.</exception>
    public static IEndpointConventionBuilder MapDistillGuardPage(this IEndpointRouteBuilder endpoints, string path = "/distillguard")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        IServiceProvider services = endpoints.ServiceProvider;
        LiveTraffic traffic = services.GetService<LiveTraffic>() ?? throw new InvalidOperationException(
            "MapDistillGuardPage finds no page among the services. Call AddLivePage() on what AddDistillGuard() returns, before the application is built.");
        traffic.TurnOn();
        RouteGroupBuilder group = endpoints.MapGroup(path);
        group.MapGet(string.Empty, (RequestDelegate)services.GetRequiredService<LivePageEndpoint>().AnswerAsync);
        group.MapGet(LiveEvents.Path, (RequestDelegate)services.GetRequiredService<LiveEvents>().AnswerAsync);
        group.RequireAuthorization();
        group.ExcludeFromDescription();
        return group;
    }
}
