// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Identity;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;
using DistillGuard.Requests;
using DistillGuard.Samples.Gateway;
using DistillGuard.Samples.Gateway.Model;
using DistillGuard.TrafficLogs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.Load.Replaying;

/// <summary>
/// Sends a traffic log through the sample's gateway, over HTTP and on the log's own clock, and writes the findings as <c>distillguard scan</c> does.
/// </summary>
/// <remarks>The engine is the one that a scan builds: same rules, calibration, secret and interval. All else is the gateway's.</remarks>
internal sealed class GatewayReplay
{
    private const int EntriesBetweenLines = 10_000;

    private readonly DistillationGuard _guard;
    private readonly ReplayedCustomers _customers;
    private readonly ReplayClock _clock;
    private readonly ReplayObserver _observer;
    private readonly HttpClient _client;

    private GatewayReplay(DistillationGuard guard, ReplayedCustomers customers, ReplayClock clock, ReplayObserver observer, HttpClient client)
    {
        _guard = guard;
        _customers = customers;
        _clock = clock;
        _observer = observer;
        _client = client;
    }

    /// <summary>Replays.</summary>
    /// <returns>Exchanges replayed.</returns>
    public static async Task<long> RunAsync(ScanSettings settings, ToolConsole console)
    {
        GuardSetup setup = GuardSetup.Build(settings);
        ReplayedCustomers customers = CustomersOf(settings, console);
        var clock = new ReplayClock();
        using var observer = new ReplayObserver(setup.Guard.Calibration);
        await using ModelServer model = await ModelServer.StartAsync();
        await using WebApplication gateway = GatewayApp.Build(new GatewaySettings
        {
            Model = model.Address,
            Customers = customers.Directory,
            Clock = clock,
            Configure = builder =>
            {
                builder.Services.AddSingleton(setup.Guard);
                builder.Services.AddSingleton<ICallerResolver>(new ClaimsCallerResolver(new ClaimsCallerOptions()));
                builder.Services.AddSingleton<ICallerResolver>(customers);
                builder.Services.AddSingleton<IExchangeObserver>(observer);

                // One exchange at a time: none would be inspected beside another, and each would wait for others in vain.
                builder.Services.AddDistillGuard().AddGateway(gateway => gateway.Configure(options => options.Default.VerdictFirst = true));
            },
        });
        await gateway.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(gateway.Urls.First()) };
        using LogInputs inputs = LogInputs.Open(settings.Logs, console);
        long started = console.Time.GetTimestamp();
        await new GatewayReplay(setup.Guard, customers, clock, observer, client).ReplayAsync(inputs);
        TimeSpan elapsed = console.Time.GetElapsedTime(started);
        await gateway.StopAsync();
        FindingsFile.Write(settings.Findings!, ResultOf(settings, setup, inputs, observer, elapsed), CancellationToken.None);
        return inputs.Log.Counters.Exchanges;
    }

    private static ReplayedCustomers CustomersOf(ScanSettings settings, ToolConsole console)
    {
        var customers = new ReplayedCustomers();
        using LogInputs inputs = LogInputs.Open(settings.Logs, console);
        while (inputs.Log.Read(out TrafficLogEntry entry))
        {
            if (entry.Kind == TrafficLogEntryKind.Exchange)
            {
                customers.Note(in entry);
            }
        }

        return customers;
    }

    private static ScanResult ResultOf(ScanSettings settings, GuardSetup setup, LogInputs inputs, ReplayObserver observer, TimeSpan elapsed) => new()
    {
        Log = inputs.Log.Counters,
        Problems = inputs.Log.Problems,
        Guard = setup.Guard.Counters,
        Setup = setup,
        Budget = GuardSetup.BudgetOf(settings),
        Collected = observer.Collector,
        Accounts = observer.Collector.Accused(),
        Watch = observer.Collector.Watched(),
        Groups = observer.Collector.Groups.Accused,
        GroupWatch = observer.Collector.Groups.Watched,
        Regions = observer.Collector.Regions.Rows(),
        Notes = observer.Collector.Notes.Rows(),
        Fit = observer.Fit,
        Elapsed = elapsed,
    };

    private async Task ReplayAsync(LogInputs inputs)
    {
        long done = 0;
        while (Next(inputs) is { } request)
        {
            await SendAsync(request);
            if (++done % EntriesBetweenLines == 0)
            {
                Console.WriteLine($"{done} entries, up to {_clock.GetUtcNow():yyyy-MM-dd HH:mm}");
            }
        }

        if (_observer.Collector.To is { } end && _guard.AnalyzeNow(end))
        {
            _observer.Collector.Note(_guard.Groups);
        }
    }

    // An entry is a view over the reader's memory and cannot wait for an answer; the request made of it can. An operator's act is no request.
    private HttpRequestMessage? Next(LogInputs inputs)
    {
        while (inputs.Log.Read(out TrafficLogEntry entry))
        {
            _clock.Set(entry.Time);
            if (_guard.Analyze(entry.Time))
            {
                _observer.Collector.Note(_guard.Groups);
            }

            switch (entry.Kind)
            {
                case TrafficLogEntryKind.Exchange:
                    return ReplayedRequest.Of(in entry, _customers.Note(in entry));
                case TrafficLogEntryKind.Enforcement:
                    _guard.Record(new EnforcementNotice { Time = entry.Time, Account = entry.Caller.Account, Action = entry.Action });
                    break;
                default:
                    _guard.RecordRelease(entry.Time, entry.Model);
                    break;
            }
        }

        return null;
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await response.Content.CopyToAsync(Stream.Null);
        }

        await _observer.CompletedAsync();
    }
}
