// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Diagnostics.Metrics;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace DistillGuard.AspNetCore.Telemetry;

public sealed class TelemetryObserverTests
{
    private const string Marker = "hostile";

    [Test]
    public async Task Inspected_EvaluatedRequest_CountsByApiAndOutcome()
    {
        await using GatewayHost host = await StartAsync();
        using MetricCollector<long> exchanges = Collect<long>(host, "distillguard.exchanges");

        await SendAsync(host, "somebody");

        CollectedMeasurement<long> one = exchanges.GetMeasurementSnapshot().Single();
        Assert.That(one.Tags, Is.EquivalentTo(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["distillguard.api"] = "openai.chat_completions",
            ["distillguard.outcome"] = "evaluated",
        }));
    }

    [Test]
    public async Task Inspected_BodyThatIsNoJson_CountsTheReason()
    {
        await using GatewayHost host = await StartAsync();
        using MetricCollector<long> skipped = Collect<long>(host, "distillguard.exchanges.not_evaluated");

        await SendAsync(host, "somebody", "not json");

        Assert.That(skipped.GetMeasurementSnapshot().Single().Tags["distillguard.not_evaluated.reason"], Is.EqualTo("invalid_json"));
    }

    [TestCase("high-1", "high")]
    [TestCase("elevated-1", "elevated")]
    [TestCase("quiet-1", "none")]
    public async Task Inspected_Verdict_IsCountedByItsLevel(string account, string level)
    {
        await using GatewayHost host = await StartAsync();
        using MetricCollector<long> verdicts = Collect<long>(host, "distillguard.verdicts");

        await SendAsync(host, account);

        Assert.That(verdicts.GetMeasurementSnapshot().Single().Tags["distillguard.level"], Is.EqualTo(level));
    }

    [Test]
    public async Task Inspected_Signal_IsCountedByItsFamily()
    {
        await using GatewayHost host = await StartAsync();
        using MetricCollector<long> signals = Collect<long>(host, "distillguard.signals");

        await SendAsync(host, "high-1");

        Assert.That(signals.GetMeasurementSnapshot().Single().Tags["distillguard.signal.family"], Is.EqualTo("protocol"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Inspected_ActionOfThePolicy_IsCountedDoneOrWeighed(bool isDryRun)
    {
        await using GatewayHost host = await StartAsync(gateway => gateway.Configure(options =>
        {
            options.Default.High = GuardAction.Refuse;
            options.Default.DryRun = isDryRun;
        }));
        using MetricCollector<long> actions = Collect<long>(host, "distillguard.actions");

        await SendAsync(host, "high-1");

        Assert.That(actions.GetMeasurementSnapshot().Single().Tags, Is.EquivalentTo(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["distillguard.action"] = "refuse",
            ["distillguard.action.is_dry_run"] = isDryRun,
        }));
    }

    [Test]
    public async Task Inspected_Request_RecordsHowLongItTook()
    {
        await using GatewayHost host = await StartAsync();
        using MetricCollector<double> durations = Collect<double>(host, "distillguard.inspect.duration");

        await SendAsync(host, "somebody");

        Assert.That(durations.GetMeasurementSnapshot().Single().Value, Is.GreaterThan(0).And.LessThan(5));
    }

    [Test]
    public async Task Completed_AnswerWithUsage_RecordsItsTokens()
    {
        await using GatewayHost host = await StartAsync();
        using MetricCollector<long> tokens = Collect<long>(host, "distillguard.token.usage");

        await SendAsync(host, "somebody");
        GuardedExchange exchange = await host.Observer.NextAsync();
        host.InspectWaiting();
        tokens.Clear();
        exchange.Answer.InputTokens = 11;
        exchange.Answer.OutputTokens = 7;

        Observer(host).Completed(exchange);

        Assert.That(
            tokens.GetMeasurementSnapshot().Select(measured => (measured.Tags["gen_ai.provider.name"], measured.Tags["gen_ai.token.type"], measured.Value)),
            Is.EqualTo([("openai", "input", 11L), ("openai", "output", 7L)]));
    }

    [Test]
    public async Task Gauges_DetectorThatThrows_IsCountedByItsName()
    {
        await using GatewayHost host = await StartAsync();
        await SendAsync(host, "throws");
        using MetricCollector<long> faults = Collect<long>(host, "distillguard.faults");

        faults.RecordObservableInstruments();

        CollectedMeasurement<long> fault = faults.GetMeasurementSnapshot().Single(measured => measured.Value > 0);
        Assert.That(fault.Tags["distillguard.detector.name"], Is.EqualTo("loud"));
    }

    [Test]
    public async Task Inspected_SomebodyListens_WritesASpanBelowTheRequests([Values] bool isVerdictFirst)
    {
        var spans = new List<Activity>();
        ActivitySpanId request = default;
        using ActivityListener listener = Listen(spans);
        await using GatewayHost host = await StartAsync(
            gateway => gateway.Configure(options => options.Default.VerdictFirst = isVerdictFirst),
            before: app => app.Use(async (_, next) =>
            {
                using Activity activity = new Activity("request").Start();
                request = activity.SpanId;
                await next();
            }));

        await SendAsync(host, "high-1");

        Activity span = spans.Single();
        Assert.That(span.OperationName, Is.EqualTo("distillguard.inspect"));
        Assert.That(span.ParentSpanId, Is.EqualTo(request));
        Assert.That(span.GetTagItem("distillguard.level"), Is.EqualTo("high"));
        Assert.That(span.Duration, Is.GreaterThan(TimeSpan.Zero).And.LessThan(TimeSpan.FromSeconds(5)));
    }

    // Every instrument and span, with identities, models and prompts that would show.
    [Test]
    public async Task Tags_HostileIdentities_NeverHoldThem()
    {
        var spans = new List<Activity>();
        using ActivityListener activities = Listen(spans);
        await using GatewayHost host = await StartAsync(
            gateway => gateway.ResolveCaller(static _ => HostileCaller()).Configure(static options => options.Default.Elevated = options.Default.High = GuardAction.Annotate),
            resolvesItself: true);
        using var tags = new TagRecorder(host.Services.GetRequiredService<GuardInstruments>().Meter);

        await SendAsync(host, "high-" + Marker, Body(Marker));
        await SendAsync(host, "high-" + Marker, $"{Marker} is no json");
        await SendAsync(host, "high-" + Marker, Body(Marker), $"/v1/{Marker}");
        host.Guard.AnalyzeNow(DateTimeOffset.UnixEpoch.AddYears(60));
        tags.RecordObservable();

        Assert.That(tags.Instruments, Is.SupersetOf(InstrumentNames.All.Select(info => info.Name).Where(name => name != "distillguard.analysis.duration" && !IsOfState(name))));
        Assert.That(spans, Has.Count.EqualTo(3));
        IEnumerable<string> values = tags.Values.Concat(spans.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Key}={tag.Value}"))
            .Concat(spans.Select(span => span.DisplayName));
        Assert.That(values, Is.Not.Empty.And.None.Contains(Marker).IgnoreCase);
    }

    [Test]
    public async Task Tags_OfEveryInstrument_AreThoseDocumented()
    {
        await using GatewayHost host = await StartAsync(
            static gateway => gateway.Configure(static options => options.Default.High = GuardAction.Annotate));
        using var tags = new TagRecorder(host.Services.GetRequiredService<GuardInstruments>().Meter);

        await SendAsync(host, "high-1");
        await SendAsync(host, "high-1", "no json");
        tags.RecordObservable();

        foreach (InstrumentInfo info in InstrumentNames.All)
        {
            Assert.That(info.Tags, Is.SupersetOf(tags.TagsOf(info.Name)), info.Name);
        }
    }

    [Test]
    public async Task Inspected_NobodyListens_AllocatesNothing()
    {
        await using GatewayHost host = await StartAsync();
        await SendAsync(host, "high-1");
        GuardedExchange exchange = await host.Observer.NextAsync();
        TelemetryObserver observer = Observer(host);
        observer.Inspected(exchange);
        observer.Completed(exchange);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            observer.Inspected(exchange);
            observer.Completed(exchange);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static Task<GatewayHost> StartAsync(
        Action<GatewayBuilder>? gateway = null, bool resolvesItself = false, Action<WebApplication>? before = null) =>
        GatewayHost.StartAsync(new GatewaySetup
        {
            Gateway = gateway,
            ResolvesItself = resolvesItself,
            Services = static services => services.AddDistillGuard().AddTelemetry(),
            Before = before,
        });

    // Without recorder and snapshots they tell nothing: StateGaugesTests.
    private static bool IsOfState(string instrument) =>
        instrument.StartsWith("distillguard.recorder", StringComparison.Ordinal) || instrument.StartsWith("distillguard.snapshot", StringComparison.Ordinal);

    private static TelemetryObserver Observer(GatewayHost host) =>
        host.Services.GetServices<IExchangeObserver>().OfType<TelemetryObserver>().Single();

    private static MetricCollector<TValue> Collect<TValue>(GatewayHost host, string instrument)
        where TValue : struct => new(host.Services.GetRequiredService<IMeterFactory>(), GuardTelemetry.SourceName, instrument);

    private static ActivityListener Listen(List<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == GuardTelemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static async Task SendAsync(GatewayHost host, string account, string? body = null, string path = "/v1/chat/completions")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("x-account", account);
        request.Headers.Add("User-Agent", Marker);
        request.Content = new StringContent(body ?? Body("gpt"), System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await host.Client.SendAsync(request);
        await response.Content.ReadAsStringAsync();
        host.InspectWaiting();
    }

    private static string Body(string word) =>
        $$"""{ "model": "{{word}}", "user": "{{word}}", "messages": [{ "role": "user", "content": "{{word}} asks something." }] }""";

    private static CallerIdentity HostileCaller() => new()
    {
        Account = "high-" + Marker,
        Organization = Marker + "-organization",
        Credential = "sk-" + Marker,
        Payment = Marker + "-card",
        Plan = Marker + "-plan",
        Fingerprint = Marker + "-ja4",
        Conversation = Marker + "-conversation",
        EndUser = Marker + "-user",
    };
}
