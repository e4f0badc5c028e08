// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using DistillGuard.Support;

namespace DistillGuard.Calibration;

public sealed class GuardCalibrationTests
{
    private const string Remedy = "make it again.";

    [Test]
    public void Read_WhatWasWritten_GivesTheSame()
    {
        GuardCalibration written = Calibrations.Small();

        GuardCalibration read = Calibrations.Read(Calibrations.Text(written));

        Assert.That(
            (read.Name, read.MadeFrom, read.Rules, read.CommonFrom, read.Key),
            Is.EqualTo(("c.json", written.MadeFrom, written.Rules, written.CommonFrom, written.Key)));
        Assert.That(read.CommonPieces.Pieces, Is.EqualTo(new[] { 7UL, 1UL << 63, ulong.MaxValue }));
        Assert.That(read.AccountMaxima, Is.EqualTo(written.AccountMaxima));
        Assert.That(read.GroupMaxima, Is.EqualTo(written.GroupMaxima));
        Assert.That(read.UsualScores, Is.EqualTo(written.UsualScores));
        Assert.That(
            read.Segments.Select(segment => (segment.Id, segment.Accounts, segment.AccountDays, segment.AccountMaxima.Sum())),
            Is.EqualTo(written.Segments.Select(segment => (segment.Id, segment.Accounts, segment.AccountDays, segment.AccountMaxima.Sum()))));
    }

    [Test]
    public void Write_WhatWasRead_GivesTheSameBytes()
    {
        string text = Calibrations.Text(Calibrations.Small());

        Assert.That(Calibrations.Text(Calibrations.Read(text)), Is.EqualTo(text));
    }

    [Test]
    public void Write_PiecesInAnotherOrder_GivesTheSameBytes() =>
        Assert.That(Calibrations.Text(Calibrations.Small(9, 3, 5)), Is.EqualTo(Calibrations.Text(Calibrations.Small(5, 9, 3))));

    [Test]
    public void Write_Pieces_AreLittleEndianBase64() =>
        Assert.That(Calibrations.Text(Calibrations.Small(1, 256)), Does.Contain("\"hashes\": \"AQAAAAAAAAAAAQAAAAAAAA==\""));

    [Test]
    public void Write_Stream_StaysOpen()
    {
        using var stream = new MemoryStream();

        Calibrations.Small().Write(stream);

        Assert.That(stream.CanWrite, Is.True);
    }

    // Text that is there once, what stands in its place, and what the message says: the place and the reason.
    [TestCase("{", "[", "c.json:2: ")]
    [TestCase("\n}\n", "\n} {}\n", "c.json:50: ")]
    [TestCase("\n}\n", "\n", "c.json:50: ")]
    [TestCase("\"version\": 2,", "", "version: it is missing.")]
    [TestCase("\"version\": 2", "\"version\": 3, \"later\": 1", "c.json: version: 3 is not known; this build reads version 2.")]
    [TestCase("\"version\": 2", "\"version\": 1", "c.json: version: 1 is not known; this build reads version 2.")]
    [TestCase("\"version\": 2", "\"version\": 2.0", "version: 2.0 is not known")]
    [TestCase("\"version\": 2", "\"version\": \"2\"", "version: it must be a whole number, not a text.")]
    [TestCase("\"version\": 2", "\"version\": 2, \"version\": 2", "version: it is there twice.")]
    [TestCase("\"version\": 2", "\"version\": 2, \"bar\": 1", "bar: there is no such member.")]
    [TestCase("\"rules\":", "\"Rules\":", "Rules: there is no such member. rules: it is missing.")]
    [TestCase("\"exchanges\": 50,", "", "made_from.exchanges: it is missing.")]
    [TestCase("\"exchanges\": 50", "\"exchanges\": \"50\"", "made_from.exchanges: it must be a whole number, not a text.")]
    [TestCase("\"exchanges\": 50", "\"exchanges\": 5.5", "made_from.exchanges: it must be a whole number, not 5.5.")]
    [TestCase("\"exchanges\": 50", "\"exchanges\": null", "made_from.exchanges: it must be a whole number, not null.")]
    [TestCase("\"exchanges\": 50", "\"exchanges\": 0", "made_from.exchanges: 0 is too low; it must be 1 at least.")]
    [TestCase("\"exchanges\": 50", "\"exchanges\": 50, \"exchanges\": 50", "made_from.exchanges: it is there twice.")]
    [TestCase("\"exchanges\": 50", "\"exchanges\": 50, \"more\": 50", "made_from.more: there is no such member.")]
    [TestCase("\"accounts\": 3", "\"accounts\": -1", "made_from.accounts: -1 is too low")]
    [TestCase("\"account_days\": 4", "\"account_days\": 2", "made_from.account_days: 2 is too low; it must be 3 at least.")]
    [TestCase("\"watched_days\": 1", "\"watched_days\": -1", "made_from.watched_days: -1")]
    [TestCase("\"group_days\": 2", "\"group_days\": -2", "made_from.group_days: -2")]
    [TestCase("\"level\": -0.5", "\"level\": \"low\"", "usual_scores.level: it must be a finite number, not a text.")]
    [TestCase("\"level\": -0.5", "\"level\": 1e99", "usual_scores.level: it must be a finite number, not 1e99.")]
    [TestCase("\"above\": 1", "\"above\": 4", "usual_scores.above: 4 is more than its accounts (3).")]
    [TestCase("\"above\": 1", "\"below\": 1", "usual_scores.below: there is no such member. usual_scores.above: it is missing.")]
    [TestCase("\"from\": \"2026-01-01", "\"from\": \"2027-01-01", "made_from.from: it is later than to (2026-01-02")]
    [TestCase("\"from\": \"2026-01-01", "\"from\": \"some day", "made_from.from: it must be a time like")]
    [TestCase("\"made_from\": {", "\"made_from\": 5, \"x\": {", "made_from: it must be an object, not 5.")]
    [TestCase("\"made_from\": {", "\"x\": {", "made_from: it is missing.")]
    [TestCase("\"key_check\": \"", "\"key_check\": \"0", "key_check: it must be 32 hexadecimal digits in lower case.")]
    [TestCase("\"piece_check\": \"", "\"piece_check\": \"G", "piece_check: it must be 32 hexadecimal digits in lower case.")]
    [TestCase("\"piece_check\": \"", "\"piece_check\": null, \"x\": \"", "piece_check: it must be a text, not null.")]
    [TestCase("\"rules\": \"mine r1 #0000\"", "\"rules\": [\"mine\"]", "rules: it must be a text, not a list.")]
    [TestCase("\"rules\": \"", "\"rules\": \"\\ud800", "rules: it holds half of a character.")]
    [TestCase("\"organizations\": 2", "\"organizations\": 1", "common_pieces.organizations: 1 is too low; it must be 2 at least.")]
    [TestCase("\"count\": 3", "\"count\": 2", "common_pieces.hashes: it holds 24 bytes, which are not 2 pieces (count) of 8 bytes.")]
    [TestCase("\"hashes\": \"", "\"hashes\": \"AAAA", "common_pieces.hashes: it holds 27 bytes")]
    [TestCase("\"hashes\": \"", "\"hashes\": \"?", "common_pieces.hashes: it is not base64.")]
    [TestCase("\"hashes\": \"", "\"hashes\": \" ", "common_pieces.hashes: it is not base64.")]
    [TestCase("[2.5, 0.1]", "[0.1, 2.5]", "account_maxima[1]: 2.5 is not a number above 0 and at most the one before it.")]
    [TestCase("[2.5, 0.1]", "[2.5, -1]", "account_maxima[1]: -1 is not")]
    [TestCase("[2.5, 0.1]", "[1e400]", "account_maxima[0]: 1e400 is not")]
    [TestCase("[2.5, 0.1]", "[\"2.5\"]", "account_maxima[0]: a text is not")]
    [TestCase("[2.5, 0.1]", "[5, 4, 3, 2, 1]", "account_maxima: it holds 5 scores; there can be 4 at most.")]
    [TestCase("[2.5, 0.1]", "{}", "account_maxima: it must be a list of numbers, not an object.")]
    [TestCase("[4.25, 1E-06]", "[3, 2, 1]", "group_maxima: it holds 3 scores; there can be 2 at most.")]
    [TestCase("\"segments\":", "\"segment\":", "segment: there is no such member. segments: it is missing.")]
    [TestCase("\"segments\": [", "\"segments\": 5, \"x\": [", "segments: it must be a list of objects, not 5.")]
    [TestCase("\"segments\": [", "\"segments\": [7,", "segments[0]: it must be an object, not 7.")]
    [TestCase("\"dimension\": \"plan\",", "", "segments[0].dimension: it is missing.")]
    [TestCase("\"dimension\": \"plan\"", "\"dimension\": \"Plan\"", "segments[0].dimension: 'Plan' is no dimension; it must be one of plan, kind, api, language.")]
    [TestCase("\"dimension\": \"plan\"", "\"dimension\": \"api\"", "segments[0].value: '0000000000000abc' is no api that this build knows.")]
    [TestCase("\"value\": \"0000000000000abc\"", "\"value\": \"0000000000000ABC\"", "segments[0].value: '0000000000000ABC' is no plan")]
    [TestCase("\"value\": \"0000000000000abc\"", "\"value\": \"abc\"", "segments[0].value: 'abc' is no plan")]
    [TestCase("\"value\": \"cyrillic\"", "\"value\": \"russian\"", "segments[2].value: 'russian' is no language")]
    [TestCase("\"value\": \"cyrillic\"", "\"value\": \"cyrillic\", \"name\": \"a\"", "segments[2].name: there is no such member.")]
    [TestCase("\"dimension\": \"language\",\n      \"value\": \"cyrillic\"", "\"dimension\": \"kind\",\n      \"value\": \"none\"", "segments[2].value: none is not behind the segment before it, none.")]
    [TestCase("\"accounts\": 1,\n      \"account_days\": 2", "\"accounts\": 0,\n      \"account_days\": 2", "segments[0].accounts: 0 is too low; it must be 1 at least.")]
    [TestCase("\"accounts\": 1,\n      \"account_days\": 2", "\"accounts\": 4,\n      \"account_days\": 4", "segments[0].accounts: 4 is more than all have (3).")]
    [TestCase("\"accounts\": 1,\n      \"account_days\": 2", "\"accounts\": 1,\n      \"account_days\": 5", "segments[0].account_days: 5 is more than all have (4).")]
    [TestCase("[1.5]", "[1.5, 1, 0.5]", "segments[0].account_maxima: it holds 3 scores; there can be 2 at most.")]
    [TestCase("[1.5]", "[2.75]", "segments[0].account_maxima[0]: 2.75 is above the highest of all account-days (2.5).")]
    [TestCase("[4.25, 1E-06]", "[3, 2,]", "c.json:21: ")]
    public void Read_OneMistake_SaysWhereAndWhy(string once, string instead, string expected)
    {
        string text = Calibrations.Text(Calibrations.Small());
        Assert.That(text.Split(once), Has.Length.AtLeast(2), "The file does not hold what the test wants to change.");
        int at = text.IndexOf(once, StringComparison.Ordinal);

        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => Calibrations.Read(text[..at] + instead + text[(at + once.Length)..]));

        Assert.That(error.Message, Does.StartWith("c.json:").And.Contain(expected).And.Not.Contain("\n"));
        Assert.That(error.Message, Does.EndWith(Remedy));
    }

    [Test]
    public void Read_PiecesNotAscending_SaysWhichOne()
    {
        string text = Calibrations.Text(Calibrations.Small(1, 2));
        byte[] swapped = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(swapped, 2);
        BinaryPrimitives.WriteUInt64LittleEndian(swapped.AsSpan(8), 1);

        Assert.That(
            () => Calibrations.Read(text.Replace("AQAAAAAAAAACAAAAAAAAAA==", Convert.ToBase64String(swapped), StringComparison.Ordinal)),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("common_pieces.hashes: piece 1 is not above"));
    }

    [Test]
    public void Read_MoreSegmentsThanThereCanBe_SaysSo()
    {
        CalibrationSegment[] segments =
            [.. Enumerable.Range(1, SegmentReader.Most + 1).Select(plan => Calibrations.Segment(SegmentDimensions.Plan, (ulong)plan, 1))];

        Assert.That(
            () => Calibrations.Read(Calibrations.Text(Calibrations.With([], 4, segments))),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains($"segments: it holds {segments.Length} objects"));
    }

    [Test]
    public void Read_SeveralMistakes_SaysAll() =>
        Assert.That(
            () => Calibrations.Read(Calibrations.Text(Calibrations.Small())
                .Replace("\"exchanges\": 50", "\"exchanges\": -50", StringComparison.Ordinal)
                .Replace("\"organizations\": 2", "\"organizations\": 0", StringComparison.Ordinal)),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("made_from.exchanges").And.Message.Contains("common_pieces.organizations"));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("7")]
    [TestCase("[]")]
    [TestCase("not JSON")]
    public void Read_SomethingElse_Refuses(string text) =>
        Assert.That(() => Calibrations.Read(text), Throws.TypeOf<InvalidDataException>().With.Message.StartsWith("c.json:"));

    [Test]
    public void Load_NoSuchFile_Throws() =>
        Assert.That(() => GuardCalibration.Load("there-is-no-such-calibration.json"), Throws.TypeOf<FileNotFoundException>());

    [Test]
    public void WasMadeWith_ItsSecret_IsTrue() => Assert.That(Calibrations.Small().WasMadeWith(Samples.Secret), Is.True);

    [Test]
    public void WasMadeWith_AnotherSecret_IsFalse() => Assert.That(Calibrations.Small().WasMadeWith(new byte[16]), Is.False);
}
