// SPDX-License-Identifier: MIT

using System.IO.Hashing;
using System.Runtime.InteropServices;
using DistillGuard.Apis;
using DistillGuard.Requests;
using DistillGuard.TrafficLogs;

namespace DistillGuard.Cli.Evaluating.Baselines;

/// <summary>Reads what simple rules look at: length, words and system prompt. Not thread-safe.</summary>
internal sealed class BaselineReader
{
    private readonly RequestBuffer _buffer = new();
    private readonly float[] _words = new float[BaselineSums.Buckets];
    private readonly long _seed;

    public BaselineReader(byte[] secret) => _seed = (long)XxHash3.HashToUInt64(secret);

    public SharedPrompts SharedPrompts { get; } = new();

    public void Read(in TrafficLogEntry entry, BaselineSums sums)
    {
        if (!RequestReader.Read(entry.Api, entry.Request, _buffer).IsRead)
        {
            return;
        }

        RequestContent content = _buffer.Content;
        Array.Clear(_words);
        int bytes = 0;
        foreach (TextPart part in content.Parts)
        {
            ReadOnlySpan<byte> text = content[part];
            if (part.Role is MessageRole.System)
            {
                NoteSystemPrompt(text, in entry, sums);
            }
            else if (part.Role is MessageRole.User)
            {
                bytes += text.Length;
                CountWords(text);
            }
        }

        Normalize();
        sums.Add(bytes, _words);
    }

    private void NoteSystemPrompt(ReadOnlySpan<byte> text, in TrafficLogEntry entry, BaselineSums sums)
    {
        ulong prompt = XxHash3.HashToUInt64(text, _seed);
        ReadOnlySpan<char> sender = entry.Caller.Organization.IsEmpty ? entry.Caller.Account : entry.Caller.Organization;
        SharedPrompts.Note(prompt, XxHash3.HashToUInt64(MemoryMarshal.AsBytes(sender), _seed));
        sums.SystemPrompts.Add(prompt);
    }

    // A word ends at an ASCII space or mark; scripts without spaces give long words, as a bag of words has them.
    private void CountWords(ReadOnlySpan<byte> text)
    {
        foreach (Range range in text.SplitAny(" \t\r\n.,;:!?()[]{}\"'"u8))
        {
            ReadOnlySpan<byte> word = text[range];
            if (!word.IsEmpty)
            {
                _words[(int)(XxHash3.HashToUInt64(word, _seed) % BaselineSums.Buckets)]++;
            }
        }
    }

    // Square roots damp what a long text repeats.
    private void Normalize()
    {
        float sum = 0;
        for (int i = 0; i < _words.Length; i++)
        {
            sum += _words[i];
        }

        for (int i = 0; i < _words.Length && sum > 0; i++)
        {
            _words[i] = MathF.Sqrt(_words[i] / sum);
        }
    }
}
