// SPDX-License-Identifier: MIT

using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Support;

/// <summary>Upstreams with nothing special about them.</summary>
internal static class Upstreams
{
    /// <summary>Reads the request and answers like Chat Completions.</summary>
    public static async Task Ok(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Samples.ChatAnswer, context.RequestAborted);
    }

    /// <summary>Gives back the body it got, once it has all of it: some clients read nothing before they have sent everything.</summary>
    public static async Task Echo(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    /// <summary>Answers with bytes as they are.</summary>
    public static RequestDelegate Bytes(byte[] answer, string contentType, string? encoding = null) => async context =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentType = contentType;
        if (encoding is not null)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    };
}
