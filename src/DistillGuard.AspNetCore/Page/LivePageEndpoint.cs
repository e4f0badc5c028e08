// SPDX-License-Identifier: MIT

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Page;

/// <summary>Answers with the whole page.</summary>
internal sealed class LivePageEndpoint
{
    private const int NonceBytes = 16;

    private readonly PageFeed _feed;

    public LivePageEndpoint(PageFeed feed) => _feed = feed;

    public Task AnswerAsync(HttpContext context)
    {
        string nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        PageHeaders.Write(context.Response.Headers, nonce);
        context.Response.ContentType = "text/html; charset=utf-8";
        string events = context.Request.PathBase + context.Request.Path.Value!.TrimEnd('/') + LiveEvents.Path;
        return context.Response.WriteAsync(PageFrame.Write(_feed.Sections(), nonce, events), context.RequestAborted);
    }
}
