// SPDX-License-Identifier: MIT

using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace DistillGuard.AspNetCore.Page;

/// <summary>Sends the sections that change to open pages, as server-sent events, to a bounded number of them and no longer than the application runs.</summary>
internal sealed class LiveEvents
{
    /// <summary>Where they come from, below the page.</summary>
    public const string Path = "/events";

    private const string RetryAfterSeconds = "30";

    private readonly PageFeed _feed;
    private readonly LivePageOptions _options;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _time;
    private int _viewers;

    public LiveEvents(PageFeed feed, LivePageOptions options, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        _feed = feed;
        _options = options;
        _lifetime = lifetime;
        _time = time;
    }

    /// <summary>Pages that are kept up to date now.</summary>
    public int Viewers => Volatile.Read(ref _viewers);

    public async Task AnswerAsync(HttpContext context)
    {
        PageHeaders.WriteCommon(context.Response.Headers);
        try
        {
            if (Interlocked.Increment(ref _viewers) > _options.MaxViewers)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return;
            }

            await StreamAsync(context).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _viewers);
        }
    }

    private async Task StreamAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _lifetime.ApplicationStopping);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var sent = new Dictionary<string, string>(StringComparer.Ordinal);
        using var timer = new PeriodicTimer(_options.Interval, _time);
        try
        {
            do
            {
                await SendAsync(context.Response, sent, ended.Token).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(ended.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The reader left, or the application stops.
        }
    }

    private async Task SendAsync(HttpResponse response, Dictionary<string, string> sent, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (PageSection section in _feed.Sections())
        {
            if (!sent.TryGetValue(section.Id, out string? last) || last != section.Html)
            {
                sent[section.Id] = section.Html;
                Write(text, section);
            }
        }

        await response.WriteAsync(text.ToString(), cancellation).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private static void Write(StringBuilder text, PageSection section)
    {
        text.Append("event: section\ndata: ").Append(section.Id).Append('\n');
        foreach (ReadOnlySpan<char> line in section.Html.AsSpan().EnumerateLines())
        {
            text.Append("data: ").Append(line).Append('\n');
        }

        text.Append('\n');
    }
}
