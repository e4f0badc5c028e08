// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Requests;

/// <summary>A request's body as the guard may look at it, within a bound, while what is behind us reads it as if nobody had.</summary>
internal sealed class BorrowedRequest
{
    private readonly BodyLimit? _limit;
    private readonly BorrowedBody? _held;
    private DecodedBody? _decoded;
    private bool _isLent;

    private BorrowedRequest(BodyLimit? limit, BorrowedBody? held)
    {
        _limit = limit;
        _held = held;
    }

    /// <summary>Why it cannot be looked at; <see cref="NotEvaluatedReason.None"/> when it can.</summary>
    public NotEvaluatedReason Reason { get; private set; }

    /// <summary>The body, decompressed; empty when it cannot be looked at. Valid until <see cref="EndLook"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Whether <see cref="Body"/> is only the beginning of an upload.</summary>
    public bool IsBeginning { get; private set; }

    /// <summary>Borrows a body. One that states to be longer than the bound is not touched at all, but for an upload, whose items each have the bound to themselves.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bound">The most bytes, compressed and decompressed.</param>
    /// <param name="isUpload">Whether a beginning is better than nothing.</param>
    /// <param name="tally">Where trouble is counted.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<BorrowedRequest> BorrowAsync(HttpContext context, int bound, bool isUpload, GatewayTally tally)
    {
        if (!isUpload && context.Request.ContentLength > bound)
        {
            tally.Count(GatewayEvent.LargeBody);
            return new BorrowedRequest(limit: null, held: null) { Reason = NotEvaluatedReason.BodyTooLarge };
        }

        var limit = BodyLimit.TakeOver(context);
        BorrowedBody held = await BorrowedBody.BorrowAsync(context, bound, limit).ConfigureAwait(false);
        var request = new BorrowedRequest(limit, held);
        request.Look(context.Request.Headers.ContentEncoding, bound, isUpload, tally);
        return request;
    }

    /// <summary>Shows the rest of the body to somebody as it passes.</summary>
    public void Watch(IPassingBody watcher) => _held!.Watcher = watcher;

    /// <summary>Lets somebody look at the body who may still do so when the request is over; <see cref="EndLook"/> is theirs to call.</summary>
    public void Lend()
    {
        _isLent = true;
        _held!.Lend();
    }

    /// <summary>Ends what was borrowed for looking; the body itself stays for what is behind us.</summary>
    public void EndLook()
    {
        Body = default;
        _decoded?.Dispose();
        _decoded = null;
        if (_isLent)
        {
            _held!.EndLoan();
        }
    }

    /// <summary>Gives everything back, at the end of the request.</summary>
    public void Release(HttpContext context)
    {
        if (!_isLent)
        {
            EndLook();
        }

        _held?.Release(context);
        _limit?.GiveBack(context);
    }

    private void Look(string? encoding, int bound, bool isUpload, GatewayTally tally)
    {
        switch (_held!.State)
        {
            case BodyState.Broken:
                Reason = NotEvaluatedReason.Truncated;
                tally.Count(GatewayEvent.BrokenBody);
                break;
            case BodyState.TooLarge when isUpload && DecodedBody.IsPlain(encoding):
                Body = _held.Held;
                IsBeginning = true;
                break;
            case BodyState.TooLarge:
                Reason = NotEvaluatedReason.BodyTooLarge;
                tally.Count(GatewayEvent.LargeBody);
                break;
            default:
                Decode(encoding, bound, tally);
                break;
        }
    }

    private void Decode(string? encoding, int bound, GatewayTally tally)
    {
        if (DecodedBody.IsPlain(encoding))
        {
            Body = _held!.Held;
            return;
        }

        _decoded = DecodedBody.Decode(encoding!, _held!.Held, bound);
        if (_decoded is null)
        {
            Reason = NotEvaluatedReason.UnknownEncoding;
            tally.Count(GatewayEvent.UnknownEncoding);
        }
        else if (_decoded.IsTooLarge)
        {
            Reason = NotEvaluatedReason.BodyTooLarge;
            tally.Count(GatewayEvent.LargeBody);
        }
        else
        {
            Body = _decoded.Bytes;
        }
    }
}
