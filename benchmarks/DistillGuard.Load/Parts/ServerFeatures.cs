// SPDX-License-Identifier: MIT

using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace DistillGuard.Load.Parts;

/// <summary>What a server brings to a request, at no cost: an answer goes nowhere.</summary>
internal sealed class ServerFeatures : IHttpResponseBodyFeature, IHttpRequestLifetimeFeature, IHttpMaxRequestBodySizeFeature
{
    public Stream Stream => Stream.Null;

    public PipeWriter Writer => throw new NotSupportedException();

    public CancellationToken RequestAborted { get; set; }

    public bool IsReadOnly => false;

    public long? MaxRequestBodySize { get; set; } = 30_000_000;

    public void Abort()
    {
    }

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task CompleteAsync() => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
