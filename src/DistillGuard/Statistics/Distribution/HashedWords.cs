// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Statistics.Distribution;

/// <summary>The words of a text in their order, each as a keyed hash: runs of letters and digits, in lower case, of the first 2,000 characters.</summary>
internal readonly struct HashedWords
{
    /// <summary>Bits of a hash: so many counters a model has.</summary>
    public const int Bits = 18;

    private const int MostCharacters = 2_000;

    private readonly ulong _key;

    public HashedWords(ulong key) => _key = BitMix.Of(key ^ 0xE7037ED1A0B428DB);

    /// <summary>Adds the words of a text to a list.</summary>
    public void Read(ReadOnlySpan<byte> utf8, List<int> words)
    {
        ulong hash = _key;
        int letters = 0;
        for (int characters = 0; !utf8.IsEmpty && characters < MostCharacters; characters++)
        {
            Rune.DecodeFromUtf8(utf8, out Rune rune, out int read);
            utf8 = utf8[read..];
            if (Rune.IsLetterOrDigit(rune))
            {
                hash = BitMix.Of(hash ^ (ulong)Rune.ToLowerInvariant(rune).Value);
                letters++;
            }
            else if (letters > 0)
            {
                words.Add((int)(hash >> (64 - Bits)));
                (hash, letters) = (_key, 0);
            }
        }

        if (letters > 0)
        {
            words.Add((int)(hash >> (64 - Bits)));
        }
    }
}
