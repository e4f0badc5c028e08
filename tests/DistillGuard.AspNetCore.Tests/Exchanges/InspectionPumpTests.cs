// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.AspNetCore.Policies;
using DistillGuard.AspNetCore.Requests;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Requests;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>Requests that go on before they are inspected.</summary>
[CancelAfter(60_000)]
public sealed class InspectionPumpTests
{
    private const int Many = 200;

    private GateObserver _gate = null!;

    [SetUp]
    public void Begin() => _gate = new GateObserver();

    [TearDown]
    public void End() => _gate.Dispose();

    [Test]
    public async Task Send_PolicyObserves_IsAnsweredWhileTheInspectionIsUnderWay([Values] Transport transport)
    {
        await using GatewayHost host = await StartAsync(transport: transport);

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat, "held"));
        string answer = await response.Content.ReadAsStringAsync();
        bool isHeld = _gate.WaitUntilHeld();
        int completed = host.Observer.All.Count;
        _gate.Open();
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((answer, isHeld, completed), Is.EqualTo((Samples.ChatAnswer, true, 0)));
        Assert.That((exchange.IsInspected, exchange.Verdict.NotEvaluated, exchange.Answer.Status), Is.EqualTo((true, NotEvaluatedReason.None, 200)));
    }

    [Test]
    public async Task Send_PolicyObserves_ShowsTheUpstreamAPendingVerdictAndNoBody()
    {
        (bool, NotEvaluatedReason, int) seen = default;
        await using GatewayHost host = await StartAsync(upstream: context =>
        {
            GuardedExchange exchange = context.Features.Get<GuardedExchange>()!;
            seen = (exchange.IsInspected, exchange.Verdict.NotEvaluated, exchange.RequestBody.Length);
            return Upstreams.Ok(context);
        });
        await HoldAsync(host);

        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat, "somebody"));

        Assert.That(seen, Is.EqualTo((false, NotEvaluatedReason.Pending, 0)));
    }

    private static IEnumerable<TestCaseData> WaitingPolicies() =>
    [
        Case("verdict first", static policy => policy.VerdictFirst = true),
        Case("annotated at high", static policy => policy.High = GuardAction.Annotate),
        Case("throttled", static policy => policy.Elevated = policy.High = GuardAction.Throttle),
        Case("annotated when not evaluated", static policy => policy.NotEvaluated = GuardAction.Annotate),
        Case("dry run", static policy => (policy.High, policy.DryRun) = (GuardAction.Refuse, true)),
    ];

    [TestCaseSource(nameof(WaitingPolicies))]
    public async Task Send_PolicyNeedsTheVerdict_HasItBeforeTheUpstreamIsAsked(Action<GatewayPolicy> change)
    {
        (bool, NotEvaluatedReason) seen = default;
        await using GatewayHost host = await StartAsync(change, upstream: context =>
        {
            GuardedExchange exchange = context.Features.Get<GuardedExchange>()!;
            seen = (exchange.IsInspected, exchange.Verdict.NotEvaluated);
            return Upstreams.Ok(context);
        });

        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));

        Assert.That(seen, Is.EqualTo((true, NotEvaluatedReason.None)));
    }

    // The bytes of a body are pooled: others rent what was given back, and those who wait must not see it.
    [Test]
    public async Task Send_ManyWhileOneIsHeld_EachIsInspectedWithItsOwnBodyInTheOrderTheyCame([Values("", "gzip")] string encoding)
    {
        await using GatewayHost host = await StartAsync(upstream: Upstreams.Echo);
        await HoldAsync(host);
        string[] sent = [.. Enumerable.Range(0, Many).Select(Body)];

        foreach (string body in sent)
        {
            byte[] bytes = Compression.Compress(Encoding.UTF8.GetBytes(body), encoding);
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new("application/json");
            if (encoding.Length > 0)
            {
                content.Headers.ContentEncoding.Add(encoding);
            }

            using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, content));
            byte[] echoed = await response.Content.ReadAsByteArrayAsync();
            Assert.That(echoed.AsSpan().SequenceEqual(bytes), Is.True);
        }

        _gate.Open();
        for (int i = 0; i <= Many; i++)
        {
            Assert.That((await host.Observer.NextAsync()).Answer.Status, Is.EqualTo(200));
        }

        Assert.That(host.Observer.Bodies.Skip(1), Is.EqualTo(sent));
        Assert.That((host.Guard.Counters.Evaluated, host.Outcomes.Outcomes.Count), Is.EqualTo((Many + 1L, Many + 1)));
    }

    [Test]
    public async Task Send_NoRoomLeft_IsInspectedBeforeItGoesOnAndCounted()
    {
        var inspected = new List<bool>();
        await using GatewayHost host = await StartAsync(upstream: context =>
        {
            inspected.Add(context.Features.Get<GuardedExchange>()!.IsInspected);
            return Upstreams.Ok(context);
        });
        await HoldAsync(host);
        string large = Samples.Chat.Insert(1, $"\"x\":\"{new string('x', 1_000_000)}\",");
        int room = (int)(WaitingExchanges.MostBytes / large.Length);

        for (int i = 0; i < room + 2; i++)
        {
            using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, large));
        }

        // The one that is held was taken out.
        Assert.That(inspected, Is.EqualTo(Enumerable.Range(0, room + 3).Select(i => i > room)));
        Assert.That(host.Counters.CrowdedRequests, Is.EqualTo(2));
        _gate.Open();
        Assert.That(() => host.Outcomes.Outcomes, Has.Count.EqualTo(room + 3).After(10_000, 10));
    }

    [Test]
    public async Task Stop_RequestsWait_TellsAllThatCameBackFirst()
    {
        await using GatewayHost host = await StartAsync();
        for (int i = 0; i < Many; i++)
        {
            using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        }

        await host.StopAsync();

        Assert.That((host.Outcomes.Outcomes.Count, host.Observer.All.Count), Is.EqualTo((Many, Many)));
    }

    [Test]
    public async Task Stop_RequestUnderWay_IsToldWhenTheHostHasStopped()
    {
        var arrived = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        await using GatewayHost host = await StartAsync(transport: Transport.Http1, upstream: async context =>
        {
            arrived.SetResult();
            await gate.Task;
            await Upstreams.Ok(context);
        });

        Task<HttpResponseMessage> sending = host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        await arrived.Task;
        Task stopping = host.StopAsync();
        gate.SetResult();
        using HttpResponseMessage response = await sending;
        await stopping;

        Assert.That((host.Outcomes.Outcomes.Count, host.Observer.All.Count), Is.EqualTo((1, 1)));
    }

    // Time stands still but where the test says so: what is looked at before is not looked at for the delay's sake.
    [TestCase(InspectionPump.FullBatch - 1, false)]
    [TestCase(InspectionPump.FullBatch, true)]
    public async Task TryAdd_SoManyThatWait_AreLookedAtWithoutDelayWhenTheyAreABatch(int count, bool isAtOnce)
    {
        var delays = new FakeTimeProvider();
        await using GatewayHost host = await StartAsync();
        var waiting = new WaitingExchanges();
        using var pump = new InspectionPump(
            waiting,
            host.Services.GetRequiredService<ExchangeInspector>(),
            host.Services.GetRequiredService<ExchangeObservers>(),
            host.Services.GetRequiredService<GatewayTally>(),
            delays);

        for (int i = 0; i < count; i++)
        {
            var context = new DefaultHttpContext();
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Samples.Chat));
            BorrowedRequest request = await BorrowedRequest.BorrowAsync(context, bound: 4096, isUpload: false, new GatewayTally());
            Assert.That(pump.TryAdd(Exchange(), request), Is.True);
        }

        if (!isAtOnce)
        {
            Assert.That(waiting.Count, Is.EqualTo(count));
            delays.Advance(InspectionPump.Delay);
        }

        Assert.That(() => host.Guard.Counters.Evaluated, Is.EqualTo(count).After(10_000, 5));
    }

    private Task<GatewayHost> StartAsync(
        Action<GatewayPolicy>? change = null, Transport transport = Transport.TestHost, RequestDelegate? upstream = null) =>
        GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = transport,
            Time = new FakeTimeProvider(), // the watch for groups never looks, which would help out
            Upstream = upstream ?? Upstreams.Ok,
            Gateway = gateway => gateway.Configure(options => change?.Invoke(options.Default)).Services.AddSingleton<IExchangeObserver>(_gate),
        });

    private async Task HoldAsync(GatewayHost host)
    {
        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat, "held"));
        Assert.That(_gate.WaitUntilHeld(), Is.True);
    }

    private static GuardedExchange Exchange() => new()
    {
        Time = DateTimeOffset.UnixEpoch,
        Api = ApiKind.OpenAIChatCompletions,
        Policy = string.Empty,
        Caller = new CallerIdentity { Account = "somebody" },
    };

    private static TestCaseData Case(string name, Action<GatewayPolicy> change) => new TestCaseData(change).SetArgDisplayNames(name);

    private static string Body(int number) =>
        $$"""{"model":"m","messages":[{"role":"user","content":"{{number}} {{new string((char)('a' + (number % 26)), (number * 37) % 9_000)}}"}]}""";
}
