// SPDX-License-Identifier: MIT

using System.IO.Compression;
using CsCheck;

namespace DistillGuard.Geo.Tables;

public sealed class CountryTableDecoderTests
{
    private static readonly CountryTableHeader Header = new(new DateOnly(2026, 1, 2), "source", "1.2.3");

    [Test]
    public void Decode_NotATable_Refuses() =>
        Assert.That(
            () => CountryTableDecoder.Decode("no table at all"u8),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("does not begin with"));

    [Test]
    public void Decode_NewerFormat_NamesBothFormats()
    {
        byte[] bytes = EmbeddedTable.Bytes();
        bytes[4] = 9;

        Assert.That(
            () => CountryTableDecoder.Decode(bytes),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("its format is 9, this build reads format 1"));
    }

    [Test]
    public void Decode_BytesAfterTheLastRange_Refuses() =>
        Assert.That(
            () => CountryTableDecoder.Decode(Pack([1, (byte)'D', (byte)'E', 1, 1, 0, 1, 1, 0, 77])),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("follow the last range"));

    [Test]
    public void Decode_ValueWithoutCode_Refuses() =>
        Assert.That(
            () => CountryTableDecoder.Decode(Pack([1, (byte)'D', (byte)'E', 1, 2, 0, 0])),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("names code 2 of 1"));

    [Test]
    public void Decode_StartBeyondTheLastAddress_Refuses() =>
        Assert.That(
            () => CountryTableDecoder.Decode(
                Pack([1, (byte)'D', (byte)'E', 1, 1, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F, 0])),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("beyond the last address"));

    [Test]
    public void Decode_OneRangeEach_AnswersWithIt()
    {
        DecodedCountryTable table = CountryTableDecoder.Decode(Pack([1, (byte)'D', (byte)'E', 1, 1, 0, 1, 1, 0]));

        Assert.That(
            (table.Codes[0], table.Ranges.FindV4(uint.MaxValue), table.Ranges.FindV6(UInt128.MaxValue)),
            Is.EqualTo(("DE", (ushort)1, (ushort)1)));
    }

    [Test]
    public void Decode_RandomPayload_RefusesOrAnswers() =>
        Gen.Byte.Array[0, 60].Sample(
            payload =>
            {
                try
                {
                    AddressRangeTable ranges = CountryTableDecoder.Decode(Pack(payload)).Ranges;
                    ranges.FindV4(0x0102_0304);
                    ranges.FindV6(UInt128.One << 125);
                }
                catch (InvalidDataException)
                {
                    // The only accepted refusal.
                }
            },
            iter: 10_000,
            seed: "0000000000001");

    [Test]
    public void Decode_AnyFlippedByte_RefusesOrAnswers()
    {
        byte[] bytes = Pack([1, (byte)'D', (byte)'E', 2, 1, 0, 2, 4, 1, 1, 0]);

        for (int position = 0; position < bytes.Length; position++)
        {
            for (int change = 1; change < 256; change++)
            {
                byte[] broken = [.. bytes];
                broken[position] ^= (byte)change;
                try
                {
                    CountryTableDecoder.Decode(broken);
                }
                catch (InvalidDataException)
                {
                    // The only accepted refusal.
                }
            }
        }
    }

    private static byte[] Pack(byte[] payload)
    {
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(payload.Length)];
        BrotliEncoder.TryCompress(payload, packed, out int length, quality: 1, window: 22);
        return [.. Header.Write(payload), .. packed.AsSpan(0, length)];
    }
}
