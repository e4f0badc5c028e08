// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>
/// Sends exchanges to a guard through one reused buffer, and counts the bytes that the guard allocates. Not
/// thread-safe.
/// </summary>
internal sealed class ExchangePlayer
{
    private readonly RequestBuffer _buffer = new();

    /// <summary>Bytes allocated inside the guard; what the player itself allocates is left out.</summary>
    public long GuardBytes { get; private set; }

    public void ForgetGuardBytes() => GuardBytes = 0;

    public Verdict Play(DistillationGuard guard, SentExchange sent)
    {
        Exchange exchange = sent.Exchange;
        Fill(exchange);
        var request = new InferenceRequest
        {
            Time = sent.Time,
            Caller = sent.Identity.ToCaller(),
            Api = exchange.Api,
            Content = _buffer.Content,
            Conversation = exchange.Conversation,
            EndUser = exchange.EndUser,
        };

        long before = GC.GetAllocatedBytesForCurrentThread();
        Verdict verdict = guard.Inspect(in request);
        GuardBytes += GC.GetAllocatedBytesForCurrentThread() - before;

        if (sent.IsObserved)
        {
            Observe(guard, verdict.Subjects, CalendarTime.Add(sent.Time, exchange.Latency), exchange);
        }

        return verdict;
    }

    public void Observe(DistillationGuard guard, SubjectKeys subjects, DateTimeOffset time, Exchange exchange)
    {
        byte[] issued = Join(exchange.IssuedReasoning, out int[] ends);
        var outcome = new InferenceOutcome
        {
            Subjects = subjects,
            Time = time,
            Status = exchange.Status,
            InputTokens = exchange.InputTokens,
            OutputTokens = exchange.OutputTokens,
            Refusal = Encoding.UTF8.GetBytes(exchange.Refusal),
            FinishReason = Encoding.UTF8.GetBytes(exchange.FinishReason),
            ReasoningSignatures = new ReasoningSignatures(issued, ends),
        };

        long before = GC.GetAllocatedBytesForCurrentThread();
        guard.Observe(in outcome);
        GuardBytes += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Join(IReadOnlyList<string> blobs, out int[] ends)
    {
        int length = 0;
        ends = [.. blobs.Select(blob => length += Encoding.UTF8.GetByteCount(blob))];
        byte[] text = new byte[length];
        for (int i = 0; i < blobs.Count; i++)
        {
            Encoding.UTF8.GetBytes(blobs[i], text.AsSpan(i == 0 ? 0 : ends[i - 1]));
        }

        return text;
    }

    private void Fill(Exchange exchange)
    {
        _buffer.Clear();
        if (exchange.Content is not null)
        {
            exchange.Content(_buffer);
            return;
        }

        int message = 0;
        if (exchange.System.Length > 0)
        {
            _buffer.Add(MessageRole.System, exchange.System, TextKind.Prompt, message++);
        }

        foreach (string blob in exchange.CarriedReasoning)
        {
            _buffer.Add(MessageRole.Assistant, blob, TextKind.ReasoningBlob, message++);
        }

        _buffer.Add(MessageRole.User, exchange.Prompt, TextKind.Prompt, message++);
        _buffer.Sampling.MessageCount = message;
    }
}
