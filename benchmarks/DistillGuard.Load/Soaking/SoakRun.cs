// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Load.Loading;
using DistillGuard.Load.Servers;
using DistillGuard.Requests;
using DistillGuard.Samples.Gateway.Model;

namespace DistillGuard.Load.Soaking;

/// <summary>Many streamed responses through one guarded gateway; memory is read now and then.</summary>
/// <remarks>
/// The guard's tables start small and double up to limits that it states; until they are full, memory grows in steps. So the first look of interest is the one
/// after <c>--fill</c>.
/// </remarks>
internal static class SoakRun
{
    private const int Looks = 20;

    private static readonly LoadKind[] Kinds =
    [
        new("chat", ApiKind.OpenAIChatCompletions, true, false),
        new("responses", ApiKind.OpenAIResponses, true, false),
        new("messages", ApiKind.AnthropicMessages, true, false),
        new("generateContent", ApiKind.GoogleGenerateContent, true, false),
    ];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        int responses = arguments.Number("--responses", 100_000);
        int fill = arguments.Number("--fill", 140_000);
        int workers = arguments.Number("--workers", 16);
        using ServerProcess model = await ServerProcess.StartAsync("model");
        using ServerProcess gateway = await ServerProcess.StartAsync("guarded", model.Addresses[0]);
        using var memory = new HttpClient { BaseAddress = gateway.Addresses[0] };
        LoadClient[] clients = [.. Kinds.Select(kind => new LoadClient(gateway.Addresses[0], kind, workers, new AnswerPlan { Words = 12 }))];
        Console.WriteLine("| streamed responses | heap after a full collection, MB | resident, MB |");
        Console.WriteLine("| --- | --- | --- |");
        await ReportAsync("at the start", memory, gateway);
        await SendAsync(clients, fill);
        await ReportAsync($"after {fill} that filled the tables: 0", memory, gateway);
        int done = 0;
        for (int look = 0; look < Looks; look++)
        {
            done += await SendAsync(clients, responses / Looks);
            await ReportAsync($"{done}", memory, gateway);
        }

        foreach (LoadClient client in clients)
        {
            client.Dispose();
        }

        return 0;
    }

    private static async Task<int> SendAsync(LoadClient[] clients, int responses)
    {
        int done = 0;
        foreach (LoadClient client in clients)
        {
            done += (await client.RunAsync(responses / clients.Length)).Requests;
        }

        return done;
    }

    private static async Task ReportAsync(string responses, HttpClient memory, ServerProcess gateway)
    {
        string heap = await memory.GetStringAsync(new Uri(Serve.MemoryPath, UriKind.Relative));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {responses} | {long.Parse(heap, CultureInfo.InvariantCulture) / 1e6:F2} | {gateway.ResidentBytes / 1e6:F1} |"));
    }
}
