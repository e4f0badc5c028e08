// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating.Baselines;

/// <summary>What simple rules look at, of one account and day: counts and sums of hashes, no text.</summary>
internal sealed class BaselineSums
{
    /// <summary>Buckets of hashed words.</summary>
    public const int Buckets = 512;

    private float[]? _words;

    /// <summary>Requests read.</summary>
    public int Requests { get; private set; }

    /// <summary>Sum of log(1 + bytes of prompt text).</summary>
    public double LogLength { get; private set; }

    /// <summary>Hashes of the system prompts sent.</summary>
    public HashSet<ulong> SystemPrompts { get; } = [];

    /// <summary>Sum of the word vectors, each of length 1; empty before the first.</summary>
    public ReadOnlySpan<float> Words => _words;

    public void Add(int bytes, ReadOnlySpan<float> words)
    {
        Requests++;
        LogLength += Math.Log(1 + bytes);
        _words ??= new float[Buckets];
        for (int i = 0; i < Buckets; i++)
        {
            _words[i] += words[i];
        }
    }
}
