// SPDX-License-Identifier: MIT

using System.Net;
using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Exchanges as the gateway hands them to observers.</summary>
internal static class SampleExchanges
{
    public const string Secret = "My password is hunter2 and my name is Ann";

    public static readonly DateTimeOffset Start = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

    public static GuardedExchange Make(string account, DateTimeOffset? time = null, string? body = null, Action<CallerIdentity>? change = null)
    {
        var caller = new CallerIdentity { Account = account, Organization = "acme", Plan = "pro", Payment = "card-1" };
        change?.Invoke(caller);
        return new GuardedExchange
        {
            Time = time ?? Start,
            Api = ApiKind.OpenAIChatCompletions,
            Policy = string.Empty,
            Caller = caller,
            Address = IPAddress.Parse("198.51.100.7"),
            UserAgent = "client/1.0",
            RequestBody = Encoding.UTF8.GetBytes(body ?? Body(Secret)),
        };
    }

    public static string Body(string text) =>
        $$"""{"model": "gpt-x", "temperature": 0.5, "messages": [{"role": "user", "content": "{{text}}"}], "user": "u-77"}""";

    public static void Answer(this GuardedExchange exchange, int status = 200, params string[] signatures)
    {
        exchange.Answer.Status = status;
        exchange.Answer.Id = "resp-1";
        exchange.Answer.Model = "gpt-x";
        exchange.Answer.InputTokens = 11;
        exchange.Answer.OutputTokens = 22;
        exchange.Answer.Duration = TimeSpan.FromMilliseconds(250);
        int end = 0;
        int[] ends = [.. signatures.Select(one => end += Encoding.UTF8.GetByteCount(one))];
        exchange.Answer.Issued = new IssuedSignatures(Encoding.UTF8.GetBytes(string.Concat(signatures)), ends);
    }
}
