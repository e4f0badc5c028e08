// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.Subjects;

/// <summary>Turns the ids of a request into keyed hashes. Immutable; safe on any thread; allocates nothing for ids up to 256 characters.</summary>
internal sealed class SubjectHasher
{
    /// <summary>Length of the secret in bytes.</summary>
    public const int SecretLength = 16;

    private const int StackCharacters = 256;

    private readonly SipHash _hash;

    public SubjectHasher(ReadOnlySpan<byte> secret) => _hash = new SipHash(secret);

    /// <summary>Hashes what a caller says of itself.</summary>
    public SubjectKeys Hash(in Caller caller) => new()
    {
        Account = Hash(Domain.Account, caller.Account),
        Organization = Hash(Domain.Organization, caller.Organization),
        Payment = Hash(Domain.Payment, caller.Payment),
        Fingerprint = HashFingerprint(in caller),
        Egress = HashPrefix(caller.Address),
        Cohort = HashCohort(in caller),
    };

    private SubjectKey Hash(Domain domain, ReadOnlySpan<char> id) => id.IsEmpty ? default : Hash(domain, 0, id, default);

    private SubjectKey HashFingerprint(in Caller caller) =>
        caller.Fingerprint.IsEmpty ? default : Hash(Domain.Fingerprint, 0, caller.Fingerprint, caller.UserAgent);

    private SubjectKey HashCohort(in Caller caller) => Hash(Domain.Cohort, (byte)caller.Declared, caller.Plan, default);

    [SkipLocalsInit]
    private SubjectKey HashPrefix(ClientAddress address)
    {
        if (!address.IsKnown)
        {
            return default;
        }

        Span<byte> data = stackalloc byte[1 + 16];
        data[0] = (byte)(address.IsIPv4 ? Domain.EgressIPv4 : Domain.EgressIPv6);
        UInt128 prefix = address.IsIPv4 ? address.Value >> 8 : address.Value >> 80;
        BinaryPrimitives.WriteUInt128LittleEndian(data[1..], prefix);
        return _hash.Hash(data);
    }

    // Skips clearing 1.5 KB a call, more than the hash itself costs. Benchmark: SubjectHasherBenchmarks.
    [SkipLocalsInit]
    private SubjectKey Hash(Domain domain, byte flags, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        int characters = first.Length + second.Length;
        byte[]? rented = null;
        Span<byte> data = characters <= StackCharacters
            ? stackalloc byte[3 + (StackCharacters * 3)]
            : (rented = ArrayPool<byte>.Shared.Rent(3 + (characters * 3)));

        data[0] = (byte)domain;
        data[1] = flags;
        int length = 2 + Encoding.UTF8.GetBytes(first, data[2..]);
        data[length++] = 0xFF; // never occurs in UTF-8: ("ab", "c") and ("a", "bc") stay different
        length += Encoding.UTF8.GetBytes(second, data[length..]);
        SubjectKey key = _hash.Hash(data[..length]);

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return key;
    }

    /// <summary>First byte of what is hashed, so that an account and an organization of the same name differ.</summary>
    private enum Domain : byte
    {
        Account = 1,
        Organization,
        Payment,
        Fingerprint,
        EgressIPv4,
        EgressIPv6,
        Cohort,
    }
}
