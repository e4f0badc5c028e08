// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Identity;
using DistillGuard.AspNetCore.Recording;
using DistillGuard.AspNetCore.Reloading;
using DistillGuard.AspNetCore.Snapshots;
using DistillGuard.Requests;
using DistillGuard.Samples.Gateway.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.Gateway.Tests.Faults;

/// <summary>
/// Whatever breaks, in the guard or around it, a customer gets exactly what a gateway without a guard gives; and the fault is counted. Over real HTTP.
/// </summary>
public sealed class FaultTests
{
    private const int Large = 64 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SampleHost _plain;

    [OneTimeSetUp]
    public async Task Start() => _plain = await SampleHost.StartAsync(isGuarded: false, TakeLargeBodies);

    [OneTimeTearDown]
    public async Task Stop() => await _plain.DisposeAsync();

    [TestCase(ApiKind.OpenAIChatCompletions, false)]
    [TestCase(ApiKind.OpenAIChatCompletions, true)]
    [TestCase(ApiKind.OpenAIResponses, true)]
    [TestCase(ApiKind.AnthropicMessages, true)]
    [TestCase(ApiKind.GoogleGenerateContent, true)]
    public async Task DetectorThrows_AnswerIsTheSame_AndItIsCounted(ApiKind api, bool stream)
    {
        await using SampleHost host = await SampleHost.StartAsync(
            configure: builder => builder.Services.AddDistillGuard(guard => guard.Add("throwing", _ => new ThrowingDetector())));

        await ExpectSame(host, new AnswerPlan(), api, stream);

        await Eventually(() => GuardOf(host).Faults.Single(detector => detector.Detector == "throwing").Count == 1, "it was not counted");
    }

    [Test]
    public async Task ObserverThrows_AnswerIsTheSame_AndItIsCounted()
    {
        await using SampleHost host = await SampleHost.StartAsync(configure: builder => builder.Services.AddSingleton<IExchangeObserver, ThrowingObserver>());

        await ExpectSame(host, new AnswerPlan(), ApiKind.AnthropicMessages, stream: true);

        await Eventually(host, counters => counters.ObserverFaults == 2);
    }

    [Test]
    public async Task ResolverThrows_AnswerIsTheSame_AndItIsCounted()
    {
        await using SampleHost host = await SampleHost.StartAsync(configure: builder => builder.Services.AddSingleton<ICallerResolver, ThrowingObserver>());

        await ExpectSame(host, new AnswerPlan(), ApiKind.AnthropicMessages, stream: true);

        await Eventually(host, counters => counters.ResolverFaults == 1);
    }

    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task ModelFails_AnswerIsTheSame(int status)
    {
        await using SampleHost host = await SampleHost.StartAsync();

        ReceivedAnswer answer = await ExpectSame(host, new AnswerPlan { Status = status }, ApiKind.OpenAIChatCompletions, stream: false);

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task ModelBreaksOffMidStream_AnswerIsTheSame_AndItIsCounted()
    {
        await using SampleHost host = await SampleHost.StartAsync();

        ReceivedAnswer answer = await ExpectSame(host, new AnswerPlan { BreakAfter = 5, PauseMilliseconds = 40 }, ApiKind.AnthropicMessages, stream: true);

        Assert.That(answer.Body, Does.EndWith("[broken off]"));
        await Eventually(host, counters => counters.TruncatedAnswers + counters.AbortedAnswers + counters.FailedAnswers == 1);
    }

    [Test]
    public async Task ClientLeavesMidStream_NextAnswerIsTheSame_AndItIsCounted()
    {
        await using SampleHost host = await SampleHost.StartAsync();
        using (var leaving = new HttpClient(new SocketsHttpHandler { MaxResponseDrainSize = 0 }) { BaseAddress = host.Address })
        {
            leaving.DefaultRequestHeaders.Add(AnswerPlan.Header, new AnswerPlan { PauseMilliseconds = 100 }.ToString());
            using HttpRequestMessage request = ReceivedAnswer.Question(host, ApiKind.AnthropicMessages, stream: true);
            using HttpResponseMessage response = await leaving.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using Stream body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[64]);
        }

        await Eventually(host, counters => counters.AbortedAnswers == 1);
        await ExpectSame(host, new AnswerPlan(), ApiKind.AnthropicMessages, stream: true);
    }

    [Test]
    public async Task ClockJumps_EveryAnswerIsTheSame()
    {
        await using SampleHost host = await SampleHost.StartAsync(configure: builder => builder.Services.AddSingleton<TimeProvider>(new JumpingClock()));

        for (int i = 0; i < 20; i++)
        {
            await ExpectSame(host, new AnswerPlan(), ApiKind.OpenAIResponses, stream: i % 2 == 0);
        }

        await Eventually(() => GuardOf(host).Counters.Evaluated == 20, "not all were evaluated");
    }

    [Test]
    public async Task BodyOf64Megabytes_AnswerIsTheSame_AndItIsCounted()
    {
        await using SampleHost host = await SampleHost.StartAsync(configure: TakeLargeBodies);

        await ExpectSame(host, new AnswerPlan(), ApiKind.OpenAIChatCompletions, stream: false, new string('a', Large));

        await Eventually(host, counters => counters is { LargeBodies: 1, NotEvaluated: 1 });
    }

    [Test]
    public async Task BodyIsNoJson_AnswerIsTheSame_AndItIsNotEvaluated()
    {
        await using SampleHost host = await SampleHost.StartAsync();
        string[] answers = new string[2];
        foreach ((SampleHost to, int place) in new[] { (host, 0), (_plain, 1) })
        {
            using HttpClient client = to.Client();
            using HttpRequestMessage request = ReceivedAnswer.Question(to, ApiKind.OpenAIChatCompletions, stream: false);
            request.Content = new StringContent("not JSON");
            using HttpResponseMessage response = await client.SendAsync(request);
            answers[place] = (int)response.StatusCode + await response.Content.ReadAsStringAsync();
        }

        Assert.That(answers[0], Is.EqualTo(answers[1]));
        await Eventually(host, counters => counters.NotEvaluated == 1);
    }

    [Test]
    public async Task RulesFileBroken_AnswerIsTheSame_AndItIsReported()
    {
        string folder = Directory.CreateTempSubdirectory("rules").FullName;
        await using SampleHost host = await SampleHost.StartAsync(configure: builder => builder.Services.AddDistillGuard().AddReloading(reload =>
        {
            reload.Rules.Add(folder);
            reload.Interval = TimeSpan.FromSeconds(1);
        }));
        string version = GuardOf(host).Rules.Version;
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), "{ \"rules\": [");

        await Eventually(() => host.Gateway.Services.GetRequiredService<ReloadStatus>().HasProblem, "no problem was reported");

        await ExpectSame(host, new AnswerPlan(), ApiKind.OpenAIChatCompletions, stream: true);
        Assert.That(GuardOf(host).Rules.Version, Is.EqualTo(version));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task DiskFull_AnswersAreTheSame_AndItIsCounted()
    {
        using var disk = SmallDisk.Mount();
        await using SampleHost host = await SampleHost.StartAsync(configure: builder => builder.Services.AddDistillGuard()
            .Configure(guard => guard.UseSecret("sixteen bytes ok"u8))
            .AddSnapshots(snapshots => snapshots.Path = Path.Combine(disk.Folder, "guard.snapshot"))
            .AddRecorder(recorder =>
            {
                recorder.Folder = disk.Folder;
                recorder.Texts = RecordedTexts.Kept;
                recorder.Identities = RecordedIdentities.AsGiven;
                recorder.ReorderWindow = TimeSpan.Zero;
            }));
        string prompt = new('a', 8_000);

        for (int i = 0; i < 40; i++)
        {
            await ExpectSame(host, new AnswerPlan(), ApiKind.OpenAIChatCompletions, stream: i % 2 == 0, prompt);
        }

        await Eventually(() => host.Gateway.Services.GetRequiredService<TrafficRecorder>().Counters.Lost > 0, "no line was lost");
        SnapshotStatus snapshots = host.Gateway.Services.GetRequiredService<SnapshotStatus>();
        await host.Gateway.StopAsync();
        Assert.That(snapshots.Failures, Is.Positive);
    }

    private static void TakeLargeBodies(WebApplicationBuilder builder) =>
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = 2L * Large);

    private static DistillationGuard GuardOf(SampleHost host) => host.Gateway.Services.GetRequiredService<DistillationGuard>();

    private async Task<ReceivedAnswer> ExpectSame(SampleHost host, AnswerPlan plan, ApiKind api, bool stream, string prompt = "Where is the river?")
    {
        using HttpClient guarded = host.Client(plan);
        using HttpClient plain = _plain.Client(plan);
        ReceivedAnswer answer = await ReceivedAnswer.ToAsync(host, guarded, api, stream, prompt);
        Assert.That(answer, Is.EqualTo(await ReceivedAnswer.ToAsync(_plain, plain, api, stream, prompt)));
        return answer;
    }

    private static Task Eventually(SampleHost host, Func<GatewayCounters, bool> isSo)
    {
        DistillGuard.AspNetCore.Gateway gateway = host.Gateway.Services.GetRequiredService<DistillGuard.AspNetCore.Gateway>();
        return Eventually(() => isSo(gateway.Counters), "it was not counted");
    }

    // An exchange is over a moment after its last byte was sent.
    private static async Task Eventually(Func<bool> isSo, string otherwise)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo() && !patience.IsCancellationRequested)
        {
            await Task.Delay(5);
        }

        Assert.That(isSo(), otherwise);
    }
}
