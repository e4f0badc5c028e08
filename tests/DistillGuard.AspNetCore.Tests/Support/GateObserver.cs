// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;

namespace DistillGuard.AspNetCore.Support;

/// <summary>Holds whoever tells it of an account called <c>held</c> until the gate is opened. A detector that waited would hold what other accounts share with it, too.</summary>
internal sealed class GateObserver : IExchangeObserver, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualResetEventSlim _entered = new();
    private readonly ManualResetEventSlim _gate = new();

    public void Inspected(GuardedExchange exchange)
    {
        if (exchange.Caller.Account == "held")
        {
            _entered.Set();
            _gate.Wait(Patience);
        }
    }

    public void Completed(GuardedExchange exchange)
    {
    }

    /// <summary>Waits until somebody is held.</summary>
    public bool WaitUntilHeld() => _entered.Wait(Patience);

    public void Open() => _gate.Set();

    public void Dispose()
    {
        _gate.Set();
        _gate.Dispose();
        _entered.Dispose();
    }
}
