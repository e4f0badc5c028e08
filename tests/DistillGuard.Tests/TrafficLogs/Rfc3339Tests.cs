// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using CsCheck;

namespace DistillGuard.TrafficLogs;

public sealed class Rfc3339Tests
{
    [TestCase("2026-01-31T23:59:59Z", "2026-01-31T23:59:59.0000000")]
    [TestCase("2026-01-31T23:59:59.1Z", "2026-01-31T23:59:59.1000000")]
    [TestCase("2026-01-31T23:59:59.123Z", "2026-01-31T23:59:59.1230000")]
    [TestCase("2026-01-31T23:59:59.1234567Z", "2026-01-31T23:59:59.1234567")]
    [TestCase("2026-01-31t23:59:59z", "2026-01-31T23:59:59.0000000")]
    [TestCase("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000")]
    [TestCase("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [TestCase("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999")]
    [TestCase("2026-01-31T23:59:59+00:00", "2026-01-31T23:59:59.0000000")]
    public void TryParse_Utc_GivesTime(string text, string expected)
    {
        bool isTime = Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset time, out bool isUtc);

        Assert.That((isTime, isUtc, Sortable(time)), Is.EqualTo((true, true, expected)));
    }

    [TestCase("2026-01-31T23:59:59+02:00", "2026-01-31T21:59:59.0000000")]
    [TestCase("2026-01-31T23:59:59.5-01:30", "2026-02-01T01:29:59.5000000")]
    [TestCase("2026-01-31T23:59:59-00:00", "2026-01-31T23:59:59.0000000")]
    public void TryParse_OtherOffset_ConvertsAndSaysSo(string text, string expected)
    {
        bool isTime = Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset time, out bool isUtc);

        Assert.That((isTime, isUtc, Sortable(time)), Is.EqualTo((true, false, expected)));
    }

    [TestCase("")]
    [TestCase("2026-01-31")]
    [TestCase("2026-01-31T23:59:59")]
    [TestCase("2026-01-31 23:59:59Z")]
    [TestCase("2026-1-31T23:59:59Z")]
    [TestCase("2026-13-01T00:00:00Z")]
    [TestCase("2026-00-01T00:00:00Z")]
    [TestCase("2026-02-29T00:00:00Z")]
    [TestCase("2026-01-00T00:00:00Z")]
    [TestCase("2026-01-31T24:00:00Z")]
    [TestCase("2026-01-31T23:60:00Z")]
    [TestCase("2026-01-31T23:59:60Z")]
    [TestCase("0000-01-01T00:00:00Z")]
    [TestCase("20x6-01-01T00:00:00Z")]
    [TestCase("2026-01-31T23:59:59.Z")]
    [TestCase("2026-01-31T23:59:59.12345678Z")]
    [TestCase("2026-01-31T23:59:59,123Z")]
    [TestCase("2026-01-31T23:59:59ZZ")]
    [TestCase("2026-01-31T23:59:59 Z")]
    [TestCase(" 2026-01-31T23:59:59Z")]
    [TestCase("2026-01-31T23:59:59+0000")]
    [TestCase("2026-01-31T23:59:59+24:00")]
    [TestCase("2026-01-31T23:59:59+00:60")]
    [TestCase("2026-01-31T23:59:59+00.00")]
    [TestCase("0001-01-01T00:00:00+01:00")]
    [TestCase("9999-12-31T23:59:59-01:00")]
    [TestCase("1769903999")]
    public void TryParse_NotATime_GivesFalse(string text) =>
        Assert.That(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out _, out _), Is.False);

    [Test]
    public void TryParse_AnyTimeWrittenByTheFramework_GivesItBack() =>
        Gen.DateTime.Sample(
            value =>
            {
                var utc = DateTime.SpecifyKind(value, DateTimeKind.Utc);
                byte[] text = Encoding.UTF8.GetBytes(utc.ToString("O", CultureInfo.InvariantCulture));
                return Rfc3339.TryParse(text, out DateTimeOffset time, out bool isUtc) && isUtc
                    && time.UtcTicks == utc.Ticks;
            },
            iter: 10_000);

    [Test]
    public void TryParse_MutatedTime_AgreesWithTheFramework() =>
        Gen.Select(Gen.Int[0, 23], Gen.Char["0123456789-:T.Z+ "]).Sample(
            (index, letter) =>
            {
                char[] text = "2026-01-31T23:59:59.123Z".ToCharArray();
                text[index] = letter;
                bool isTime = Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset time, out _);
                bool isExpected = DateTimeOffset.TryParseExact(
                    text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal, out DateTimeOffset expected);
                return isTime == isExpected && time == expected;
            },
            iter: 10_000);

    [Test]
    public void TryParse_AnyBytes_NeverThrows() =>
        Gen.Byte.Array[0, 40].Sample(text => !Rfc3339.TryParse(text, out _, out _), iter: 10_000);

    private static string Sortable(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);
}
