// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Globalization;
using DistillGuard.Subjects;
using DistillGuard.Text;

namespace DistillGuard.Calibration;

/// <summary>Tells whether the hashes of a calibration mean here what they meant where it was made.</summary>
/// <param name="Secret">A keyed hash of a fixed text: it differs when the secret does, and gives nothing of the secret away.</param>
/// <param name="Pieces">
/// A keyed hash of the pieces of a fixed text: with the same secret it differs when text is cut or normalised in another way.
/// </param>
internal readonly record struct CalibrationKey(string Secret, string Pieces)
{
    /// <summary>Characters of either hash.</summary>
    public const int Length = 32;

    // Every rule by which text is cut and normalised shows in it.
    private static ReadOnlySpan<byte> Sample =>
        """
        Sort these 12 invoices by date, then add the totals of every month. Is "the last one" shorter than the others below?
        Visit https://example.org/help before answering! `let x = 1` belongs to nobody: Café menus rarely change quickly
        1. Translate the following paragraph into plain English…
        请把下面的文字翻译成英文，并且保留原来的格式。次の文章を英語に翻訳してください。
        """u8;

    public static CalibrationKey Of(ReadOnlySpan<byte> secret)
    {
        var hash = new SipHash(secret);
        var pieces = default(PieceList);
        new PieceReader(secret).Read(Sample, ref pieces);
        ulong[] sorted = [.. pieces.Hashes64];
        Array.Sort(sorted);
        Span<byte> bytes = stackalloc byte[PieceList.Capacity * sizeof(ulong)];
        for (int i = 0; i < sorted.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(i * sizeof(ulong))..], sorted[i]);
        }

        return new CalibrationKey(
            Text(hash.Hash("DistillGuard calibration"u8)),
            Text(hash.Hash(bytes[..(sorted.Length * sizeof(ulong))])));
    }

    private static string Text(SubjectKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.High:x16}{key.Low:x16}");
}
