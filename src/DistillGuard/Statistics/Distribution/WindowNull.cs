// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>What the statistics of benign windows of one size look like, by cross-split calibration.</summary>
/// <remarks>
/// Many times the benign rows are split anew; a reference is fitted on most of them and a few windows are drawn from the rest, which it has not
/// seen. Windows of one split share rows, so the splits count and not the windows: with eight, one odd split made the law. Two windows' worth is held
/// out: less, and a split holds one window only; more, and the reference is worse than the one that is tested with. Immutable.
/// </remarks>
internal sealed class WindowNull
{
    /// <summary>How many times the rows are split.</summary>
    public const int Splits = 64;

    /// <summary>How many windows are drawn in each split.</summary>
    public const int WindowsPerSplit = 20;

    private readonly WindowScores[] _scores;

    private WindowNull(int windowSize, WindowScores[] scores)
    {
        WindowSize = windowSize;
        _scores = scores;
    }

    /// <summary>How many texts a window holds.</summary>
    public int WindowSize { get; }

    /// <summary>The statistics of the benign windows.</summary>
    public ReadOnlySpan<WindowScores> Scores => _scores;

    /// <summary>How many of the benign rows a split holds out of its reference.</summary>
    public static int HeldOut(int benign, int windowSize) => Math.Min(2 * windowSize, benign / 3);

    /// <summary>Draws the null windows of one size.</summary>
    /// <param name="rows">The features.</param>
    /// <param name="benign">The benign rows, each once; at least three times the window.</param>
    /// <param name="windowSize">How many texts a window holds, at least 2.</param>
    /// <param name="key">The key of the random draws: the same key draws the same windows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few benign rows for the window.</exception>
    public static WindowNull Calibrate(FeatureRows rows, ReadOnlySpan<int> benign, int windowSize, ulong key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windowSize, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(benign.Length, 3 * windowSize);
        var stream = new SplitMix(key);
        var scores = new WindowScores[Splits * WindowsPerSplit];
        int[] shuffled = benign.ToArray();
        var window = new WindowSums();
        int kept = benign.Length - HeldOut(benign.Length, windowSize);
        for (int i = 0; i < scores.Length;)
        {
            Shuffle(shuffled, ref stream);
            WindowReference reference = WindowReference.Fit(rows, shuffled.AsSpan(0, kept));
            WindowSums[] texts = Singles(rows, reference, shuffled.AsSpan(kept));
            for (int w = 0; w < WindowsPerSplit; w++, i++)
            {
                scores[i] = Draw(texts, windowSize, ref stream, window);
            }
        }

        return new WindowNull(windowSize, scores);
    }

    private static void Shuffle(int[] items, ref SplitMix stream)
    {
        for (int i = 0; i < items.Length; i++)
        {
            int j = i + stream.Below(items.Length - i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static WindowSums[] Singles(FeatureRows rows, WindowReference reference, ReadOnlySpan<int> heldOut)
    {
        var texts = new WindowSums[heldOut.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = new WindowSums();
            reference.Add(rows.Style(heldOut[i]), rows.NGrams(heldOut[i]), rows.Words(heldOut[i]), texts[i]);
        }

        return texts;
    }

    private static WindowScores Draw(Span<WindowSums> texts, int windowSize, ref SplitMix stream, WindowSums window)
    {
        window.Clear();
        for (int i = 0; i < windowSize; i++)
        {
            int j = i + stream.Below(texts.Length - i);
            (texts[i], texts[j]) = (texts[j], texts[i]);
            window.Add(texts[i]);
        }

        return window.Scores();
    }
}
