// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.Samples.Gateway;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Findings;
using DistillGuard.Samples.Gateway.Model;
using DistillGuard.Samples.Gateway.Traffic;

if (SampleOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(SampleOptions.Usage);
    return 1;
}

// A made-up provider and made-up customers; a made-up day takes them fifteen seconds.
var clock = new FastClock(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero), speed: 5_760);
CustomerDirectory customers = CustomerDirectory.MadeUp();
await using ModelServer model = await ModelServer.StartAsync();

// The gateway, as GatewayApp.cs composes it.
await using WebApplication gateway = GatewayApp.Build(new GatewaySettings
{
    Model = model.Address,
    Customers = customers,
    Clock = clock,
    Port = options.Port,
});
await gateway.StartAsync();
var address = new Uri(gateway.Urls.First());
Console.WriteLine($"Gateway: {address}   try it with any key of customers.json");
Console.WriteLine($"Page:    {address}distillguard");
Console.WriteLine(options.For is null ? "Ctrl-C ends it." : $"It ends after {options.For.Value.TotalSeconds:F0} s.");
Console.WriteLine();

// The customers' programs send, and the console tells what the guard finds.
using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(gateway.Lifetime.ApplicationStopping);
stop.CancelAfter(options.For ?? Timeout.InfiniteTimeSpan);
var watch = new CampaignWatch(gateway.Services.GetRequiredService<DistillationGuard>(), gateway.Services.GetRequiredService<AccountNames>());
using var sender = new TrafficSender(address, clock);
Task traffic = sender.SendDaysAsync(customers, stop.Token);
await watch.TellAsync(Console.Out, stop.Token);
await traffic;
await gateway.StopAsync();

bool isRight = watch.IsRight(TrafficPlan.CampaignOf(customers).Count);
Console.WriteLine($"{sender.Sent} requests were answered, {sender.Refused} of them turned away, {sender.Failed} failed.");
Console.WriteLine(isRight ? "The campaign was found, and nobody else was accused." : "The campaign was not found, or somebody else was accused.");
return isRight || options.For is null ? 0 : 2;
