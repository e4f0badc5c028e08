// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Replaces ids, blobs and addresses by keyed hashes (HMAC-SHA-256, cut to 64 bits; blobs to 128). Not thread-safe.</summary>
internal sealed class KeyedVeil : IDisposable
{
    private const int IdBytes = 8;
    private const int BlobBytes = 16;

    // What is too short for a blob stays too short for one.
    private const int ShortestBlob = 16;
    private const int ShortBlobBytes = 5;

    // Blobs that say nothing are known to the detector by their words; hashed they would look like one that everybody carries.
    private const int LongestPlaceholder = 48;

    private static readonly SearchValues<byte> WordLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_"u8);

    // Kept: to make one for every sentence would cost more than the sentence.
    private readonly IncrementalHash _mac;

    public KeyedVeil(ReadOnlySpan<byte> key) => _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <summary>Hashes bytes.</summary>
    /// <param name="domain">What they are: the same bytes as something else have another hash.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="hash">32 bytes.</param>
    public void Hash(byte domain, ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        _mac.AppendData([domain]);
        _mac.AppendData(bytes);
        _mac.GetHashAndReset(hash);
    }

    public void Dispose() => _mac.Dispose();

    /// <summary>An id of 16 hexadecimal digits in place of one of a kind; nothing for nothing.</summary>
    public string? Id(char kind, string? id) => string.IsNullOrEmpty(id) ? null : Id(kind, Encoding.UTF8.GetBytes(id));

    public string Id(char kind, ReadOnlySpan<byte> id)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash((byte)kind, id, hash);
        return $"{kind}-{Convert.ToHexStringLower(hash[..IdBytes])}";
    }

    /// <summary>A hash in place of an opaque blob, the same where a response issues it and where a request carries it.</summary>
    public string Blob(ReadOnlySpan<byte> blob)
    {
        if (IsPlaceholder(blob))
        {
            return Encoding.ASCII.GetString(blob);
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash((byte)'b', blob, hash);
        return $"b-{Convert.ToHexStringLower(hash[..(blob.Length < ShortestBlob ? ShortBlobBytes : BlobBytes)])}";
    }

    /// <summary>A made-up private network (fd00::/8) in place of one: IPv4 by its first 24 bits, IPv6 by its first 48.</summary>
    public IPAddress Address(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        byte[] bytes = address.GetAddressBytes();
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(bytes.Length == 4 ? (byte)'4' : (byte)'6', bytes.AsSpan(0, bytes.Length == 4 ? 3 : 6), hash);
        Span<byte> made = stackalloc byte[16];
        made.Clear();
        made[0] = 0xFD;
        hash[..5].CopyTo(made[1..]);
        Hash((byte)'h', bytes, hash);
        BinaryPrimitives.WriteUInt64BigEndian(made[8..], BinaryPrimitives.ReadUInt64BigEndian(hash));
        return new IPAddress(made);
    }

    // Words joined by underscores, as they are or in base64: no ciphertext looks like that.
    private static bool IsPlaceholder(ReadOnlySpan<byte> blob)
    {
        Span<byte> decoded = stackalloc byte[LongestPlaceholder];
        return IsWords(blob)
            || (blob.Length <= LongestPlaceholder
                && Base64.DecodeFromUtf8(blob, decoded, out _, out int length) == OperationStatus.Done
                && IsWords(decoded[..length]));
    }

    private static bool IsWords(ReadOnlySpan<byte> blob) =>
        blob.Length is > 0 and <= LongestPlaceholder && blob.Contains((byte)'_') && blob.IndexOfAnyExcept(WordLetters) < 0;
}
