// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.Requests;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Acme.Gateway;

/// <summary>Middleware that watches POST /v1/chat/completions and reports; it never holds a request up.</summary>
public sealed class DistillationWatch
{
    private const int LargestBody = 1024 * 1024;

    private readonly RequestDelegate _next;
    private readonly DistillationGuard _guard;
    private readonly TimeProvider _time;
    private readonly ILogger<DistillationWatch> _log;

    public DistillationWatch(
        RequestDelegate next, DistillationGuard guard, TimeProvider time, ILogger<DistillationWatch> log)
    {
        _next = next;
        _guard = guard;
        _time = time;
        _log = log;
    }

    public static void AddTo(IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddHostedService<GroupWatch>()
        .AddDistillGuard(guard => guard
            .AddRateAnomaly()
            .AddPromptPattern()
            .AddSignatureReplay()
            .AddGeoOrigin()
            .AddGroupAnalyzers());

    public async Task InvokeAsync(HttpContext context)
    {
        context.Request.EnableBuffering(bufferThreshold: LargestBody, bufferLimit: 16 * LargestBody);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Request.Body.Position = 0;

        Verdict verdict = Inspect(context, body.GetBuffer().AsSpan(0, (int)body.Length));
        if (verdict.Level != VerdictLevel.None)
        {
            _log.LogWarning("{Account}: {Explanation}", verdict.Subjects.Account, verdict.Explain());
        }

        await _next(context);

        _guard.Observe(new InferenceOutcome
        {
            Subjects = verdict.Subjects,
            Time = _time.GetUtcNow(),
            Status = context.Response.StatusCode,
        });
    }

    private Verdict Inspect(HttpContext context, ReadOnlySpan<byte> body) => _guard.Inspect(
        new InferenceRequest
        {
            Time = _time.GetUtcNow(),
            Api = ApiKind.OpenAIChatCompletions,
            Caller = new Caller
            {
                Account = context.User.FindFirst("account")?.Value,
                Organization = context.User.FindFirst("organization")?.Value,
                Plan = context.User.FindFirst("plan")?.Value,
                Address = ClientAddress.From(context.Connection.RemoteIpAddress),
                UserAgent = context.Request.Headers.UserAgent.ToString(),
            },
        },
        body);
}
