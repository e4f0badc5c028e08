// SPDX-License-Identifier: MIT

using System.Net;
using System.Security.Claims;
using System.Text;
using Acme.Gateway;
using DistillGuard.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.Testing;

/// <summary>Runs what the README shows.</summary>
public sealed class ReadmeSamplesTests
{
    private const string Body = """{"model":"m","messages":[{"role":"user","content":"Which tea goes with lemon cake?"}]}""";

    [Test]
    public async Task DistillationWatch_Request_IsInspectedAndPassedOnWhole()
    {
        var services = new ServiceCollection();
        DistillationWatch.AddTo(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var guard = provider.GetRequiredService<DistillationGuard>();
        string passedOn = string.Empty;
        var watch = new DistillationWatch(
            async context => passedOn = await new StreamReader(context.Request.Body).ReadToEndAsync(),
            guard,
            TimeProvider.System,
            NullLogger<DistillationWatch>.Instance);

        await watch.InvokeAsync(Request());

        Assert.That(passedOn, Is.EqualTo(Body));
        Assert.That((guard.Counters.Evaluated, guard.Counters.Observed), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task GroupWatch_Seconds_LetTheGuardTakeInWhatWasInspected()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        DistillationGuard guard = new DistillationGuardBuilder()
            .Configure(options => options.Groups.QueueLength = 256)
            .AddGroupAnalyzers()
            .Build();
        using var watch = new GroupWatch(guard, time, NullLogger<GroupWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);

        for (int second = 0; second < 4; second++)
        {
            Inspect(guard, time.GetUtcNow(), requests: 200);
            Assert.That(() => Tick(time, guard), Is.Zero.After(5_000, 5)); // the service may not have set its timer yet
        }

        await watch.StopAsync(CancellationToken.None);
        Assert.That((guard.Counters.Evaluated, guard.Counters.GroupDrops), Is.EqualTo((800, 0)));
    }

    [Test]
    public void MyRulesBenchmarks_Prompt_MatchesOwnRuleOnly()
    {
        var benchmarks = new MyRulesBenchmarks();

        benchmarks.Prepare();

        Assert.That((benchmarks.Catalogue(), benchmarks.Own(), benchmarks.Together()), Is.EqualTo((0, 1, 1)));
    }

    private static int Tick(FakeTimeProvider time, DistillationGuard guard)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return guard.Counters.WaitingRecords;
    }

    private static void Inspect(DistillationGuard guard, DateTimeOffset time, int requests)
    {
        for (int i = 0; i < requests; i++)
        {
            guard.Inspect(
                new InferenceRequest
                {
                    Time = time,
                    Api = ApiKind.OpenAIChatCompletions,
                    Caller = new Caller { Account = $"account-{i}" },
                },
                Encoding.UTF8.GetBytes(Body));
        }
    }

    private static DefaultHttpContext Request()
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Body));
        context.Connection.RemoteIpAddress = IPAddress.Parse("198.51.100.7");
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("account", "acct_1"), new Claim("plan", "payg")]));
        return context;
    }
}
