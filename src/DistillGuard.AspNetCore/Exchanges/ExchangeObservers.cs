// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>Tells all observers; one that throws is counted, and the others are told all the same.</summary>
internal sealed class ExchangeObservers
{
    private readonly IExchangeObserver[] _observers;
    private readonly GatewayTally _tally;

    public ExchangeObservers(IEnumerable<IExchangeObserver> observers, GatewayTally tally)
    {
        _observers = [.. observers];
        _tally = tally;
    }

    /// <summary>Says that a request was inspected, and takes its borrowed body back.</summary>
    public void TellInspected(GuardedExchange exchange)
    {
        foreach (IExchangeObserver observer in _observers)
        {
            try
            {
                observer.Inspected(exchange);
            }
            catch (Exception)
            {
                _tally.Count(GatewayEvent.ObserverFault);
            }
        }

        exchange.RequestBody = default;
    }

    /// <summary>Says that an exchange is over.</summary>
    public void TellCompleted(GuardedExchange exchange)
    {
        foreach (IExchangeObserver observer in _observers)
        {
            try
            {
                observer.Completed(exchange);
            }
            catch (Exception)
            {
                _tally.Count(GatewayEvent.ObserverFault);
            }
        }
    }
}
