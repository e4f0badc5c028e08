// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Support;

/// <summary>How a client reaches the gateway in a test.</summary>
public enum Transport
{
    /// <summary>In memory.</summary>
    TestHost,

    /// <summary>Kestrel over a loopback socket, HTTP/1.1.</summary>
    Http1,

    /// <summary>Kestrel over a loopback socket, HTTP/2 without TLS.</summary>
    Http2,
}
