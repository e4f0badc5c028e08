// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Text;
using DistillGuard.AspNetCore.Requests;
using DistillGuard.Requests;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>Puts one request, or one item of a batch, to the guard.</summary>
internal sealed class ExchangeInspector
{
    // All the words that APIs define fit.
    private const int ShortWord = 64;

    private readonly DistillationGuard _guard;
    private readonly GatewayTally _tally;
    private readonly TimeProvider _time;

    public ExchangeInspector(DistillationGuard guard, GatewayTally tally, TimeProvider time)
    {
        _guard = guard;
        _tally = tally;
        _time = time;
    }

    /// <summary>Writes down what is known of a request before it is looked at.</summary>
    /// <param name="facts">Who sent it, and when.</param>
    /// <param name="place">Where it goes.</param>
    /// <param name="batchItem">Its position in a batch; -1 when it came by itself.</param>
    public static GuardedExchange Describe(RequestFacts facts, in RequestPlace place, int batchItem = -1) => new()
    {
        Time = facts.Time,
        Api = place.Api,
        Policy = facts.Policy,
        Caller = facts.Caller,
        Address = facts.Address,
        UserAgent = facts.UserAgent,
        Model = place.Model,
        Stream = place.Stream,
        BatchItem = batchItem,
        Parent = Activity.Current,
    };

    /// <summary>Has a request looked at.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="body">Its body, decompressed; borrowed until the observers were told.</param>
    public void Inspect(GuardedExchange exchange, ReadOnlyMemory<byte> body)
    {
        exchange.RequestBody = body;
        Judge(exchange, NotEvaluatedReason.None);
    }

    /// <summary>Has a body looked at.</summary>
    /// <param name="facts">Who sent it, and when.</param>
    /// <param name="place">Where it goes.</param>
    /// <param name="body">The body, decompressed; borrowed until the observers were told.</param>
    /// <param name="batchItem">Its position in a batch; -1 when it came by itself.</param>
    public GuardedExchange Inspect(RequestFacts facts, in RequestPlace place, ReadOnlyMemory<byte> body, int batchItem = -1)
    {
        GuardedExchange exchange = Describe(facts, in place, batchItem);
        Inspect(exchange, body);
        return exchange;
    }

    /// <summary>Takes note of a body that could not be looked at.</summary>
    /// <param name="facts">Who sent it, and when.</param>
    /// <param name="place">Where it goes.</param>
    /// <param name="reason">Why.</param>
    /// <param name="batchItem">Its position in a batch; -1 when it came by itself.</param>
    public GuardedExchange Skip(RequestFacts facts, in RequestPlace place, NotEvaluatedReason reason, int batchItem = -1)
    {
        GuardedExchange exchange = Describe(facts, in place, batchItem);
        Judge(exchange, reason);
        return exchange;
    }

    /// <summary>Tells the guard what came back.</summary>
    public void Observe(GuardedExchange exchange, DateTimeOffset ended)
    {
        ExchangeAnswer answer = exchange.Answer;
        int status = answer.Status;
        if (status < StatusCodes.Status400BadRequest && answer.Error is not null && answer.OutputTokens == 0)
        {
            // The stream had begun when the upstream failed, so the error could no longer stand in the status.
            status = StatusCodes.Status500InternalServerError;
        }

        Span<byte> refusal = stackalloc byte[ShortWord];
        Span<byte> finish = stackalloc byte[ShortWord];
        _guard.Observe(new InferenceOutcome
        {
            Subjects = exchange.Verdict.Subjects,
            Time = ended,
            Status = status,
            InputTokens = answer.InputTokens,
            OutputTokens = answer.OutputTokens,
            Refusal = Utf8(answer.Refusal, refusal),
            FinishReason = Utf8(answer.FinishReason, finish),
            ReasoningSignatures = answer.Issued.View,
        });
    }

    private static ReadOnlySpan<byte> Utf8(string? text, Span<byte> room) =>
        text is not null && Encoding.UTF8.TryGetBytes(text, room, out int written) ? room[..written] : Utf8(text);

    private static ReadOnlySpan<byte> Utf8(string? text) => text is null ? default : Encoding.UTF8.GetBytes(text);

    private void Judge(GuardedExchange exchange, NotEvaluatedReason skip)
    {
        InferenceRequest request = RequestOf(exchange);
        long started = _time.GetTimestamp();
        Verdict verdict = skip == NotEvaluatedReason.None ? _guard.Inspect(in request, exchange.RequestBody.Span) : _guard.Skip(in request, skip);
        exchange.InspectDuration = _time.GetElapsedTime(started);
        exchange.Judge(in verdict);
        _tally.Count(GatewayEvent.Exchange);
        if (!verdict.IsEvaluated)
        {
            _tally.Count(GatewayEvent.NotEvaluated);
        }
    }

    private static InferenceRequest RequestOf(GuardedExchange exchange)
    {
        CallerIdentity caller = exchange.Caller;
        return new InferenceRequest
        {
            Time = exchange.Time,
            Api = exchange.Api,
            Caller = new Caller
            {
                Account = caller.Account,
                Organization = caller.Organization,
                Credential = caller.Credential,
                Plan = caller.Plan,
                Payment = caller.Payment,
                Declared = caller.Declared,
                AccountCreated = caller.AccountCreated,
                AccountCountry = caller.AccountCountry,
                Address = ClientAddress.From(exchange.Address),
                UserAgent = exchange.UserAgent,
                Fingerprint = caller.Fingerprint,
            },
            Model = Utf8(exchange.Model),
            Stream = exchange.Stream,
            Conversation = caller.Conversation,
            EndUser = caller.EndUser,
        };
    }
}
