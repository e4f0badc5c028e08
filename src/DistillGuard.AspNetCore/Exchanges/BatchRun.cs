// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Handling;
using DistillGuard.AspNetCore.Policies;
using DistillGuard.AspNetCore.Requests;
using DistillGuard.AspNetCore.Requests.Batches;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>
/// The items of one batch upload, each inspected as a request of its own. Those within the bound are looked at before the upload goes on, the others as they pass.
/// </summary>
/// <remarks>Items wait for the upload's answer, so that those of an upload turned away are taken back; the first thousand do, for memory is bounded.</remarks>
internal sealed class BatchRun : IBatchSink, IPassingBody, IDisposable
{
    /// <summary>The most items that wait for the upload's answer.</summary>
    internal const int MostWaiting = 1_000;

    private readonly ExchangeServices _services;
    private readonly ActivePolicy _policy;
    private readonly RequestFacts _facts;
    private readonly RequestPlace _place;
    private readonly List<GuardedExchange> _waiting = [];
    private readonly Lock _gate = new();
    private readonly IPassingBody? _reader;
    private bool _isPassing;
    private bool _isOver;

    public BatchRun(ExchangeServices services, ActivePolicy policy, RequestFacts facts, in RequestPlace place, string? contentType)
    {
        _services = services;
        _policy = policy;
        _facts = facts;
        _place = place;
        _reader = UploadReaders.Create(place.Form, contentType, services.Options.MaxBodyBytes, this);
    }

    /// <summary>Items seen so far.</summary>
    public int Count { get; private set; }

    /// <summary>The item that weighs most of those seen before the upload goes on; <see langword="null"/> when there is none.</summary>
    public GuardedExchange? Weightiest { get; private set; }

    private bool IsInline => _place.Form == RequestForm.InlineBatch;

    // Files for other purposes come the same way: lines of a training file, a picture.
    private bool IsBatchForSure => Count > 0 || IsInline || _reader is FormFileReader { IsBatch: true };

    /// <summary>Looks at the items of an upload's beginning, or of all of it, before it goes on.</summary>
    public void ReadHeld(ReadOnlySpan<byte> held)
    {
        Read(held);
        _isPassing = true;
    }

    /// <summary>Takes note of an upload without a single item that could be looked at.</summary>
    /// <returns>The exchange that stands for it, or <see langword="null"/> when it is no batch.</returns>
    public GuardedExchange? TakeEmpty(NotEvaluatedReason reason)
    {
        lock (_gate)
        {
            if (IsBatchForSure || reason != NotEvaluatedReason.NoContent)
            {
                _isPassing = false;
                Take(_services.Inspector.Skip(_facts, in _place, reason));
            }

            return Weightiest;
        }
    }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> passing)
    {
        // A forwarder may still be reading when the answer is over and everything is given back.
        lock (_gate)
        {
            if (!_isOver)
            {
                _reader?.Read(passing);
            }
        }
    }

    /// <inheritdoc/>
    public bool Item(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Inspect(json);
        }
        catch (Exception)
        {
            _services.Tally.Count(GatewayEvent.Fault);
            return true;
        }
    }

    /// <inheritdoc/>
    public void LargeItem()
    {
        _services.Tally.Count(GatewayEvent.LargeBody);
        Take(_services.Inspector.Skip(_facts, in _place, NotEvaluatedReason.BodyTooLarge, Count));
    }

    /// <summary>Tells what became of the upload, and so of every item that waits.</summary>
    public void Settle(Action<GuardedExchange> settle)
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (GuardedExchange exchange in _waiting)
            {
                settle(exchange);
            }

            _waiting.Clear();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            (_reader as IDisposable)?.Dispose();
        }
    }

    private bool Inspect(ReadOnlyMemory<byte> json)
    {
        bool isObject = BatchLine.TryRead(json.Span, IsInline ? "params"u8 : "body"u8, out BatchLine line);
        bool isItem = isObject && line.HasBody && (IsInline || line.Url is not null);
        if (!isItem && !IsBatchForSure)
        {
            return false;
        }

        if (!isItem)
        {
            NotEvaluatedReason reason = isObject ? NotEvaluatedReason.UnexpectedShape : NotEvaluatedReason.InvalidJson;
            Take(_services.Inspector.Skip(_facts, in _place, reason, Count));
            return true;
        }

        RequestPlace place = IsInline ? _place : RequestPaths.Place(line.Url!) ?? RequestPlace.Unknown;
        Take(place.Form == RequestForm.Unknown
            ? _services.Inspector.Skip(_facts, in place, NotEvaluatedReason.UnknownApi, Count)
            : _services.Inspector.Inspect(_facts, in place, json[line.Body], Count));
        return true;
    }

    private void Take(GuardedExchange exchange)
    {
        if (Count++ == 0)
        {
            _services.Tally.Count(GatewayEvent.BatchUpload);
        }

        _services.Tally.Count(GatewayEvent.BatchItem);
        if (!_isPassing)
        {
            VerdictHandlers.Decide(exchange, _policy);
            if (Weightiest is null || exchange.Verdict.Level > Weightiest.Verdict.Level)
            {
                Weightiest = exchange;
            }
        }

        _services.Observers.TellInspected(exchange);
        if (_waiting.Count < MostWaiting)
        {
            _waiting.Add(exchange);
        }
        else
        {
            // Its outcome is not known and never will be: status 0.
            _services.Inspector.Observe(exchange, _services.Time.GetUtcNow());
            _services.Observers.TellCompleted(exchange);
        }
    }
}
