// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;

namespace DistillGuard.TrafficLogs;

public sealed class JsonTextTests
{
    [TestCase("""plain""", "plain")]
    [TestCase("""\"\\\/\b\f\n\r\t""", "\"\\/\b\f\n\r\t")]
    [TestCase("""a\u0062c""", "abc")]
    [TestCase("""\u00e9\u20AC""", "é€")]
    [TestCase("""\uD83D\uDE00!""", "😀!")]
    [TestCase("""\ud800""", "\uFFFD")]
    [TestCase("""\udc00x""", "\uFFFDx")]
    [TestCase("""\ud800\ud800\udc00""", "\uFFFD\U00010000")]
    [TestCase("""\ud800\n""", "\uFFFD\n")]
    [TestCase("""\ud800A""", "\uFFFDA")]
    [TestCase("""😀\t😀""", "😀\t😀")]
    public void Decode_Escapes_AreResolved(string text, string expected)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        var characters = new char[utf8.Length];

        int written = JsonText.Decode(utf8, isEscaped: true, characters);

        Assert.That(new string(characters, 0, written), Is.EqualTo(expected));
    }

    [Test]
    public void Decode_AnyTextEscapedByTheFramework_GivesItBack() =>
        Gen.String[0, 40].Sample(
            text =>
            {
                string valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                byte[] escaped = JsonEncodedText.Encode(valid, JavaScriptEncoder.Default).EncodedUtf8Bytes.ToArray();
                var characters = new char[escaped.Length];
                int written = JsonText.Decode(escaped, escaped.Contains((byte)'\\'), characters);
                return characters.AsSpan(0, written).SequenceEqual(valid);
            },
            iter: 10_000);
}
