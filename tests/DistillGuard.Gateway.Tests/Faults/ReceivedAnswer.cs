// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.RegularExpressions;
using DistillGuard.Requests;
using DistillGuard.Samples.Gateway.Traffic;

namespace DistillGuard.Gateway.Tests.Faults;

/// <summary>What a customer gets: status, type and body, with the number that every answer has for itself taken out.</summary>
internal sealed partial record ReceivedAnswer(int Status, string? Type, string Body)
{
    /// <summary>Sends a question and reads the answer to its end, however it ends.</summary>
    public static async Task<ReceivedAnswer> ToAsync(SampleHost host, HttpClient client, ApiKind api, bool stream, string prompt = "Where is the river?")
    {
        using HttpRequestMessage request = Question(host, api, stream, prompt);
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var body = new MemoryStream();
        string end = string.Empty;
        try
        {
            await response.Content.CopyToAsync(body);
        }
        catch (HttpRequestException)
        {
            end = " [broken off]";
        }

        string text = Encoding.UTF8.GetString(body.ToArray());
        return new ReceivedAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), Number().Replace(text, "#") + end);
    }

    /// <summary>A question as a customer's program sends it.</summary>
    public static HttpRequestMessage Question(SampleHost host, ApiKind api, bool stream, string prompt = "Where is the river?") =>
        new(HttpMethod.Post, RequestBodies.PathOf(api, stream))
        {
            Headers = { { "Authorization", "Bearer " + host.Key } },
            Content = new StringContent(RequestBodies.Write(api, string.Empty, prompt, stream), Encoding.UTF8, "application/json"),
        };

    [GeneratedRegex("[0-9a-f]{8}")]
    private static partial Regex Number();
}
