// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Which phrases hold which eight bytes, and where in the phrase.</summary>
internal sealed class PhraseWindows
{
    private readonly Dictionary<ulong, PhraseWindow[]> _windows = [];

    /// <summary>Remembers that a phrase holds a window at an offset.</summary>
    public void Add(ulong window, ushort phrase, int offset)
    {
        PhraseWindow[] known = _windows.GetValueOrDefault(window, []);
        _windows[window] = [.. known, new PhraseWindow(phrase, (ushort)offset)];
    }

    /// <summary>The phrases that hold a window; mostly none, or one.</summary>
    public ReadOnlySpan<PhraseWindow> Find(ulong window) =>
        _windows.TryGetValue(window, out PhraseWindow[]? found) ? found : [];
}
