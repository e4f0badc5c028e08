// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Policies;
using DistillGuard.Requests;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>
/// Writes answers of our own: problem details (RFC 9457) with an <c>error</c> member in the shape of the API, so that its SDKs show the message.
/// </summary>
internal static class ProblemWriter
{
    private const string TypePrefix = "urn:distillguard:";

    /// <summary>Answers a request that goes no further.</summary>
    public static async Task WriteAsync(HttpContext context, GuardedExchange exchange, ActivePolicy policy, GuardProblem problem, TimeSpan wait)
    {
        HttpResponse response = context.Response;
        var body = new ArrayBufferWriter<byte>(1024);
        Write(body, exchange, policy, problem);

        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        response.ContentLength = body.WrittenCount;
        response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    private static void Write(ArrayBufferWriter<byte> body, GuardedExchange exchange, ActivePolicy policy, GuardProblem problem)
    {
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("type", TypePrefix + problem.Name);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.Status);
        json.WriteString("detail", problem.Detail);
        json.WriteString("verdict", exchange.Id);
        if (policy.Appeal is not null)
        {
            json.WriteString("appeal", policy.Appeal.AbsoluteUri);
        }

        WriteError(json, exchange, policy, problem);
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, GuardedExchange exchange, ActivePolicy policy, GuardProblem problem)
    {
        bool isRate = problem.Status == StatusCodes.Status429TooManyRequests;
        json.WriteStartObject("error");
        json.WriteString("message", MessageOf(exchange, policy, problem));
        switch (exchange.Api)
        {
            case ApiKind.AnthropicMessages:
                json.WriteString("type", isRate ? "rate_limit_error" : "permission_error");
                break;
            case ApiKind.GoogleGenerateContent:
                json.WriteNumber("code", problem.Status);
                json.WriteString("status", isRate ? "RESOURCE_EXHAUSTED" : "PERMISSION_DENIED");
                break;
            default:
                json.WriteString("type", isRate ? "rate_limit_error" : "permission_error");
                json.WriteNull("param");
                json.WriteString("code", "distillguard_" + problem.Name);
                break;
        }

        json.WriteEndObject();
    }

    // An SDK shows this sentence and nothing else, so it says everything.
    private static string MessageOf(GuardedExchange exchange, ActivePolicy policy, GuardProblem problem) =>
        policy.Appeal is null
            ? $"{problem.Title}. {problem.Detail} (verdict {exchange.Id})"
            : $"{problem.Title}. {problem.Detail} Appeal at {policy.Appeal.AbsoluteUri} (verdict {exchange.Id}).";
}
