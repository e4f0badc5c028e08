// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Requests;
using Microsoft.Extensions.Hosting;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>Inspects requests beside their way on, one after the other, some at a time, and tells the guard what came back for them.</summary>
/// <remarks>
/// Thread-safe. One after the other, the guard's code and tables stay in the processor's caches, which the gateway takes between two requests. Who finds no
/// room inspects at once, so nothing is lost; and nothing waits once the host stops.
/// </remarks>
internal sealed class InspectionPump : IHostedLifecycleService, IThreadPoolWorkItem, IDisposable
{
    /// <summary>So many that wait are looked at without further delay.</summary>
    internal const int FullBatch = 32;

    /// <summary>How long fewer of them wait for others.</summary>
    internal static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    // When what waits is to be looked at.
    private const int Never = 0;
    private const int Soon = 1;
    private const int Now = 2;

    private readonly WaitingExchanges _waiting;
    private readonly ExchangeInspector _inspector;
    private readonly ExchangeObservers _observers;
    private readonly GatewayTally _tally;
    private readonly ITimer _timer;
    private readonly Lock _turn = new();
    private int _due;
    private volatile bool _isClosed;

    /// <param name="waiting">What waits.</param>
    /// <param name="inspector">Who looks at it.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="tally">Where trouble is counted.</param>
    /// <param name="delays">By whose time the delay passes: not the guard's, for what waits is looked at soon, whatever time it is there.</param>
    public InspectionPump(
        WaitingExchanges waiting, ExchangeInspector inspector, ExchangeObservers observers, GatewayTally tally, TimeProvider delays)
    {
        _waiting = waiting;
        _inspector = inspector;
        _observers = observers;
        _tally = tally;

        // Nothing of the request that happens to be the first goes along.
        using (ExecutionContext.SuppressFlow())
        {
            _timer = delays.CreateTimer(
                static pump => ((InspectionPump)pump!).Execute(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Leaves a request to be inspected beside its way on. Its body is lent until then.</summary>
    /// <returns>Whether it will be; if not, nothing happened.</returns>
    public bool TryAdd(GuardedExchange exchange, BorrowedRequest request)
    {
        if (_isClosed)
        {
            return false;
        }

        if (!_waiting.TryAdd(exchange, request))
        {
            _tally.Count(GatewayEvent.CrowdedRequest);
            return false;
        }

        BeDue();
        return true;
    }

    /// <summary>Says that an exchange which was added is over.</summary>
    public void Complete(GuardedExchange exchange, DateTimeOffset ended)
    {
        if (_isClosed)
        {
            Run();
        }

        if (exchange.IsInspected && (_isClosed || _waiting.IsFull))
        {
            Finish(exchange, ended);
            return;
        }

        _waiting.Add(exchange, ended);
        BeDue();
    }

    /// <summary>Looks at all that waits now; when it returns, nobody else is still looking at it.</summary>
    public void Run()
    {
        lock (_turn)
        {
            LookAtAll();
        }

        BeDueAgain();
    }

    /// <summary>
    /// Does the same when it is due, and leaves it to whoever is at it: they come back for what is left. So a slow detector holds one thread of the pool, not one
    /// after the other.
    /// </summary>
    public void Execute()
    {
        Interlocked.Exchange(ref _due, Never);
        if (_turn.TryEnter())
        {
            try
            {
                LookAtAll();
            }
            finally
            {
                _turn.Exit();
            }

            BeDueAgain();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>From now on requests are inspected before they go on, so that nothing waits when memory and log are saved for the last time.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isClosed = true;

        // A detector that hangs may hold the turn: then the host stops waiting when its patience is over.
        return Task.Run(Run, cancellationToken).WaitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _timer.Dispose();

    private void BeDueAgain()
    {
        if (_waiting.Count > 0)
        {
            BeDue();
        }
    }

    private void BeDue()
    {
        if (_waiting.Count >= FullBatch)
        {
            if (Volatile.Read(ref _due) != Now && Interlocked.Exchange(ref _due, Now) != Now)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }
        else if (Volatile.Read(ref _due) == Never && Interlocked.CompareExchange(ref _due, Soon, Never) == Never)
        {
            _timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    // As many as there are, not those that come meanwhile: whoever calls wants to go on.
    private void LookAtAll()
    {
        for (int left = _waiting.Count; left > 0 && _waiting.TryTake(out WaitingExchange entry); left--)
        {
            Look(in entry);
        }
    }

    private void Look(in WaitingExchange entry)
    {
        try
        {
            if (entry.Request is { } request)
            {
                Inspect(entry.Exchange, request);
            }
            else if (entry.Exchange.IsInspected)
            {
                Finish(entry.Exchange, entry.Ended);
            }
        }
        catch (Exception)
        {
            _tally.Count(GatewayEvent.Fault);
        }
    }

    private void Inspect(GuardedExchange exchange, BorrowedRequest request)
    {
        try
        {
            _inspector.Inspect(exchange, request.Body);
            _observers.TellInspected(exchange);
        }
        finally
        {
            exchange.RequestBody = default;
            request.EndLook();
        }
    }

    private void Finish(GuardedExchange exchange, DateTimeOffset ended)
    {
        _inspector.Observe(exchange, ended);
        _observers.TellCompleted(exchange);
    }
}
