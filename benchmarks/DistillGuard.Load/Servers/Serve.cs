// SPDX-License-Identifier: MIT

using System.Net;
using DistillGuard.Samples.Gateway;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DistillGuard.Load.Servers;

/// <summary>Runs one server until standard input ends, so that it never outlives whoever started it.</summary>
internal static class Serve
{
    /// <summary>Where a gateway says how much its heap holds.</summary>
    public const string MemoryPath = "/memory";

    /// <summary>Runs it; its addresses are the lines that it prints, an empty one last.</summary>
    public static async Task<int> RunAsync(string what, string model)
    {
        if (what == "model")
        {
            await using ModelServer server = await ModelServer.StartAsync();
            await UntilInputEndsAsync([server.Address.ToString()]);
            return 0;
        }

        await using WebApplication gateway = GatewayApp.Build(new GatewaySettings
        {
            Model = new Uri(model),
            Customers = CustomerDirectory.MadeUp(),
            IsGuarded = what == "guarded",
            Configure = builder => builder.WebHost.ConfigureKestrel(
                kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)),
        });
        gateway.MapGet(MemoryPath, (HttpContext _) => GC.GetTotalMemory(forceFullCollection: true));
        await gateway.StartAsync();
        await UntilInputEndsAsync(gateway.Urls);
        await gateway.StopAsync();
        return 0;
    }

    private static async Task UntilInputEndsAsync(IEnumerable<string> addresses)
    {
        foreach (string address in addresses)
        {
            Console.WriteLine(address);
        }

        Console.WriteLine();
        await Console.In.ReadToEndAsync();
    }
}
