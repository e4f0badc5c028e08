// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.Calibration;
using DistillGuard.Subjects;

namespace DistillGuard.Snapshots;

/// <summary>What a snapshot is bound to: the deployment's secret, the shape of what is remembered, and options that shaped it. Immutable.</summary>
internal sealed class SnapshotIdentity
{
    private const string NoGroups = "analysis plane";

    private readonly CalibrationKey _key;
    private readonly IReadOnlyList<SnapshotSlot> _slots;
    private readonly SnapshotOption[] _options;

    public SnapshotIdentity(CalibrationKey key, IReadOnlyList<SnapshotSlot> slots, GuardOptions options, bool hasGroups)
    {
        _key = key;
        _slots = slots;
        _options =
        [
            new(nameof(GuardOptions.MaxAccounts), options.MaxAccounts, MayGrow: true),
            new(nameof(GuardOptions.MaxOrganizations), options.MaxOrganizations, MayGrow: true),
            new(nameof(GuardOptions.MaxLinks), options.MaxLinks, MayGrow: true),
            new(nameof(GuardOptions.MaxCohorts), options.MaxCohorts, MayGrow: true),
            new(nameof(GuardOptions.MaxSignatures), options.MaxSignatures, MayGrow: true),
            new(NoGroups, hasGroups ? 1 : 0, MayGrow: false),
            .. hasGroups ? GroupOptions(options) : [],
        ];
    }

    /// <summary>What is remembered of subjects, detector by detector.</summary>
    public IReadOnlyList<SnapshotSlot> Slots => _slots;

    /// <summary>The header's content.</summary>
    public byte[] Write(DateTimeOffset saved)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(BitConverter.IsLittleEndian);
        writer.Write(saved.UtcTicks);
        writer.Write(_key.Secret);
        writer.Write(_key.Pieces);
        writer.Write(_slots.Count);
        foreach (SnapshotSlot slot in _slots)
        {
            writer.Write((byte)slot.Kind);
            writer.Write(slot.Owner);
            writer.Write(slot.State);
            writer.Write(slot.Bytes);
        }

        writer.Write(_options.Length);
        foreach (SnapshotOption option in _options)
        {
            writer.Write(option.Name);
            writer.Write(option.Value);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Checks that a header is of a snapshot that fits here.</summary>
    /// <param name="header">The header's content, as it was written.</param>
    /// <returns>When it was saved.</returns>
    /// <exception cref="SnapshotException">It is not.</exception>
    public DateTimeOffset Check(ReadOnlySpan<byte> header)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(header.ToArray()), Encoding.UTF8);
            return Check(reader);
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException)
        {
            throw Refuse(SnapshotFault.Damaged, "it holds other things than a header of this version", error);
        }
    }

    private DateTimeOffset Check(BinaryReader reader)
    {
        if (reader.ReadBoolean() != BitConverter.IsLittleEndian)
        {
            throw Refuse(SnapshotFault.OtherMachine, "it was written on a machine with the other byte order, and the tables stand in it as they did in memory");
        }

        var saved = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        CheckKey(new CalibrationKey(reader.ReadString(), reader.ReadString()));
        CheckSlots(ReadSlots(reader));
        CheckOptions(reader);
        return saved;
    }

    private static SnapshotOption[] GroupOptions(GuardOptions options) =>
    [
        new("Groups." + nameof(Groups.GroupOptions.MaxPieces), options.Groups.MaxPieces, MayGrow: true),
        new("Groups." + nameof(Groups.GroupOptions.MaxAccounts), options.Groups.MaxAccounts, MayGrow: true),
        new("Groups." + nameof(Groups.GroupOptions.MaxMemberships), options.Groups.MaxMemberships, MayGrow: true),
        new("Groups." + nameof(Groups.GroupOptions.MaxExchanges), options.Groups.MaxExchanges, MayGrow: true),
        new("Groups." + nameof(Groups.GroupOptions.MaxSketches), options.Groups.MaxSketches, MayGrow: true),
        new("Groups." + nameof(Groups.GroupOptions.MaxHabits), options.Groups.MaxHabits, MayGrow: true),
        new("Groups." + nameof(Groups.GroupOptions.FewestOrganizations), options.Groups.FewestOrganizations, MayGrow: false),
    ];

    private static SnapshotException Refuse(SnapshotFault fault, string reason, Exception? cause = null) =>
        new(fault, $"snapshot: header: {reason}. {SnapshotFormat.Remedy}", cause);

    private static List<SnapshotSlot> ReadSlots(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        var slots = new List<SnapshotSlot>();
        for (int i = 0; i < count; i++)
        {
            slots.Add(new SnapshotSlot((SubjectKind)reader.ReadByte(), reader.ReadString(), reader.ReadString(), reader.ReadInt32()));
        }

        return slots;
    }

    private void CheckKey(CalibrationKey key)
    {
        if (key.Secret != _key.Secret)
        {
            throw Refuse(SnapshotFault.OtherSecret, "it was made with another secret, so none of its subjects would ever be met; build the guard with that secret to use it");
        }

        if (key.Pieces != _key.Pieces)
        {
            throw Refuse(SnapshotFault.OtherSecret, "it was made by a version of DistillGuard that cuts texts into other pieces, so none of them would ever be met");
        }
    }

    private void CheckSlots(List<SnapshotSlot> slots)
    {
        if (slots.SequenceEqual(_slots))
        {
            return;
        }

        SnapshotSlot[] gone = [.. slots.Except(_slots)];
        SnapshotSlot[] added = [.. _slots.Except(slots)];
        string reason = gone.Length + added.Length == 0
            ? "the detectors are added in another order here"
            : $"what is remembered of a subject has another shape here: only the snapshot has {Names(gone)}; only this guard has {Names(added)}";
        throw Refuse(SnapshotFault.OtherLayout, reason + "; add the same detectors of the same version in the same order to use it");
    }

    private static string Names(SnapshotSlot[] slots) => slots.Length == 0 ? "nothing" : string.Join(", ", slots);

    private void CheckOptions(BinaryReader reader)
    {
        var saved = new Dictionary<string, long>(StringComparer.Ordinal);
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            saved[reader.ReadString()] = reader.ReadInt64();
        }

        var problems = new List<string>();
        foreach (SnapshotOption option in _options)
        {
            long value = saved.GetValueOrDefault(option.Name);
            if (option.Name == NoGroups && value != option.Value)
            {
                throw Refuse(
                    SnapshotFault.OtherLayout,
                    value == 0 ? "it knows nothing of groups, and this guard looks for them" : "it remembers groups, and this guard has no analyzer of groups");
            }

            if (option.MayGrow ? option.Value < value : option.Value != value)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {option.Value} here and was {value}"));
            }
        }

        if (problems.Count > 0)
        {
            throw Refuse(SnapshotFault.OtherOptions, $"{string.Join(", ", problems)}; limits may be raised but not lowered, and the others must be the same");
        }
    }
}
