// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistillGuard.Snapshots;

namespace DistillGuard.Groups;

/// <summary>Remembers which organization sent a piece first, until a second one does. Bounded; not thread-safe.</summary>
/// <remarks>
/// Nearly all pieces are never sent by anybody else, so this is where traffic and floods pass through. It is a cache of sets of eight: a piece can stand
/// in one set only, and the one least recently seen there makes room. Every step takes the same short time, and what passes through touches nothing else.
/// Room grows by doubling up to the capacity.
/// </remarks>
internal sealed class FirstSenders : ISnapshotPart
{
    private const int Ways = 8;
    private const int FirstRoom = 1024;

    // At three eighths one entry in a thousand finds its set full.
    private const double GrowingLoad = 0.375;

    private readonly int _capacity;
    private readonly int _windowMinutes;
    private Entry[] _entries;
    private int _used;

    public FirstSenders(int capacity, TimeSpan window)
    {
        _capacity = RoomFor(capacity);
        _windowMinutes = (int)window.TotalMinutes;
        _entries = new Entry[Math.Min(FirstRoom, _capacity)];
    }

    /// <summary>Bytes of a full cache.</summary>
    public static long BytesFor(int capacity) => (long)Unsafe.SizeOf<Entry>() * RoomFor(capacity);

    /// <summary>Notes that an organization sent a piece.</summary>
    /// <param name="piece">The piece's hash.</param>
    /// <param name="organization">The organization's hash.</param>
    /// <param name="ticks">When, in ticks of UTC.</param>
    /// <param name="first">Half of the hash of the organization that sent it first, when another did now.</param>
    /// <returns>Whether another organization sent it within the window before; then the piece is forgotten here.</returns>
    public bool Note(ulong piece, ulong organization, long ticks, out uint first)
    {
        first = 0;
        Span<Entry> set = SetOf(piece);
        int minute = (int)(ticks / TimeSpan.TicksPerMinute);
        int way = 0;
        while (way < Ways && set[way].Piece != piece)
        {
            way++;
        }

        if (way == Ways)
        {
            Add(piece, new Entry { Piece = piece, Organization = (uint)organization, Minute = minute });
            return false;
        }

        Entry known = set[way];
        bool isOld = known.Minute < minute - _windowMinutes;
        if (!isOld && known.Organization != (uint)organization)
        {
            first = known.Organization;
            set[(way + 1)..].CopyTo(set[way..]);
            set[Ways - 1] = default;
            _used--;
            return true;
        }

        set[..way].CopyTo(set[1..]);
        set[0] = new Entry { Piece = piece, Organization = (uint)organization, Minute = Math.Max(known.Minute, minute) };
        return false;
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Write(_entries.Length);
        writer.Write(_used);
        writer.WriteAll<Entry>(_entries);
    }

    // With the room it had: how full the sets are depends on it.
    public void Load(SnapshotReader reader)
    {
        _entries = new Entry[reader.ReadCount(_capacity, "pieces") / Ways * Ways];
        _used = reader.Read<int>();
        reader.ReadAll<Entry>(_entries);
    }

    private static int RoomFor(int capacity) => (capacity + Ways - 1) / Ways * Ways;

    private void Add(ulong piece, Entry entry)
    {
        if (_used > _entries.Length * GrowingLoad && _entries.Length < _capacity)
        {
            Grow();
        }

        Put(SetOf(piece), entry);
    }

    private void Put(Span<Entry> set, Entry entry)
    {
        _used += set[Ways - 1].Piece == 0 ? 1 : 0;
        set[..(Ways - 1)].CopyTo(set[1..]);
        set[0] = entry;
    }

    // The upper bits choose the set: those of a keyed hash are as good as any, and need no power of two.
    private Span<Entry> SetOf(ulong piece)
    {
        ulong sets = (uint)(_entries.Length / Ways);
        return _entries.AsSpan((int)(((piece >> 32) * sets) >> 32) * Ways, Ways);
    }

    // The oldest of a set first, so that they stand in the same order in their new ones.
    private void Grow()
    {
        Entry[] smaller = _entries;
        _entries = new Entry[(int)Math.Min(_capacity, 2L * smaller.Length)];
        _used = 0;
        for (int set = 0; set < smaller.Length; set += Ways)
        {
            for (int way = Ways - 1; way >= 0; way--)
            {
                Entry entry = smaller[set + way];
                if (entry.Piece != 0)
                {
                    Put(SetOf(entry.Piece), entry);
                }
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        /// <summary>The piece's hash; 0 where nothing stands. A set is filled from its front.</summary>
        public ulong Piece;

        /// <summary>Half of the organization's hash: two of them differ in it but for one pair in four thousand million.</summary>
        public uint Organization;

        /// <summary>When it was last seen.</summary>
        public int Minute;
    }
}
