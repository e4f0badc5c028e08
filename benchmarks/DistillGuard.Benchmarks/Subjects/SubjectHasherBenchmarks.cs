// SPDX-License-Identifier: MIT

using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Subjects;

namespace DistillGuard.Benchmarks.Subjects;

/// <summary>
/// All ids of one request to keyed 128-bit hashes: account, organization, payment, fingerprint with user agent, network prefix,
/// cohort.
/// </summary>
public class SubjectHasherBenchmarks
{
    private const string Account = "acct-00012345";
    private const string Organization = "org-000123";
    private const int LongestId = 128;

    private readonly SubjectHasher _hasher = new(SampleCallers.Secret);
    private readonly byte[] _key = SampleCallers.Secret.ToArray();

    /// <summary>The stock keyed hash.</summary>
    [Benchmark(Baseline = true)]
    public byte StockHmacSha256() =>
        (byte)(Hmac(Account) ^ Hmac(Organization) ^ Hmac(SampleCallers.Payment) ^ Hmac(SampleCallers.Fingerprint, SampleCallers.UserAgent)
            ^ Hmac("91.0.1.0") ^ Hmac(SampleCallers.Plan));

    /// <summary>Fast, and seeded, but no keyed hash: who sees results can find colliding ids.</summary>
    [Benchmark]
    public ulong StockXxHash128() =>
        Xx(Account) ^ Xx(Organization) ^ Xx(SampleCallers.Payment) ^ Xx(SampleCallers.Fingerprint, SampleCallers.UserAgent)
            ^ Xx("91.0.1.0") ^ Xx(SampleCallers.Plan);

    [Benchmark]
    [HotPath]
    public ulong DistillGuard()
    {
        SubjectKeys keys = _hasher.Hash(SampleCallers.Full(Account, Organization, 256));
        return keys.Account.Low ^ keys.Organization.Low ^ keys.Payment.Low ^ keys.Fingerprint.Low ^ keys.Egress.Low ^ keys.Cohort.Low;
    }

    private byte Hmac(string first, string second = "")
    {
        Span<byte> data = stackalloc byte[LongestId];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, data[..Encode(first, second, data)], hash);
        return hash[0];
    }

    private static ulong Xx(string first, string second = "")
    {
        Span<byte> data = stackalloc byte[LongestId];
        return (ulong)XxHash128.HashToUInt128(data[..Encode(first, second, data)], seed: 17);
    }

    private static int Encode(string first, string second, Span<byte> data)
    {
        int length = Encoding.UTF8.GetBytes(first, data);
        data[length++] = 0xFF;
        return length + Encoding.UTF8.GetBytes(second, data[length..]);
    }
}
