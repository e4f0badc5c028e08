// SPDX-License-Identifier: MIT

using Microsoft.Extensions.ObjectPool;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Keeps readers for reuse, so that a steady stream of answers makes no new ones. Safe on any thread.</summary>
internal sealed class AnswerReaders
{
    // As many as answers are under way at a time in a busy gateway; about 4 KB each, 64 at most.
    private const int MostIdle = 1_024;

    private readonly DefaultObjectPool<AnswerReader> _idle;

    public AnswerReaders(GatewayOptions options) => _idle = new DefaultObjectPool<AnswerReader>(new Policy(options), MostIdle);

    public AnswerReader Rent() => _idle.Get();

    public void Return(AnswerReader reader) => _idle.Return(reader);

    private sealed class Policy(GatewayOptions options) : PooledObjectPolicy<AnswerReader>
    {
        public override AnswerReader Create() => new(options);

        public override bool Return(AnswerReader obj) => !obj.IsLarge;
    }
}
