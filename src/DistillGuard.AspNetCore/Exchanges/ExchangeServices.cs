// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Handling;
using DistillGuard.AspNetCore.Identity;
using DistillGuard.AspNetCore.Requests;
using DistillGuard.AspNetCore.Responses;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>What every exchange needs; one for the application.</summary>
internal sealed class ExchangeServices
{
    public ExchangeServices(
        GatewayOptions options,
        TimeProvider time,
        GatewayTally tally,
        RequestPlacer placer,
        CallerResolvers callers,
        ForwardedHeaderWatch addresses,
        ExchangeInspector inspector,
        ExchangeObservers observers,
        InspectionPump pump,
        VerdictHandlers handlers,
        AnswerReaders readers,
        DistillationGuard guard)
    {
        Options = options;
        Time = time;
        Tally = tally;
        Placer = placer;
        Callers = callers;
        Addresses = addresses;
        Inspector = inspector;
        Observers = observers;
        Pump = pump;
        Handlers = handlers;
        Readers = readers;
        Guard = guard;
    }

    public GatewayOptions Options { get; }

    public TimeProvider Time { get; }

    public GatewayTally Tally { get; }

    public RequestPlacer Placer { get; }

    public CallerResolvers Callers { get; }

    public ForwardedHeaderWatch Addresses { get; }

    public ExchangeInspector Inspector { get; }

    public ExchangeObservers Observers { get; }

    public InspectionPump Pump { get; }

    public VerdictHandlers Handlers { get; }

    public AnswerReaders Readers { get; }

    public DistillationGuard Guard { get; }
}
