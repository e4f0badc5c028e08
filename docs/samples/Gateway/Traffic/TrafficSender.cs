// SPDX-License-Identifier: MIT

using System.Net;
using System.Text;
using DistillGuard.Requests;
using DistillGuard.Samples.Gateway.Customers;

namespace DistillGuard.Samples.Gateway.Traffic;

/// <summary>Sends planned requests to the gateway when their time comes, as its customers' programs would.</summary>
internal sealed class TrafficSender : IDisposable
{
    private const int MostInFlight = 16;

    private static readonly ApiKind[] Apis =
    [
        ApiKind.OpenAIChatCompletions, ApiKind.OpenAIResponses, ApiKind.AnthropicMessages, ApiKind.GoogleGenerateContent,
    ];

    private readonly HttpClient _client;
    private readonly FastClock _clock;
    private readonly SemaphoreSlim _room = new(MostInFlight);
    private int _sent;
    private int _refused;
    private int _failed;

    public TrafficSender(Uri gateway, FastClock clock)
    {
        _client = new HttpClient { BaseAddress = gateway };
        _clock = clock;
    }

    /// <summary>Requests that were answered.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Of those, the ones that the gateway or the model turned away.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Requests that got no answer.</summary>
    public int Failed => Volatile.Read(ref _failed);

    public void Dispose()
    {
        _client.Dispose();
        _room.Dispose();
    }

    /// <summary>Sends one made-up day after the other until it is stopped.</summary>
    public async Task SendDaysAsync(CustomerDirectory customers, CancellationToken cancellation)
    {
        DateTimeOffset day = _clock.GetUtcNow();
        try
        {
            for (int seed = 1; ; seed++)
            {
                await SendAsync(TrafficPlan.OneDay(customers, day, seed), cancellation);
                day += TrafficPlan.Day;
            }
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }
    }

    /// <summary>Sends all, each at its time, and waits for the last answer.</summary>
    public async Task SendAsync(IReadOnlyList<PlannedRequest> plan, CancellationToken cancellation)
    {
        var running = new List<Task>(plan.Count);
        try
        {
            foreach (PlannedRequest request in plan)
            {
                await Task.Delay(_clock.RealTimeUntil(request.Time), cancellation);
                await _room.WaitAsync(cancellation);
                running.Add(SendAsync(request));
            }
        }
        finally
        {
            await Task.WhenAll(running); // who has asked waits for the answer
        }
    }

    private async Task SendAsync(PlannedRequest planned)
    {
        try
        {
            using HttpRequestMessage request = Message(planned);
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await response.Content.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref _sent);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                Interlocked.Increment(ref _refused);
            }
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref _failed);
        }
        finally
        {
            _room.Release();
        }
    }

    // A customer's program speaks one API; about half of them stream.
    private static HttpRequestMessage Message(PlannedRequest planned)
    {
        int habit = Hash(planned.Customer.Account);
        ApiKind api = Apis[habit % Apis.Length];
        bool stream = habit / Apis.Length % 2 == 0;
        var message = new HttpRequestMessage(HttpMethod.Post, RequestBodies.PathOf(api, stream))
        {
            Content = new StringContent(RequestBodies.Write(api, planned.System, planned.Prompt, stream), Encoding.UTF8, "application/json"),
        };
        message.Headers.Add("Authorization", "Bearer " + planned.Customer.Key);
        return message;
    }

    private static int Hash(string text)
    {
        int hash = 0;
        foreach (char letter in text)
        {
            hash = ((hash * 31) + letter) & 0x7fff_ffff;
        }

        return hash;
    }
}
