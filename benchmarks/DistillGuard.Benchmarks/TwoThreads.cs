// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks;

/// <summary>The caller and one thread beside it, doing the same at the same time, again and again. Not for several callers.</summary>
internal sealed class TwoThreads : IDisposable
{
    private readonly Barrier _gate = new(2);
    private readonly Thread _second;
    private Func<long>? _work;
    private object? _latest;
    private long _result;

    public TwoThreads()
    {
        _second = new Thread(Work) { IsBackground = true };
        _second.Start();
    }

    /// <summary>Runs a function with 0 here and with 1 on the other thread; returns when both have ended.</summary>
    public long Run<TOwner>(TOwner owner, Func<TOwner, int, long> work)
        where TOwner : class
    {
        if (!ReferenceEquals(_latest, work))
        {
            _latest = work;
            _work = () => work(owner, 1);
        }

        _gate.SignalAndWait();
        long first = work(owner, 0);
        _gate.SignalAndWait();
        return first ^ _result;
    }

    public void Dispose()
    {
        _work = null;
        _gate.SignalAndWait();
        _second.Join();
        _gate.Dispose();
    }

    private void Work()
    {
        while (true)
        {
            _gate.SignalAndWait();
            if (_work is not { } work)
            {
                return;
            }

            _result = work();
            _gate.SignalAndWait();
        }
    }
}
