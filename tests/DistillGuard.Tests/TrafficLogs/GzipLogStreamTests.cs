// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Text;
using CsCheck;

namespace DistillGuard.TrafficLogs;

public sealed class GzipLogStreamTests
{
    private static readonly Gen<byte[][]> Members =
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 3000], Gen.Int[0, 2])
            .Select(static (text, level) => Logs.Gzip(text, (CompressionLevel)level))
            .Array[1, 5];

    [Test]
    public void Mark_Decompressed_IsTheMark()
    {
        using var tail = new GzipTailStream(new MemoryStream());
        using var gzip = new GZipStream(tail, CompressionMode.Decompress);
        using var text = new StreamReader(gzip);

        Assert.That(text.ReadToEnd(), Is.EqualTo(Encoding.UTF8.GetString(GzipTailStream.Mark)));
    }

    [Test]
    public void Read_AnyMembersInAnyPieces_GivesTheTextOfAll() =>
        Gen.Select(Members, Gen.Int[1, 9000]).Sample(
            (members, chunk) => Read(Join(members), chunk)
                .SequenceEqual(members.SelectMany(static member => Read(member, int.MaxValue))),
            iter: 500);

    [Test]
    public void Read_TextOfFewLetters_ComesOutAsItWentIn()
    {
        string text = string.Concat(Enumerable.Range(0, 50_000).Select(static number => number % 977));

        Assert.That(Encoding.UTF8.GetString(Read(Logs.Gzip(text), 8192)), Is.EqualTo(text));
    }

    [Test]
    public void Read_CutAnywhereButBetweenMembers_Throws() =>
        Gen.Select(Members, Gen.Double[0, 1]).Sample(
            (members, share) =>
            {
                byte[] whole = Join(members);
                int cut = Math.Max(1, (int)(share * whole.Length));
                bool isBetween = members.Select((_, index) => Join(members[..(index + 1)]).Length).Contains(cut);
                return isBetween || Fails(whole[..cut]);
            },
            iter: 3_000);

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(8)]
    [TestCase(9)]
    public void Read_LastBytesMissing_Throws(int missing) =>
        Assert.That(() => Read(Logs.Gzip("some text")[..^missing], 100), Throws.TypeOf<InvalidDataException>()
            .With.Message.EqualTo("the gzip data is cut short"));

    [Test]
    public void Read_ChecksumWrong_Throws()
    {
        byte[] damaged = Logs.Gzip("some text");
        damaged[^6] ^= 1;

        Assert.That(() => Read(damaged, 100), Throws.TypeOf<InvalidDataException>()
            .With.Message.EqualTo("the gzip data is damaged"));
    }

    [Test]
    public void Read_OtherBytesBehind_Throws() =>
        Assert.That(
            () => Read([.. Logs.Gzip("some text"), .. "plain text behind"u8], 100),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("bytes that are not gzip follow the gzip data"));

    [Test]
    public void Read_Nothing_IsEmpty() => Assert.That(Read([], 100), Is.Empty);

    private static bool Fails(byte[] compressed)
    {
        try
        {
            Read(compressed, 8192);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static byte[] Join(byte[][] members) => members.SelectMany(static member => member).ToArray();

    private static byte[] Read(byte[] compressed, int chunk)
    {
        using var stream = new GzipLogStream(new ChunkedStream(compressed, chunk));
        using var text = new MemoryStream();
        stream.CopyTo(text);
        return text.ToArray();
    }
}
