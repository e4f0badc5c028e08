// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Support;

/// <summary>Requests and answers with nothing special about them.</summary>
internal static class Samples
{
    public const string ChatPath = "/v1/chat/completions";

    public const string Chat = """{"model":"m","messages":[{"role":"user","content":"What is a hash table?"}]}""";

    public const string ChatAnswer =
        """{"id":"chatcmpl-1","model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":"A table."},"finish_reason":"stop"}],"usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18}}""";

    public static HttpRequestMessage Post(string path, string body, string? account = "account-1") =>
        Post(path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), account);

    public static HttpRequestMessage Post(string path, HttpContent content, string? account = "account-1")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (account is not null)
        {
            request.Headers.Add("x-account", account);
        }

        return request;
    }
}
