// SPDX-License-Identifier: MIT

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DistillGuard.AspNetCore.Requests;

/// <summary>
/// Stands in for the server's limit of the body while we have begun to read: from then on the server's own can no longer be changed, and what comes behind
/// us, YARP's forwarder for one, still wants to. It is held by <see cref="BorrowedBody"/>.
/// </summary>
internal sealed class BodyLimit : IHttpMaxRequestBodySizeFeature
{
    private readonly IHttpMaxRequestBodySizeFeature _server;
    private readonly long _stated;
    private long? _most;

    private BodyLimit(IHttpMaxRequestBodySizeFeature server, long stated)
    {
        _server = server;
        _stated = stated;
        _most = server.MaxRequestBodySize;
    }

    public bool IsReadOnly { get; private set; }

    public long? MaxRequestBodySize
    {
        get => _most;
        set
        {
            if (IsReadOnly)
            {
                throw new InvalidOperationException("The limit of the request body cannot be changed after the body has begun to be read.");
            }

            _most = value;
        }
    }

    /// <summary>Takes the limit over from the server, if it has one that can still be changed.</summary>
    /// <returns>The limit; <see langword="null"/> when the server keeps its own.</returns>
    public static BodyLimit? TakeOver(HttpContext context)
    {
        IHttpMaxRequestBodySizeFeature? server = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (server is null || server.IsReadOnly)
        {
            return null;
        }

        var limit = new BodyLimit(server, context.Request.ContentLength ?? 0);
        server.MaxRequestBodySize = null;
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(limit);
        return limit;
    }

    /// <summary>Throws, as the server would, when a body is stated to be, or has become, longer than allowed. Called before what is behind us sees its bytes.</summary>
    public void Check(long bytes)
    {
        IsReadOnly = true;
        if (Math.Max(bytes, _stated) > _most)
        {
            throw new BadHttpRequestException(
                $"Request body too large. The max request body size is {_most} bytes.", StatusCodes.Status413PayloadTooLarge);
        }
    }

    /// <summary>Gives the server its place back.</summary>
    public void GiveBack(HttpContext context) => context.Features.Set(_server);
}
