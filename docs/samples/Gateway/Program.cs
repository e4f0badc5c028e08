// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Model;
using DistillGuard.Samples.Gateway.Traffic;

var clock = new FastClock(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero), 5_760);
CustomerDirectory customers = CustomerDirectory.MadeUp();
await using ModelServer model = await ModelServer.StartAsync();
await using WebApplication gateway = GatewayApp.Build(new GatewaySettings { Model = model.Address, Customers = customers, Clock = clock });
await gateway.StartAsync();
Console.WriteLine(gateway.Urls.First());
using var sender = new TrafficSender(new Uri(gateway.Urls.First()), clock);
await sender.SendAsync(TrafficPlan.OneDay(customers, clock.GetUtcNow(), 1), gateway.Lifetime.ApplicationStopping);
Console.WriteLine($"{sender.Sent} {sender.Refused} {sender.Failed}");
