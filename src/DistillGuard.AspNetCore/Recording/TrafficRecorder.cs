// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using DistillGuard.AspNetCore.Exchanges;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Takes note of exchanges for the traffic log; a service beside the requests writes them. Thread-safe; no call waits.</summary>
public sealed class TrafficRecorder : IExchangeObserver
{
    private readonly RecorderOptions _options;
    private readonly RecorderTally _tally;
    private readonly ConcurrentDictionary<GuardedExchange, RecordedExchange> _underWay = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<RecordedExchange> _over = new();
    private readonly ConcurrentQueue<RecordedEvent> _events = new();
    private int _waiting;
    private long _heldBytes;

    internal TrafficRecorder(RecorderOptions options, RecorderTally tally)
    {
        _options = options;
        _tally = tally;
    }

    /// <summary>What the recorder has done so far.</summary>
    public RecorderCounters Counters => _tally.Counters with { Waiting = Volatile.Read(ref _waiting), HeldBytes = Volatile.Read(ref _heldBytes) };

    /// <summary>Why nothing could be written when it was last tried, and what to do; <see langword="null"/> when it could.</summary>
    public string? Problem => _tally.Problem;

    /// <inheritdoc/>
    public void Inspected(GuardedExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (string.IsNullOrEmpty(exchange.Caller.Account))
        {
            _tally.CountWithoutAccount();
            return;
        }

        if (!TryTakeRoom(exchange.RequestBody.Length))
        {
            _tally.CountDropped();
            return;
        }

        _underWay[exchange] = new RecordedExchange(exchange);
    }

    /// <inheritdoc/>
    public void Completed(GuardedExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (_underWay.TryRemove(exchange, out RecordedExchange? recorded))
        {
            _over.Enqueue(recorded);
        }
    }

    /// <summary>
    /// Records that the operator suspended, restored or throttled an account. The guard's own refusals are no such thing: they stand in the log as the
    /// status of the answer.
    /// </summary>
    /// <param name="time">When.</param>
    /// <param name="account">The account.</param>
    /// <param name="action">What was done.</param>
    /// <param name="reason">Why, in the operator's words; it is written as it is.</param>
    public void RecordEnforcement(DateTimeOffset time, string account, DistillGuard.Requests.EnforcementAction action, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        Enqueue(new RecordedEvent(time) { Account = account, Action = action, Reason = reason });
    }

    /// <summary>Records that a model became available.</summary>
    /// <param name="time">When.</param>
    /// <param name="model">Its name, as requests give it.</param>
    public void RecordRelease(DateTimeOffset time, string model)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        Enqueue(new RecordedEvent(time) { Model = model });
    }

    internal bool TryTake(out RecordedExchange? recorded) => _over.TryDequeue(out recorded);

    internal bool TryTake(out RecordedEvent? happening) => _events.TryDequeue(out happening);

    /// <summary>Gives back the room of what was written.</summary>
    internal void Release(RecordedExchange recorded)
    {
        Interlocked.Decrement(ref _waiting);
        Interlocked.Add(ref _heldBytes, -recorded.Length);
        recorded.Release();
    }

    private void Enqueue(RecordedEvent happening)
    {
        if (_events.Count >= _options.MaxExchanges)
        {
            _tally.CountDropped();
            return;
        }

        _events.Enqueue(happening);
    }

    private bool TryTakeRoom(int bytes)
    {
        if (Interlocked.Increment(ref _waiting) > _options.MaxExchanges)
        {
            Interlocked.Decrement(ref _waiting);
            return false;
        }

        if (Interlocked.Add(ref _heldBytes, bytes) > _options.MaxHeldBytes)
        {
            Interlocked.Add(ref _heldBytes, -bytes);
            Interlocked.Decrement(ref _waiting);
            return false;
        }

        return true;
    }
}
