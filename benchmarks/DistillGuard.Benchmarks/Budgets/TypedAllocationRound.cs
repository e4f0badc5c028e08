// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Budgets;

/// <summary>The same for a benchmark that returns a <typeparamref name="TResult"/>: without boxing the result.</summary>
/// <typeparam name="TResult">What the benchmark returns.</typeparam>
internal sealed class TypedAllocationRound<TResult> : AllocationRound
{
    private readonly Func<TResult> _benchmark;

    public TypedAllocationRound(Func<TResult> benchmark) => _benchmark = benchmark;

    public override long Run(int calls)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
        {
            _ = _benchmark();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
