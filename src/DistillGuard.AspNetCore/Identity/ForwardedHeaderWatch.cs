// SPDX-License-Identifier: MIT

using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Identity;

/// <summary>
/// Notices that a proxy stands in front of us and nobody resolved the client's address: all clients would then look like one. Says so once, without
/// any address; it never reads the header's value, which the client may have written.
/// </summary>
internal sealed partial class ForwardedHeaderWatch
{
    private readonly ILogger<ForwardedHeaderWatch> _log;
    private readonly GatewayTally _tally;
    private int _warned;

    public ForwardedHeaderWatch(ILogger<ForwardedHeaderWatch> log, GatewayTally tally)
    {
        _log = log;
        _tally = tally;
    }

    /// <summary>Looks at one request; called after the host's own resolution had its chance.</summary>
    public void Look(HttpContext context)
    {
        IHeaderDictionary headers = context.Request.Headers;
        if (!headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Forwarded"))
        {
            return;
        }

        // The framework's middleware leaves this header behind when it took an address from the chain.
        if (headers.ContainsKey("X-Original-For") || !IsInside(context.Connection.RemoteIpAddress))
        {
            return;
        }

        _tally.Count(GatewayEvent.UnresolvedAddress);
        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            LogUnresolved(_log);
        }
    }

    private static bool IsInside(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return true;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        }

        Span<byte> octets = stackalloc byte[4];
        return address.TryWriteBytes(octets, out _) && octets[0] switch
        {
            10 => true,
            100 => octets[1] is >= 64 and < 128,
            169 => octets[1] == 254,
            172 => octets[1] is >= 16 and < 32,
            192 => octets[1] == 168,
            _ => false,
        };
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Requests carry a forwarded header but come from a loopback or private address: every client looks like the proxy. " +
            "Call UseForwardedHeaders before UseDistillGuard and name the trusted proxies (ForwardedHeadersOptions.KnownProxies or KnownIPNetworks).")]
    private static partial void LogUnresolved(ILogger logger);
}
