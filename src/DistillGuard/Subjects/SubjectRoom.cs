// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>How many more subjects a table may remember, counted over all its shards. Thread-safe.</summary>
/// <remarks>
/// Shards are an eighth larger than an even share; without a common count all of them together would remember an eighth more than
/// the operator allowed. It is touched only while a table fills up.
/// </remarks>
internal sealed class SubjectRoom
{
    private readonly int _capacity;
    private int _left;

    public SubjectRoom(int capacity)
    {
        _capacity = capacity;
        _left = capacity;
    }

    /// <summary>Takes room for one subject, if there is any.</summary>
    public bool TryTake()
    {
        int left = Volatile.Read(ref _left);
        while (left > 0)
        {
            int seen = Interlocked.CompareExchange(ref _left, left - 1, left);
            if (seen == left)
            {
                return true;
            }

            left = seen;
        }

        return false;
    }

    /// <summary>Gives all room back, when every subject was forgotten.</summary>
    public void Clear() => Volatile.Write(ref _left, _capacity);
}
