// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Picks the entries of lowest rank, of equal ones those that stand first. Not thread-safe.</summary>
/// <remarks>
/// Radix selection, sixteen bits at a time: four passes whatever the ranks are, so nobody can choose traffic that makes it slow, and it depends on
/// nothing but the ranks.
/// </remarks>
internal sealed class RankSelection
{
    private const int DigitBits = 16;

    private readonly int _capacity;
    private readonly int[] _counts = new int[1 << DigitBits];
    private ulong[] _ranks = [];
    private int _count;
    private ulong _cut;
    private int _atCut;

    public RankSelection(int capacity) => _capacity = capacity;

    public ref ulong this[int index] => ref _ranks[index];

    /// <summary>Bytes for so many entries at most.</summary>
    public static long BytesFor(int capacity) => ((long)sizeof(ulong) * capacity) + (sizeof(int) * (1 << DigitBits));

    /// <summary>Begins anew with so many entries; each must be given its rank.</summary>
    public void Begin(int count)
    {
        _count = count;
        if (_ranks.Length < count)
        {
            _ranks = new ulong[(int)Math.Min(_capacity, Math.Max(count, 2L * _ranks.Length))];
        }
    }

    /// <summary>Number of entries of rank 0.</summary>
    public int Zeros() => _ranks.AsSpan(0, _count).Count(0UL);

    /// <summary>Picks so many entries of lowest rank.</summary>
    public void Select(int lowest)
    {
        _cut = 0;
        _atCut = Math.Min(lowest, _count);
        if (_atCut <= 0)
        {
            return;
        }

        for (int shift = 64 - DigitBits; shift >= 0; shift -= DigitBits)
        {
            CountDigits(shift);
            ulong digit = 0;
            while (_counts[digit] < _atCut)
            {
                _atCut -= _counts[digit++];
            }

            _cut |= digit << shift;
        }
    }

    /// <summary>Whether an entry is picked; ask for all of them, in order, once.</summary>
    public bool Picks(int index) => _ranks[index] < _cut || (_ranks[index] == _cut && _atCut > 0 && _atCut-- > 0);

    private void CountDigits(int shift)
    {
        Array.Clear(_counts);
        ulong settled = shift + DigitBits == 64 ? 0 : ulong.MaxValue << (shift + DigitBits);
        foreach (ulong rank in _ranks.AsSpan(0, _count))
        {
            if ((rank & settled) == _cut)
            {
                _counts[(ushort)(rank >> shift)]++;
            }
        }
    }
}
