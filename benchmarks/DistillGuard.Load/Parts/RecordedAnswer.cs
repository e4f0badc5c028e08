// SPDX-License-Identifier: MIT

using System.Net.Http.Headers;
using DistillGuard.Load.Loading;
using DistillGuard.Samples.Gateway.Model;
using DistillGuard.Samples.Gateway.Traffic;

namespace DistillGuard.Load.Parts;

/// <summary>One answer of the made-up model, in the pieces in which a gateway writes it: an event each.</summary>
internal static class RecordedAnswer
{
    /// <summary>Asks for it.</summary>
    public static async Task<byte[][]> RecordAsync(LoadKind kind)
    {
        await using ModelServer model = await ModelServer.StartAsync();
        using var http = new HttpClient { BaseAddress = model.Address };
        using var request = new ByteArrayContent(LoadBodies.Of(kind)[0]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using HttpResponseMessage response = await http.PostAsync(new Uri(RequestBodies.PathOf(kind.Api, kind.IsStreamed), UriKind.Relative), request);
        byte[] answer = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        return kind.IsStreamed ? [.. Events(answer)] : [answer];
    }

    private static IEnumerable<byte[]> Events(byte[] stream)
    {
        int start = 0;
        while (stream.AsSpan(start).IndexOf("\n\n"u8) is var length and >= 0)
        {
            yield return stream[start..(start + length + 2)];
            start += length + 2;
        }
    }
}
