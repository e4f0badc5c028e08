// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Subjects;

namespace DistillGuard.Groups;

/// <summary>Carries exchanges from the threads of requests to the analysis plane: bounded, counting what finds no room. Thread-safe.</summary>
internal sealed class ExchangeQueue
{
    private readonly ExchangeRecord[] _records;
    private SpinGate _gate;
    private int _first;
    private int _count;
    private long _dropped;

    public ExchangeQueue(int capacity) => _records = new ExchangeRecord[capacity];

    /// <summary>Records that found no room: the analysis plane was not asked often enough.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Records waiting.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Bytes of a queue.</summary>
    public static long BytesFor(int capacity) => (long)Unsafe.SizeOf<ExchangeRecord>() * capacity;

    public void Add(in ExchangeRecord record)
    {
        _gate.Enter();
        if (_count == _records.Length)
        {
            _dropped++;
        }
        else
        {
            int at = _first + _count;
            _records[at >= _records.Length ? at - _records.Length : at] = record;
            _count++;
        }

        _gate.Exit();
    }

    /// <summary>Takes the oldest record.</summary>
    public bool TryTake(out ExchangeRecord record)
    {
        _gate.Enter();
        bool taken = _count > 0;
        record = taken ? _records[_first] : default;
        if (taken)
        {
            _count--;

            // An empty queue begins anew where it began last time: those places are still in the caches.
            _first = _count == 0 || _first + 1 == _records.Length ? 0 : _first + 1;
        }

        _gate.Exit();
        return taken;
    }
}
