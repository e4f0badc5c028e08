// SPDX-License-Identifier: MIT

using System.Net;
using System.Text.Json;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Policies;
using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Handling;

[CancelAfter(60_000)]
public sealed class VerdictHandlersTests
{
    private static readonly IReadOnlyList<ApiSample> Apis = ApiSamples.All;

    [Test]
    public async Task Send_DefaultPolicy_ObservesWhateverTheLevel()
    {
        await using GatewayHost host = await StartAsync(_ => { });

        using HttpResponseMessage response = await SendAsync(host, "high-1");
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((response.StatusCode, exchange.Action, exchange.IsAnswered), Is.EqualTo((HttpStatusCode.OK, GuardAction.Observe, false)));
    }

    [TestCase("high-1", "high")]
    [TestCase("elevated-1", "elevated")]
    [TestCase("account-1", "")]
    public async Task Send_Annotate_TellsTheUpstreamTheLevel(string account, string level)
    {
        string? told = null;
        await using GatewayHost host = await StartAsync(
            policy => policy.Elevated = policy.High = GuardAction.Annotate,
            context => told = context.Request.Headers["X-DistillGuard-Level"]);

        await SendAsync(host, account);

        Assert.That(told ?? string.Empty, Is.EqualTo(level));
    }

    [Test]
    public async Task Send_Annotate_TellsTheUpstreamTheVerdictsId()
    {
        string? told = null;
        await using GatewayHost host = await StartAsync(
            policy => policy.High = GuardAction.Annotate, context => told = context.Request.Headers["X-DistillGuard-Verdict"]);

        await SendAsync(host, "high-1");

        Assert.That(told, Is.EqualTo((await host.Observer.NextAsync()).Id));
    }

    [TestCase(Samples.ChatPath)]
    [TestCase("/v1/embeddings")]
    [TestCase("/elsewhere")]
    public async Task Send_ClientForgesTheHeaders_TheyAreTakenAway(string path)
    {
        bool wasForged = true;
        await using GatewayHost host = await StartAsync(
            _ => { },
            context => wasForged = context.Request.Headers.ContainsKey("X-DistillGuard-Level") || context.Request.Headers.ContainsKey("x-distillguard-verdict"));
        using HttpRequestMessage request = Samples.Post(path, Samples.Chat);
        request.Headers.Add("x-distillguard-level", "none");
        request.Headers.Add("X-DistillGuard-Verdict", "mine");

        await host.Client.SendAsync(request);

        Assert.That(wasForged, Is.False);
    }

    [Test]
    public async Task Send_NotEvaluatedUnderAnnotate_SaysSoToTheUpstream()
    {
        string? told = null;
        await using GatewayHost host = await StartAsync(
            policy => policy.NotEvaluated = GuardAction.Annotate, context => told = context.Request.Headers["X-DistillGuard-Level"]);

        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, "not json"));

        Assert.That(told, Is.EqualTo("not-evaluated"));
    }

    [Test]
    public async Task Send_Refuse_AnswersWithAProblemThatTheSdkOfTheApiCanShow([ValueSource(nameof(Apis))] ApiSample sample)
    {
        await using GatewayHost host = await StartAsync(policy =>
        {
            policy.High = GuardAction.Refuse;
            policy.Appeal = new Uri("https://gateway.example/appeal");
            policy.RetryAfter = TimeSpan.FromMinutes(2);
        });

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(sample.Path, sample.Request, "high-1"));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        GuardedExchange exchange = await host.Observer.NextAsync();
        JsonElement root = problem.RootElement;

        Assert.That(
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Headers.RetryAfter!.Delta),
            Is.EqualTo((HttpStatusCode.Forbidden, "application/problem+json", TimeSpan.FromMinutes(2))));
        Assert.That(
            (root.GetProperty("type").GetString(), root.GetProperty("status").GetInt32(), root.GetProperty("verdict").GetString(), root.GetProperty("appeal").GetString()),
            Is.EqualTo(("urn:distillguard:refused", 403, exchange.Id, "https://gateway.example/appeal")));
        Assert.That(root.GetProperty("error").GetProperty("message").GetString(), Does.Contain("https://gateway.example/appeal").And.Contain(exchange.Id));
    }

    [Test]
    public async Task Send_Refuse_IsTurnedAwayForTheGuardSoThatRetriesRaiseNothing()
    {
        await using GatewayHost host = await StartAsync(policy => policy.High = GuardAction.Refuse);

        for (int i = 0; i < 3; i++)
        {
            await SendAsync(host, "high-1");
            await host.Observer.NextAsync();
        }

        Assert.That(host.Outcomes.Outcomes.Select(outcome => outcome.IsTurnedAway), Is.EqualTo(new[] { true, true, true }));
    }

    [Test]
    public async Task Send_GraduatedPolicy_ActsByLevel()
    {
        await using GatewayHost host = await StartAsync(policy =>
        {
            policy.Elevated = GuardAction.Challenge;
            policy.High = GuardAction.Refuse;
        });

        using HttpResponseMessage none = await SendAsync(host, "account-1");
        using HttpResponseMessage elevated = await SendAsync(host, "elevated-1");
        using HttpResponseMessage high = await SendAsync(host, "high-1");

        Assert.That((none.StatusCode, host.Counters.Challenged, host.Counters.Refused), Is.EqualTo((HttpStatusCode.OK, 1L, 1L)));
    }

    [Test]
    public async Task Send_DryRun_WeighsAndDoesNothing()
    {
        await using GatewayHost host = await StartAsync(policy =>
        {
            policy.High = GuardAction.Refuse;
            policy.DryRun = true;
        });

        using HttpResponseMessage response = await SendAsync(host, "high-1");
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (response.StatusCode, exchange.Action, exchange.IsDryRun, host.Counters.DryRuns),
            Is.EqualTo((HttpStatusCode.OK, GuardAction.Refuse, true, 1L)));
    }

    [Test]
    public async Task Send_ExemptAccount_IsLetThroughAndSaysSo()
    {
        await using GatewayHost host = await StartAsync(policy =>
        {
            policy.High = GuardAction.Refuse;
            policy.Exempt.Add("high-1");
        });

        using HttpResponseMessage exempt = await SendAsync(host, "high-1");
        using HttpResponseMessage other = await SendAsync(host, "high-2");

        Assert.That(
            (exempt.StatusCode, (await host.Observer.NextAsync()).IsDryRun, other.StatusCode), Is.EqualTo((HttpStatusCode.OK, true, HttpStatusCode.Forbidden)));
    }

    [Test]
    public async Task Apply_ExemptionWhileRunning_HoldsFromTheNextRequestOnAndCanBeTakenBack()
    {
        await using GatewayHost host = await StartAsync(policy => policy.High = GuardAction.Refuse);
        var lenient = new GatewayOptions();
        lenient.Default.High = GuardAction.Refuse;
        lenient.Default.Exempt.Add("high-1");
        var strict = new GatewayOptions();
        strict.Default.High = GuardAction.Refuse;

        using HttpResponseMessage before = await SendAsync(host, "high-1");
        host.Gateway.Apply(lenient);
        using HttpResponseMessage during = await SendAsync(host, "high-1");
        host.Gateway.Apply(strict);
        using HttpResponseMessage after = await SendAsync(host, "high-1");

        Assert.That(
            new[] { before.StatusCode, during.StatusCode, after.StatusCode },
            Is.EqualTo(new[] { HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden }));
    }

    [Test]
    public async Task Apply_OptionsThatContradictThemselves_ThrowsAndKeepsThePoliciesInForce()
    {
        await using GatewayHost host = await StartAsync(policy => policy.High = GuardAction.Refuse);
        var wrong = new GatewayOptions();
        wrong.Default.Elevated = GuardAction.Refuse;

        Assert.That(() => host.Gateway.Apply(wrong), Throws.TypeOf<GuardConfigurationException>());
        using HttpResponseMessage response = await SendAsync(host, "high-1");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Send_Throttle_LetsABurstThroughThenTellsWhenToComeBack()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using GatewayHost host = await StartAsync(
            policy =>
            {
                policy.High = GuardAction.Throttle;
                policy.HighPerMinute = 6;
                policy.Burst = 2;
            },
            time: time);

        HttpStatusCode[] burst = [await StatusAsync(host), await StatusAsync(host)];
        using HttpResponseMessage third = await SendAsync(host, "high-1");
        time.Advance(TimeSpan.FromSeconds(10));
        HttpStatusCode afterwards = await StatusAsync(host);

        Assert.That(burst, Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (third.StatusCode, third.Headers.RetryAfter!.Delta, afterwards, host.Counters.Throttled),
            Is.EqualTo((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(10), HttpStatusCode.OK, 1L)));
    }

    [Test]
    public async Task Send_HandlerThrows_IsCountedAndTheRequestGoesOn()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Gateway = gateway => gateway.AddHandler<ThrowingHandler>().Configure(options => options.Default.High = GuardAction.Refuse),
        });

        using HttpResponseMessage response = await SendAsync(host, "high-1");

        Assert.That((response.StatusCode, host.Counters.HandlerFaults), Is.EqualTo((HttpStatusCode.OK, 1L)));
    }

    private static async Task<HttpStatusCode> StatusAsync(GatewayHost host)
    {
        using HttpResponseMessage response = await SendAsync(host, "high-1");
        return response.StatusCode;
    }

    private static Task<HttpResponseMessage> SendAsync(GatewayHost host, string account) =>
        host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat, account));

    private static Task<GatewayHost> StartAsync(Action<GatewayPolicy> policy, Action<HttpContext>? see = null, TimeProvider? time = null) =>
        GatewayHost.StartAsync(new GatewaySetup
        {
            Time = time,
            Gateway = gateway => gateway.Configure(options => policy(options.Default)),
            Upstream = context =>
            {
                see?.Invoke(context);
                return Upstreams.Ok(context);
            },
        });

    private sealed class ThrowingHandler : IVerdictHandler
    {
        public GuardAction Action => GuardAction.Refuse;

        public ValueTask<bool> HandleAsync(HttpContext context, GuardedExchange exchange, ActivePolicy policy) =>
            throw new InvalidOperationException("A handler that throws.");
    }
}
