// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using CsCheck;

namespace DistillGuard.Apis;

public sealed class JsonUnescaperTests
{
    [Test]
    public void Unescape_AnyString_GivesWhatJsonDocumentGives() =>
        Gen.Select(Gen.String, Gen.Int).Sample(
            (text, seed) =>
            {
                // JSON knows no lone surrogates; the generator does.
                string value = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                byte[] json = Encoding.UTF8.GetBytes(JsonScribe.Write(value, new Random(seed)).Trim());
                byte[] space = new byte[json.Length - 2];

                int written = JsonUnescaper.Unescape(json.AsSpan(1, json.Length - 2), space);

                using JsonDocument document = JsonDocument.Parse(json);
                Assert.That(
                    Encoding.UTF8.GetString(space, 0, written),
                    Is.EqualTo(document.RootElement.GetString()));
            },
            iter: 10_000,
            threads: 1);

    [TestCase("\\ud800")]
    [TestCase("\\udfff")]
    [TestCase("ok \\uD83D\\n")]
    [TestCase("\\ud83d\\u0041")]
    public void Unescape_HalfASurrogatePair_GivesMinusOne(string escaped) =>
        Assert.That(
            JsonUnescaper.Unescape(Encoding.UTF8.GetBytes(escaped), new byte[escaped.Length]),
            Is.EqualTo(-1));
}
