// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Unicode;
using CsCheck;

namespace DistillGuard.Apis;

public sealed class Utf8ValidityTests
{
    private static readonly string[] Characters = ["a", "é", "\u07ff", "\u0800", "中", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0010ffff"];

    [Test]
    public void IsValid_AnyTwoBytesAtAnyPlace_IsWhatTheFrameworkSays()
    {
        byte[] text = new byte[100];
        foreach (int place in new[] { 0, 2, 3, 34, 35, 66, 98 })
        {
            text.AsSpan().Fill((byte)'a');
            for (int pair = 0; pair <= ushort.MaxValue; pair++)
            {
                text[place] = (byte)(pair >> 8);
                text[place + 1] = (byte)pair;

                Assert.That(Utf8Validity.IsValid(text), Is.EqualTo(Utf8.IsValid(text)), $"{pair:x4} at {place}");
            }
        }
    }

    [Test]
    public void IsValid_TextWithBytesChangedByChance_IsWhatTheFrameworkSays() =>
        Gen.Int.Sample(seed => AssertLikeFramework(Change(new Random(seed))), iter: 100_000, threads: 1);

    [Test]
    public void IsValid_TextCutAnywhere_IsWhatTheFrameworkSays()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(string.Concat(Characters), 6)));
        for (int start = 0; start < text.Length; start++)
        {
            for (int end = start; end <= text.Length; end++)
            {
                AssertLikeFramework(text[start..end]);
            }
        }
    }

    private static void AssertLikeFramework(byte[] text) =>
        Assert.That(Utf8Validity.IsValid(text), Is.EqualTo(Utf8.IsValid(text)), Convert.ToHexString(text));

    private static byte[] Change(Random random)
    {
        var builder = new StringBuilder("aaa");
        for (int i = random.Next(80); i > 0; i--)
        {
            builder.Append(Characters[random.Next(Characters.Length)]);
        }

        byte[] text = Encoding.UTF8.GetBytes(builder.ToString());
        for (int i = random.Next(3); i > 0; i--)
        {
            text[random.Next(text.Length)] = (byte)random.Next(256);
        }

        return text;
    }
}
