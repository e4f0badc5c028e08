// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>A made-up provider: four APIs on a loopback port, plain and streamed. Its texts mean nothing.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts it.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    public static async Task<ModelServer> StartAsync(int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = 256 * 1024 * 1024;
        });
        WebApplication app = builder.Build();
        app.MapPost("/v1/chat/completions", context => AnswerAsync(context, new ChatCompletionsApi()));
        app.MapPost("/v1/responses", context => AnswerAsync(context, new ResponsesApi()));
        app.MapPost("/v1/messages", context => AnswerAsync(context, new MessagesApi()));
        app.MapPost("/v1beta/models/{call}", context => AnswerAsync(context, new GenerateContentApi()));
        await app.StartAsync();
        return new ModelServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, IModelApi api)
    {
        AnswerPlan plan = AnswerPlan.Of(context.Request);
        ModelRequest? request = await ReadAsync(context, api);
        if (request is null || plan.Status >= 400)
        {
            int status = plan.Status >= 400 ? plan.Status : StatusCodes.Status400BadRequest;
            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(api.Error(status, "The model is made up, and so is this error."), context.RequestAborted);
            return;
        }

        ModelAnswer answer = ModelAnswer.To(request, plan);
        await using Stream body = Body(context, plan);
        if (!request.Stream)
        {
            context.Response.ContentType = "application/json";
            await JsonSerializer.SerializeAsync(body, api.Whole(answer), AnswerStream.Json, context.RequestAborted);
            return;
        }

        bool isArray = api is GenerateContentApi && context.Request.Query["alt"] != "sse";
        context.Response.ContentType = isArray ? "application/json" : "text/event-stream";
        var stream = new AnswerStream(body, isArray);
        int untilBreak = plan.BreakAfter ?? int.MaxValue;
        foreach (StreamEvent part in api.Stream(answer))
        {
            if (untilBreak-- == 0)
            {
                context.Abort();
                return;
            }

            await stream.WriteAsync(part, context.RequestAborted);
            if (plan.PauseMilliseconds > 0)
            {
                await Task.Delay(plan.PauseMilliseconds, context.RequestAborted);
            }
        }

        await stream.EndAsync(api.EndOfStream, context.RequestAborted);
    }

    private static async Task<ModelRequest?> ReadAsync(HttpContext context, IModelApi api)
    {
        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            ModelRequest request = api.Read(body.RootElement) with { Length = context.Request.ContentLength ?? 0 };
            return context.Request.RouteValues["call"] is string call && call.Split(':') is [string model, string verb]
                ? request with { Model = model, Stream = verb == "streamGenerateContent" }
                : request;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Stream Body(HttpContext context, AnswerPlan plan)
    {
        if (!plan.Gzip || !context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return context.Response.Body;
        }

        context.Response.Headers.ContentEncoding = "gzip";
        return new GZipStream(context.Response.Body, CompressionLevel.Fastest);
    }
}
