// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Model;
using DistillGuard.Samples.Gateway.Traffic;

namespace DistillGuard.Load.Loading;

/// <summary>Sends requests from a fixed number of workers, each as soon as its last one was answered.</summary>
internal sealed class LoadClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly LoadKind _kind;
    private readonly IReadOnlyList<byte[]> _bodies;
    private readonly IReadOnlyList<Customer> _customers;
    private readonly int _workers;
    private readonly string _plan;
    private int _next;

    /// <param name="gateway">Where to.</param>
    /// <param name="kind">What.</param>
    /// <param name="workers">How many at a time.</param>
    /// <param name="plan">How the model shall answer.</param>
    public LoadClient(Uri gateway, LoadKind kind, int workers, AnswerPlan plan)
    {
        _http = new HttpClient(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
        {
            BaseAddress = gateway,
            DefaultRequestVersion = kind.IsHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        _kind = kind;
        _bodies = LoadBodies.Of(kind);
        _customers = CustomerDirectory.MadeUp().All;
        _workers = workers;
        _plan = plan.ToString();
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Sends for a while; what was answered within the window is measured.</summary>
    public async Task<LoadResult> RunAsync(LoadWindow window) => new(
        window.Length,
        await Task.WhenAll(Enumerable.Range(0, _workers).Select(worker => Task.Run(async () =>
        {
            await Task.Delay(window.StartOf(worker, _workers));
            return await WorkAsync(() => !window.IsOver, () => window.IsOpen);
        }))));

    /// <summary>Sends a number of requests, all of which are measured.</summary>
    public async Task<LoadResult> RunAsync(int requests)
    {
        int left = requests;
        long started = Stopwatch.GetTimestamp();
        List<double>[] latencies = await Task.WhenAll(
            Enumerable.Range(0, _workers).Select(_ => Task.Run(() => WorkAsync(() => Interlocked.Decrement(ref left) >= 0, static () => true))));
        return new LoadResult(Stopwatch.GetElapsedTime(started), latencies);
    }

    private async Task<List<double>> WorkAsync(Func<bool> goesOn, Func<bool> counts)
    {
        var latencies = new List<double>(4_096);
        byte[] buffer = new byte[16 * 1024];
        while (goesOn())
        {
            double latency = await SendAsync(buffer);
            if (counts())
            {
                latencies.Add(latency);
            }
        }

        return latencies;
    }

    private async Task<double> SendAsync(byte[] buffer)
    {
        long started = Stopwatch.GetTimestamp();
        int number = Interlocked.Increment(ref _next) & int.MaxValue;
        using var request = new HttpRequestMessage(HttpMethod.Post, RequestBodies.PathOf(_kind.Api, _kind.IsStreamed))
        {
            Content = new ByteArrayContent(_bodies[number % _bodies.Count]) { Headers = { ContentType = Json } },
            Version = _http.DefaultRequestVersion,
            VersionPolicy = _http.DefaultVersionPolicy,
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _customers[number % _customers.Count].Key);
        request.Headers.TryAddWithoutValidation(AnswerPlan.Header, _plan);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        while (await body.ReadAsync(buffer) > 0)
        {
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
