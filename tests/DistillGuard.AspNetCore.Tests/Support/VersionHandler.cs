// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Support;

/// <summary>Has every request sent in one version of HTTP, HTTP/2 without negotiation.</summary>
internal sealed class VersionHandler : DelegatingHandler
{
    private readonly Version _version;

    public VersionHandler(Version version)
        : base(new SocketsHttpHandler { UseProxy = false }) => _version = version;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Version = _version;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return base.SendAsync(request, cancellationToken);
    }
}
