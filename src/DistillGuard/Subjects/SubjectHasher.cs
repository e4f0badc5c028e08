// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DistillGuard.Requests;

namespace DistillGuard.Subjects;

/// <summary>Turns the ids of a request into keyed hashes. Safe on any thread; allocates nothing for ids up to 256 characters.</summary>
internal sealed class SubjectHasher
{
    /// <summary>Length of the secret in bytes.</summary>
    public const int SecretLength = 16;

    private const int HeaderLength = 6; // domain, flags, length of the first text
    private const int LongestLaneId = SipHashLanes.Longest;
    private const int StackBytes = HeaderLength + (256 * sizeof(char));

    // A blob this long is hashed whole. Of a longer one its length and both ends are: blobs are ciphertext, so no two share an end, and
    // work under the profiles' locks must not grow with what a client sends.
    private const int LongestWholeBlob = 1024;
    private const int BlobEnd = LongestWholeBlob / 2;

    private readonly SipHash _hash;
    private readonly SipHash _blobHash;
    private readonly KnownPlans _plans = new();
    private readonly bool _organizations = true;
    private readonly bool _links = true;
    private readonly bool _cohorts = true;

    public SubjectHasher(ReadOnlySpan<byte> secret)
    {
        _hash = new SipHash(secret);
        _blobHash = DeriveKey(Domain.Signature);
    }

    /// <summary>Hashes accounts, and ids of those other kinds that somebody remembers; the rest stays absent.</summary>
    /// <param name="secret">The deployment's secret.</param>
    /// <param name="layout">Tells which kinds are remembered.</param>
    /// <param name="forGroups">Whether groups are looked for: they need organizations and links too.</param>
    public SubjectHasher(ReadOnlySpan<byte> secret, SubjectLayout layout, bool forGroups)
        : this(secret)
    {
        // Whoever remembers whose a signature is asks for the organization, even if no profile of organizations is kept.
        _organizations = forGroups || layout.BytesPer(SubjectKind.Organization) > 0 || layout.BytesPer(SubjectKind.Signature) > 0;
        _links = forGroups || layout.BytesPer(SubjectKind.Link) > 0;
        _cohorts = layout.BytesPer(SubjectKind.Cohort) > 0;
    }

    /// <summary>Hashes an account's id.</summary>
    public SubjectKey HashAccount(ReadOnlySpan<char> account) => Hash(Domain.Account, account);

    /// <summary>Hashes a plan's name; 0 for none. Half the bits are enough to tell a few dozen plans apart.</summary>
    public ulong HashPlan(ReadOnlySpan<char> plan)
    {
        if (plan.IsEmpty)
        {
            return 0;
        }

        if (_plans.TryGet(plan, out ulong hash))
        {
            return hash;
        }

        hash = Hash(Domain.Plan, plan).Low;
        _plans.Add(plan, hash);
        return hash;
    }

    /// <summary>Hashes what a caller says of itself.</summary>
    public SubjectKeys Hash(in Caller caller)
    {
        int longest = Math.Max(Math.Max(caller.Account.Length, caller.Organization.Length), Math.Max(caller.Payment.Length, caller.Plan.Length));
        return Vector256.IsHardwareAccelerated && BitConverter.IsLittleEndian && longest <= LongestLaneId ? HashTogether(in caller) : HashInTurn(in caller);
    }

    /// <summary>Hashes the ids one by one: where they are long, or the machine has no vectors; and the oracle of the other way.</summary>
    internal SubjectKeys HashInTurn(in Caller caller) => new()
    {
        Account = Hash(Domain.Account, caller.Account),
        Organization = _organizations ? Hash(Domain.Organization, caller.Organization) : default,
        Payment = _links ? Hash(Domain.Payment, caller.Payment) : default,
        Fingerprint = _links ? HashFingerprint(in caller) : default,
        Egress = _links ? HashPrefix(caller.Address) : default,
        Cohort = _cohorts ? HashCohort(in caller) : default,
    };

    /// <summary>Hashes an opaque reasoning blob, or the hash that stands for it.</summary>
    public SubjectKey HashSignature(ReadOnlySpan<byte> blob)
    {
        if (blob.Length <= LongestWholeBlob)
        {
            return _blobHash.Hash(blob);
        }

        Span<byte> data = stackalloc byte[LongestWholeBlob + sizeof(int)];
        blob[..BlobEnd].CopyTo(data);
        blob[^BlobEnd..].CopyTo(data[BlobEnd..]);
        BinaryPrimitives.WriteInt32LittleEndian(data[LongestWholeBlob..], blob.Length);
        return _blobHash.Hash(data);
    }

    // A key of its own instead of a first byte that says the domain: blobs are long, and need not be copied behind one.
    private SipHash DeriveKey(Domain domain)
    {
        SubjectKey key = _hash.Hash([(byte)domain]);
        Span<byte> bytes = stackalloc byte[SecretLength];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, key.Low);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[sizeof(ulong)..], key.High);
        return new SipHash(bytes);
    }

    // Four of the six at once; the fingerprint with its user agent is too long, and goes on meanwhile.
    private SubjectKeys HashTogether(in Caller caller)
    {
        ReadOnlySpan<char> organization = _organizations ? caller.Organization : default;
        ReadOnlySpan<char> payment = _links ? caller.Payment : default;
        var lanes = new SipHashLanes(
            caller.Account,
            organization,
            payment,
            caller.Plan,
            Vector256.Create(
                Head(Domain.Account, 0, caller.Account.Length),
                Head(Domain.Organization, 0, organization.Length),
                Head(Domain.Payment, 0, payment.Length),
                Head(Domain.Cohort, (byte)caller.Declared, caller.Plan.Length)));
        Span<SubjectKey> keys = stackalloc SubjectKey[SipHashLanes.Count];
        _hash.Hash(in lanes, keys);
        return new SubjectKeys
        {
            Account = caller.Account.IsEmpty ? default : keys[0],
            Organization = organization.IsEmpty ? default : keys[1],
            Payment = payment.IsEmpty ? default : keys[2],
            Fingerprint = _links ? HashFingerprint(in caller) : default,
            Egress = _links ? HashPrefix(caller.Address) : default,
            Cohort = _cohorts ? keys[3] : default,
        };
    }

    // What WriteHeader writes, as the lower six bytes of a word.
    private static ulong Head(Domain domain, byte flags, int length) => (ulong)domain | ((ulong)flags << 8) | ((ulong)(uint)length << 16);

    private static void WriteHeader(Domain domain, byte flags, int length, Span<byte> data)
    {
        data[0] = (byte)domain;
        data[1] = flags;
        BinaryPrimitives.WriteInt32LittleEndian(data[2..], length);
    }

    private SubjectKey Hash(Domain domain, ReadOnlySpan<char> id) => id.IsEmpty ? default : Hash(domain, 0, id, default);

    private SubjectKey HashFingerprint(in Caller caller) =>
        caller.Fingerprint.IsEmpty ? default : Hash(Domain.Fingerprint, 0, caller.Fingerprint, caller.UserAgent);

    private SubjectKey HashCohort(in Caller caller) => Hash(Domain.Cohort, (byte)caller.Declared, caller.Plan, default);

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

    // The characters are hashed as they are, two bytes each, after the length of the first text: ("ab", "c") and ("a", "bc") stay
    // different, and so do ids with lone surrogates, which an encoding would make one.
    // Skips clearing half a kilobyte a call, more than a short hash itself costs. Benchmark: SubjectHasherBenchmarks.
    [SkipLocalsInit]
    private SubjectKey Hash(Domain domain, byte flags, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        int length = HeaderLength + ((first.Length + second.Length) * sizeof(char));
        byte[]? rented = null;
        Span<byte> data = length <= StackBytes
            ? stackalloc byte[StackBytes]
            : (rented = ArrayPool<byte>.Shared.Rent(length));

        WriteHeader(domain, flags, first.Length, data);
        Write(first, data[HeaderLength..]);
        Write(second, data[(HeaderLength + (first.Length * sizeof(char)))..]);
        SubjectKey key = _hash.Hash(data[..length]);

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return key;
    }

    // Little-endian on every machine: nodes that share a secret must agree on the keys.
    private static void Write(ReadOnlySpan<char> text, Span<byte> data)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(text).CopyTo(data);
            return;
        }

        for (int i = 0; i < text.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(data[(i * sizeof(char))..], text[i]);
        }
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
        Signature,
        Plan,
    }
}
