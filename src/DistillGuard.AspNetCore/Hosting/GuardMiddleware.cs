// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Hosting;

/// <summary>Has every request to a model looked at on its way, and its answer on the way back.</summary>
internal sealed class GuardMiddleware
{
    private readonly RequestDelegate _next;
    private readonly ExchangeServices _services;

    public GuardMiddleware(RequestDelegate next, ExchangeServices services)
    {
        _next = next;
        _services = services;
    }

    public Task InvokeAsync(HttpContext context) =>
        ExchangeRun.Begin(_services, context) is { } run ? RunAsync(run, context) : _next(context);

    private async Task RunAsync(ExchangeRun run, HttpContext context)
    {
        try
        {
            if (!await run.InspectAsync().ConfigureAwait(false))
            {
                await _next(context).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            run.Fail(failure);
            throw;
        }
        finally
        {
            run.Complete();
        }
    }
}
