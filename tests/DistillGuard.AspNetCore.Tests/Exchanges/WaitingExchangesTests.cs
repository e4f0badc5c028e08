// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Runtime.InteropServices;
using DistillGuard.AspNetCore.Requests;
using DistillGuard.Requests;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Exchanges;

public sealed class WaitingExchangesTests
{
    private readonly GatewayTally _tally = new();

    [Test]
    public async Task TryAdd_MoreBytesThanThereIsRoomFor_FindsNoneUntilOneIsTaken()
    {
        var waiting = new WaitingExchanges();
        BorrowedRequest large = await BorrowAsync((int)WaitingExchanges.MostBytes);
        BorrowedRequest small = await BorrowAsync(1);

        Assert.That((waiting.TryAdd(Exchange(), large), waiting.TryAdd(Exchange(), small), waiting.Count), Is.EqualTo((true, false, 1)));
        Assert.That((waiting.TryTake(out _), waiting.TryAdd(Exchange(), small)), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task TryAdd_MoreThanThereIsRoomFor_FindsNoneThoughAnswersDo()
    {
        var waiting = new WaitingExchanges();
        for (int i = 0; i < WaitingExchanges.MostEntries; i++)
        {
            waiting.Add(Exchange(), default);
        }

        Assert.That((waiting.IsFull, waiting.TryAdd(Exchange(), await BorrowAsync(1))), Is.EqualTo((true, false)));
        waiting.Add(Exchange(), default);
        Assert.That(waiting.Count, Is.EqualTo(WaitingExchanges.MostEntries + 1));
    }

    [Test]
    public async Task TryTake_RequestThenAnswer_ComeInOrder()
    {
        var waiting = new WaitingExchanges();
        GuardedExchange exchange = Exchange();
        BorrowedRequest request = await BorrowAsync(1);
        DateTimeOffset ended = DateTimeOffset.UnixEpoch.AddDays(1);
        waiting.TryAdd(exchange, request);
        waiting.Add(exchange, ended);

        waiting.TryTake(out WaitingExchange first);
        waiting.TryTake(out WaitingExchange second);

        Assert.That(
            (first, second, waiting.TryTake(out _)),
            Is.EqualTo((new WaitingExchange(exchange, request, default), new WaitingExchange(exchange, null, ended), false)));
    }

    // What a thread gives back to the pool it is handed next.
    [Test]
    public async Task TryAdd_Request_KeepsItsBytesFromThePoolUntilItWasLookedAt()
    {
        var waiting = new WaitingExchanges();
        var context = new DefaultHttpContext();
        BorrowedRequest request = await BorrowAsync(100, context);
        waiting.TryAdd(Exchange(), request);

        MemoryMarshal.TryGetArray(request.Body, out ArraySegment<byte> lent);
        request.Release(context);
        byte[] others = ArrayPool<byte>.Shared.Rent(lent.Array!.Length);
        request.EndLook();
        byte[] next = ArrayPool<byte>.Shared.Rent(lent.Array.Length);

        Assert.That(others, Is.Not.SameAs(lent.Array));
        Assert.That(next, Is.SameAs(lent.Array));
        Assert.That(request.Body.Length, Is.Zero);
    }

    private async Task<BorrowedRequest> BorrowAsync(int length, HttpContext? context = null)
    {
        context ??= new DefaultHttpContext();
        context.Request.Body = new MemoryStream(new byte[length]);
        return await BorrowedRequest.BorrowAsync(context, bound: int.MaxValue, isUpload: false, _tally);
    }

    private static GuardedExchange Exchange() => new()
    {
        Time = DateTimeOffset.UnixEpoch,
        Api = ApiKind.OpenAIChatCompletions,
        Policy = string.Empty,
        Caller = new CallerIdentity { Account = "somebody" },
    };
}
