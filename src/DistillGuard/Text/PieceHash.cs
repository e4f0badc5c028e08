// SPDX-License-Identifier: MIT

using System.Buffers.Binary;

namespace DistillGuard.Text;

/// <summary>Keyed hashes of words, pairs of characters, sentences and texts.</summary>
/// <remarks>
/// Folded multiplication, as in wyhash: fast, and unpredictable to whoever lacks the secret, which is all that is asked here; it is not
/// meant to withstand somebody who sees hashes of texts of his own choice. Immutable.
/// </remarks>
internal readonly struct PieceHash
{
    private const ulong FirstConstant = 0x9E3779B97F4A7C15;
    private const ulong SecondConstant = 0xD6E8FEB86659FD93;
    /// <summary>Bytes of a word that are hashed at once.</summary>
    public const int BlockBytes = 2 * sizeof(ulong);

    private const int CountShift = 56;

    private readonly ulong _first;
    private readonly ulong _second;

    /// <summary>Makes the hash of a deployment.</summary>
    /// <param name="secret">16 bytes or more, of which 16 are used.</param>
    public PieceHash(ReadOnlySpan<byte> secret)
    {
        _first = BinaryPrimitives.ReadUInt64LittleEndian(secret) ^ FirstConstant;
        _second = BinaryPrimitives.ReadUInt64LittleEndian(secret[sizeof(ulong)..]) ^ SecondConstant;
    }

    /// <summary>What the first block of a word is hashed with.</summary>
    public ulong Seed => _first;

    /// <summary>Hashes a block of 16 bytes of a word, given the hash of the blocks before it.</summary>
    public ulong Block(ulong low, ulong high, ulong before) => Fold(low ^ before, high ^ _second);

    /// <summary>Hashes the blocks of a word, given the hash of the blocks before them.</summary>
    /// <param name="bytes">Bytes of the word, followed by zeros that fill the last block.</param>
    /// <param name="length">Number of bytes of the word.</param>
    /// <param name="before">Hash of the blocks before them; <see cref="Seed"/> at the beginning.</param>
    public ulong Blocks(ReadOnlySpan<byte> bytes, int length, ulong before)
    {
        for (int i = 0; i < length; i += BlockBytes)
        {
            before = Block(bytes[i..], before);
        }

        return before;
    }

    /// <summary>Hashes a pair of neighbouring characters.</summary>
    public ulong Pair(ushort first, ushort second) => Fold((((ulong)first << 16) | second) ^ _first, ~_second);

    /// <summary>Hashes a sentence, or a part of one, from the sum of what is in it.</summary>
    /// <param name="sum">Sum of the hashes of the content words.</param>
    /// <param name="contents">Number of content words.</param>
    /// <param name="part">Which part: 0 for the whole.</param>
    /// <returns>Never 0.</returns>
    public ulong Sentence(ulong sum, int contents, uint part)
    {
        ulong hash = Fold(sum ^ ((ulong)contents << CountShift) ^ _second, _first ^ ((ulong)part << 32));
        return hash == 0 ? 1 : hash;
    }

    /// <summary>Hashes a text as it stands, together with what came before it.</summary>
    public ulong Text(ReadOnlySpan<byte> text, ulong before)
    {
        ulong hash = Fold(before ^ _first, (ulong)text.Length ^ _second);
        for (; text.Length >= BlockBytes; text = text[BlockBytes..])
        {
            hash = Block(text, hash);
        }

        Span<byte> rest = stackalloc byte[BlockBytes];
        rest.Clear();
        text.CopyTo(rest);
        return Block(rest, hash);
    }

    private ulong Block(ReadOnlySpan<byte> bytes, ulong before) =>
        Block(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]), before);

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
