// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>Which phrases hold which window, and where in the phrase.</summary>
/// <remarks>A hash table with open addressing: what lies behind a window is one stretch of one array.</remarks>
internal sealed class PhraseWindows
{
    private const ulong Multiplier = 0xD6E8FEB86659FD93; // any odd number with well mixed bits

    private readonly (ulong Window, int Start, int Count)[] _places; // side by side: one line of the cache
    private readonly PhraseWindow[] _entries;
    private readonly int _shift;

    private PhraseWindows(Dictionary<ulong, List<PhraseWindow>> windows)
    {
        int bits = System.Numerics.BitOperations.Log2((uint)Math.Max(1, windows.Count)) + 2;
        _shift = 64 - bits;
        _places = new (ulong, int, int)[1 << bits];
        _entries = [.. windows.Values.SelectMany(entries => entries)];
        int start = 0;
        foreach ((ulong window, List<PhraseWindow> entries) in windows)
        {
            int slot = Slot(window);
            _places[slot] = (window, start, entries.Count);
            start += entries.Count;
        }
    }

    /// <summary>Bytes of memory the tables take.</summary>
    public int TableBytes => (_places.Length * 2 * sizeof(ulong)) + (_entries.Length * 2 * sizeof(ulong));

    /// <summary>Remembers for each phrase some neighbouring windows.</summary>
    /// <param name="phrases">Phrases by id; those without a first window are left out. No window is 0, because no phrase has a zero byte.</param>
    /// <param name="firsts">Where the first window of a phrase starts, or -1.</param>
    /// <param name="count">How many windows of each phrase.</param>
    /// <param name="width">Bytes of a window, 4 or 8.</param>
    public static PhraseWindows Create(IReadOnlyList<byte[]> phrases, ReadOnlySpan<int> firsts, int count, int width)
    {
        Dictionary<ulong, List<PhraseWindow>> windows = [];
        for (int id = 0; id < phrases.Count; id++)
        {
            for (int start = firsts[id]; firsts[id] >= 0 && start < firsts[id] + count; start++)
            {
                ulong window = PhraseFilter.Load(phrases[id].AsSpan(start), width);
                ref List<PhraseWindow>? entries = ref CollectionsMarshal.GetValueRefOrAddDefault(windows, window, out _);
                (entries ??= []).Add(Describe(phrases[id], (ushort)id, start, width));
            }
        }

        return new PhraseWindows(windows);
    }

    /// <summary>The phrases that hold a window; mostly none, or one.</summary>
    public ReadOnlySpan<PhraseWindow> Find(ulong window)
    {
        (ulong found, int start, int count) = _places[Slot(window)];
        return found == window ? _entries.AsSpan(start, count) : [];
    }

    private static PhraseWindow Describe(byte[] phrase, ushort id, int start, int width)
    {
        // Behind the window if there is room, else before it, else wherever eight bytes fit.
        int check = start + width + sizeof(ulong) <= phrase.Length ? start + width : start >= sizeof(ulong) ? start - sizeof(ulong) : phrase.Length - sizeof(ulong);
        bool fits = check >= 0;
        ulong bytes = fits ? MemoryMarshal.Read<ulong>(phrase.AsSpan(check)) : 0;
        return new PhraseWindow(id, (ushort)start, (ushort)phrase.Length, fits ? (ushort)check : ushort.MaxValue, bytes);
    }

    /// <summary>Where a window stands, or the free place at which the search for it ends. At most half of the places are taken.</summary>
    private int Slot(ulong window)
    {
        int slot = (int)((window * Multiplier) >> _shift);
        while (_places[slot].Window != window && _places[slot].Window != 0)
        {
            slot = (slot + 1) & (_places.Length - 1);
        }

        return slot;
    }
}
