// SPDX-License-Identifier: MIT

using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace DistillGuard.Gateway.Tests.Sdks;

/// <summary>Makes OpenAI clients as customers do: the gateway's address and a key.</summary>
internal static class OpenAIClients
{
    public static OpenAIClient Of(SampleHost host, HttpClient http, string? key = null) => new(
        new ApiKeyCredential(key ?? host.Key),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(host.Address, "v1"),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });
}
