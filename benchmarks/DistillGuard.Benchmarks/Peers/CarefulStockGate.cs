// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Benchmarks.Subjects;

namespace DistillGuard.Benchmarks.Peers;

/// <summary>
/// What a careful engineer writes from stock parts: <see cref="Utf8JsonReader"/> into a reused buffer, one
/// <see cref="SearchValues{T}"/> over all phrases, and a dictionary of counters. It stops at the first phrase, does not tell
/// which one it was, and the dictionary grows with every account that somebody makes up.
/// </summary>
internal sealed class CarefulStockGate
{
    private static readonly SearchValues<string> Phrases = SearchValues.Create([.. CataloguePhrases.All], StringComparison.OrdinalIgnoreCase);
    [ThreadStatic]
    private static char[]? _text;

    private readonly ConcurrentDictionary<string, UsageCounter> _accounts = new(StringComparer.Ordinal);

    /// <summary>The account's requests so far, negative when a phrase occurs.</summary>
    public long Inspect(string account, byte[] body, long ticks)
    {
        long requests = _accounts.GetOrAdd(account, static _ => new UsageCounter()).Add(ticks);
        if (_text is null || _text.Length < body.Length)
        {
            _text = new char[Math.Max(128 * 1024, body.Length)];
        }

        var reader = new Utf8JsonReader(body);
        bool isText = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isText = reader.ValueTextEquals("content"u8) || reader.ValueTextEquals("text"u8);
            }
            else if (isText && reader.TokenType == JsonTokenType.String)
            {
                int length = reader.CopyString(_text);
                requests = _text.AsSpan(0, length).IndexOfAny(Phrases) >= 0 ? -Math.Abs(requests) : requests;
            }
        }

        return requests;
    }
}
