// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Subjects;

/// <summary>
/// Hashes texts with a subject's own key. The same text gives another hash for another subject, so that what is remembered of two cannot
/// be compared; and without the deployment's secret nobody has the key to test what is remembered for a text.
/// </summary>
/// <remarks>
/// Of a text longer than <see cref="LongestWhole"/> bytes its length and its two ends count: the hash is made while profiles are locked, so its
/// cost must not grow with what a client sends. An immutable value; allocates nothing.
/// </remarks>
internal readonly struct SubjectTextHash
{
    /// <summary>Longest text that is hashed whole, in bytes.</summary>
    public const int LongestWhole = 512;

    private const int HeaderLength = sizeof(ulong) + sizeof(int); // what came before, length

    private readonly SipHash _hash;

    /// <summary>Makes the hash of a subject.</summary>
    public SubjectTextHash(SubjectKey subject)
    {
        Span<byte> key = stackalloc byte[SubjectHasher.SecretLength];
        BinaryPrimitives.WriteUInt64LittleEndian(key, subject.Low);
        BinaryPrimitives.WriteUInt64LittleEndian(key[sizeof(ulong)..], subject.High);
        _hash = new SipHash(key);
    }

    /// <summary>Hashes UTF-16 text. The same text in UTF-8 has another hash.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">The hash of what belongs before it; 0 for nothing.</param>
    public ulong Hash(ReadOnlySpan<char> text, ulong before = 0) => Hash(MemoryMarshal.AsBytes(text), before);

    /// <summary>Hashes bytes.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="before">The hash of what belongs before them; 0 for nothing.</param>
    // Skips clearing half a kilobyte a call, more than a short hash itself costs.
    [SkipLocalsInit]
    public ulong Hash(ReadOnlySpan<byte> text, ulong before = 0)
    {
        Span<byte> data = stackalloc byte[HeaderLength + LongestWhole];
        BinaryPrimitives.WriteUInt64LittleEndian(data, before);
        BinaryPrimitives.WriteInt32LittleEndian(data[sizeof(ulong)..], text.Length);
        Span<byte> rest = data[HeaderLength..];
        if (text.Length <= LongestWhole)
        {
            text.CopyTo(rest);
            return _hash.Hash(data[..(HeaderLength + text.Length)]).Low;
        }

        const int End = LongestWhole / 2;
        text[..End].CopyTo(rest);
        text[^End..].CopyTo(rest[End..]);
        return _hash.Hash(data).Low;
    }
}
