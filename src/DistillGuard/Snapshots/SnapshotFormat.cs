// SPDX-License-Identifier: MIT

using System.Security.Cryptography;
using DistillGuard.Subjects;

namespace DistillGuard.Snapshots;

/// <summary>The form of a snapshot; <c>docs/snapshots.md</c> describes it.</summary>
internal static class SnapshotFormat
{
    /// <summary>Raised when the form changes, or what a state of the library means. A test holds the shapes of all states.</summary>
    public const int Version = 3;

    public const int TagLength = 16;
    public const int LengthLength = sizeof(int);

    /// <summary>Most bytes of content in a block: what is held in memory, and what is read before it is known to be whole.</summary>
    public const int BlockLength = 64 * 1024;

    /// <summary>Most bytes of a header: thousands of slots.</summary>
    public const int MostHeader = 1024 * 1024;

    public const string Remedy = "The guard starts empty; restore an older snapshot, or delete this one.";

    /// <summary>The first eight bytes.</summary>
    public static ReadOnlySpan<byte> Mark => "DGuardSS"u8;

    /// <summary>Tells a damaged header from one that somebody else wrote; its key is no secret.</summary>
    public static void TagHeader(ReadOnlySpan<byte> header, Span<byte> tag) =>
        Write(new SipHash(stackalloc byte[SubjectHasher.SecretLength]).Hash(header), tag);

    /// <summary>The key that blocks are tagged with: only who has the deployment's secret can write a snapshot that is taken.</summary>
    public static SipHash BlockKey(ReadOnlySpan<byte> secret)
    {
        Span<byte> key = stackalloc byte[SubjectHasher.SecretLength];
        Write(new SipHash(secret).Hash("DistillGuard snapshot blocks"u8), key);
        var hash = new SipHash(key);
        CryptographicOperations.ZeroMemory(key);
        return hash;
    }

    public static void Write(SubjectKey key, Span<byte> bytes)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes, key.Low);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes[sizeof(ulong)..], key.High);
    }
}
