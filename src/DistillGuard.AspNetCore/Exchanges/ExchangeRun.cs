// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.AspNetCore.Handling;
using DistillGuard.AspNetCore.Policies;
using DistillGuard.AspNetCore.Requests;
using DistillGuard.AspNetCore.Responses;
using DistillGuard.Requests;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>One request's way through the gateway, from its arrival to its answer's end. Nothing in it throws at the customer.</summary>
internal sealed class ExchangeRun
{
    private readonly ExchangeServices _services;
    private readonly HttpContext _context;
    private readonly RequestPlace _place;
    private readonly ActivePolicy _policy;
    private readonly DateTimeOffset _arrived;
    private readonly long _started;
    private BorrowedRequest? _request;
    private BatchRun? _batch;
    private ResponseTap? _tap;
    private GuardedExchange? _exchange;
    private bool _isWaiting;
    private Exception? _failure;

    private ExchangeRun(ExchangeServices services, HttpContext context, in RequestPlace place)
    {
        _services = services;
        _context = context;
        _place = place;
        _policy = services.Placer.PolicyOf(context);
        _arrived = services.Time.GetUtcNow();
        _started = services.Time.GetTimestamp();
    }

    /// <summary>Begins a run, if the request is the guard's business.</summary>
    /// <returns>The run, or <see langword="null"/> to pass the request by.</returns>
    public static ExchangeRun? Begin(ExchangeServices services, HttpContext context)
    {
        try
        {
            // The pipeline may hold us twice, or run again for an error page: one request is one exchange, and its headers are ours then.
            if (context.Features.Get<ExchangeRun>() is not null)
            {
                return null;
            }

            // A client's own would be taken for ours.
            context.Request.Headers.Remove(services.Options.LevelHeader);
            context.Request.Headers.Remove(services.Options.VerdictHeader);
            if (services.Placer.Place(context) is { } place)
            {
                var run = new ExchangeRun(services, context, in place);
                context.Features.Set(run);
                return run;
            }

            services.Tally.Count(GatewayEvent.PassedBy);
        }
        catch (Exception)
        {
            services.Tally.Count(GatewayEvent.Fault);
        }

        return null;
    }

    /// <summary>Has the request looked at, tells who wants to know, and does what the policy calls for.</summary>
    /// <returns>Whether the request was answered, so that it goes no further.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> InspectAsync()
    {
        try
        {
            GuardedExchange? exchange = await JudgeAsync().ConfigureAwait(false);
            if (exchange is not null && _batch is null)
            {
                _exchange = exchange;
                if (!_isWaiting)
                {
                    VerdictHandlers.Decide(exchange, _policy);
                    _services.Observers.TellInspected(exchange);
                }
            }

            if (!_isWaiting)
            {
                _request?.EndLook();
            }

            if (exchange is null && _batch is null)
            {
                return false;
            }

            _tap = ResponseTap.Install(_context, _services, _started, _batch is null ? _place.Api : ApiKind.Unknown);
            if (exchange is null)
            {
                return false;
            }

            _context.Features.Set(exchange);
            return await _services.Handlers.HandleAsync(_context, exchange, _policy).ConfigureAwait(false);
        }
        catch (Exception)
        {
            _services.Tally.Count(GatewayEvent.Fault);
            return false;
        }
    }

    /// <summary>Takes note of what came from behind us in place of an answer; it goes on to whoever handles it.</summary>
    public void Fail(Exception failure)
    {
        _failure = failure;
        _services.Tally.Count(GatewayEvent.FailedAnswer);
    }

    /// <summary>Ends the run: the guard and the observers learn what came back, and everything borrowed is given back.</summary>
    public void Complete()
    {
        try
        {
            if (_exchange is not null)
            {
                Settle(_exchange);
            }

            _batch?.Settle(Settle);
        }
        catch (Exception)
        {
            _services.Tally.Count(GatewayEvent.Fault);
        }
        finally
        {
            _tap?.Remove(_context);
            _batch?.Dispose();
            _request?.Release(_context);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<GuardedExchange?> JudgeAsync()
    {
        CallerIdentity caller = await _services.Callers.ResolveAsync(_context).ConfigureAwait(false);
        _services.Addresses.Look(_context);
        var facts = new RequestFacts
        {
            Time = _arrived,
            Policy = _policy.Name,
            Caller = caller,
            Address = _context.Connection.RemoteIpAddress,
            UserAgent = _context.Request.Headers.UserAgent,
        };
        if (_place.Form == RequestForm.Unknown)
        {
            _services.Tally.Count(GatewayEvent.UnknownApi);
            return _services.Inspector.Skip(facts, in _place, NotEvaluatedReason.UnknownApi);
        }

        if (_place.Form == RequestForm.BatchByFile)
        {
            // What the model will read was looked at when it was uploaded, if it came this way.
            return _services.Inspector.Skip(facts, in _place, NotEvaluatedReason.NoContent);
        }

        bool isUpload = _place.Form is RequestForm.FileUpload or RequestForm.InlineBatch;
        _request = await BorrowedRequest.BorrowAsync(_context, _services.Options.MaxBodyBytes, isUpload, _services.Tally).ConfigureAwait(false);
        if (isUpload)
        {
            return JudgeUpload(facts, _request);
        }

        return _request.Reason == NotEvaluatedReason.None
            ? JudgeBody(facts, _request)
            : _services.Inspector.Skip(facts, in _place, _request.Reason);
    }

    private GuardedExchange JudgeBody(RequestFacts facts, BorrowedRequest request)
    {
        GuardedExchange exchange = ExchangeInspector.Describe(facts, in _place);
        _isWaiting = !_policy.WaitsForVerdict && _services.Pump.TryAdd(exchange, request);
        if (!_isWaiting)
        {
            _services.Inspector.Inspect(exchange, request.Body);
        }

        return exchange;
    }

    private GuardedExchange? JudgeUpload(RequestFacts facts, BorrowedRequest request)
    {
        var batch = new BatchRun(_services, _policy, facts, in _place, _context.Request.ContentType);
        batch.ReadHeld(request.Body.Span);
        if (request.IsBeginning)
        {
            request.Watch(batch);
        }
        else if (batch.Count == 0 && batch.TakeEmpty(ReasonOfEmpty(request)) is null)
        {
            batch.Dispose();
            _services.Tally.Count(GatewayEvent.PassedBy);
            return null;
        }

        _batch = batch;
        return batch.Weightiest;
    }

    private static NotEvaluatedReason ReasonOfEmpty(BorrowedRequest request) =>
        request.Reason == NotEvaluatedReason.None ? NotEvaluatedReason.NoContent : request.Reason;

    private void Settle(GuardedExchange exchange)
    {
        ExchangeAnswer answer = exchange.Answer;
        answer.IsAborted = _context.RequestAborted.IsCancellationRequested;
        _tap?.Finish(answer);
        answer.IsAborted &= _tap is not { IsWhole: true };
        answer.Status = StatusSent(answer);
        answer.Duration = _services.Time.GetElapsedTime(_started);
        if (answer.IsAborted)
        {
            _services.Tally.Count(GatewayEvent.AbortedAnswer);
        }

        DateTimeOffset ended = _arrived + answer.Duration;
        if (_isWaiting)
        {
            _services.Pump.Complete(exchange, ended);
            return;
        }

        _services.Inspector.Observe(exchange, ended);
        _services.Observers.TellCompleted(exchange);
    }

    // What the client gets when something behind us threw is decided after us; what is known is that it is no answer.
    private int StatusSent(ExchangeAnswer answer)
    {
        if (_context.Response.HasStarted || (_failure is null && !answer.IsAborted))
        {
            return _context.Response.StatusCode;
        }

        return _failure switch
        {
            _ when answer.IsAborted => StatusCodes.Status499ClientClosedRequest,
            BadHttpRequestException refused => refused.StatusCode,
            _ => StatusCodes.Status500InternalServerError,
        };
    }
}
