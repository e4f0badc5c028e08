// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Apis;

public sealed class JsonNumbersTests
{
    [TestCase("0,", 1)]
    [TestCase("-0 ", 2)]
    [TestCase("12]", 2)]
    [TestCase("01}", 1)]
    [TestCase("1.50,", 4)]
    [TestCase("1E+10,", 5)]
    [TestCase("-2.5e-3\n", 7)]
    [TestCase("1.,", 0)]
    [TestCase(".5,", 0)]
    [TestCase("+1,", 0)]
    [TestCase("1e,", 0)]
    [TestCase("1e+,", 0)]
    [TestCase("-,", 0)]
    [TestCase("x", 0)]
    [TestCase("", -1)]
    [TestCase("-", -1)]
    [TestCase("0", -1)]
    [TestCase("12", -1)]
    [TestCase("1.", -1)]
    [TestCase("1.5", -1)]
    [TestCase("1e", -1)]
    [TestCase("1e-", -1)]
    [TestCase("1e-3", -1)]
    public void Measure_Text_GivesLengthOrWhyNot(string text, int expected) =>
        Assert.That(JsonNumbers.Measure(Encoding.UTF8.GetBytes(text)), Is.EqualTo(expected));

    [TestCase("0", 0)]
    [TestCase("-1", -1)]
    [TestCase("2147483647", int.MaxValue)]
    [TestCase("-2147483648", int.MinValue)]
    [TestCase("1024.0", 1024)]
    [TestCase("2e3", 2000)]
    [TestCase("100e-2", 1)]
    public void TryReadInt32_WholeNumber_IsRead(string text, int expected)
    {
        bool isRead = JsonNumbers.TryReadInt32(Encoding.UTF8.GetBytes(text), out int value);

        Assert.That((isRead, value), Is.EqualTo((true, expected)));
    }

    [TestCase("")]
    [TestCase("abc")]
    [TestCase("1.5")]
    [TestCase("2147483648")]
    [TestCase("1e999")]
    [TestCase("NaN")]
    [TestCase("1x")]
    public void TryReadInt32_Other_IsNot(string text) =>
        Assert.That(JsonNumbers.TryReadInt32(Encoding.UTF8.GetBytes(text), out _), Is.False);

    [TestCase("0.7", 0.7f)]
    [TestCase("1", 1f)]
    [TestCase("-2.5E-3", -0.0025f)]
    [TestCase("1e-999", 0f)]
    public void TryReadSingle_FiniteNumber_IsRead(string text, float expected)
    {
        bool isRead = JsonNumbers.TryReadSingle(Encoding.UTF8.GetBytes(text), out float value);

        Assert.That((isRead, value), Is.EqualTo((true, expected)));
    }

    [TestCase("")]
    [TestCase("warm")]
    [TestCase("1e39")]
    [TestCase("1e999")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("1 ")]
    public void TryReadSingle_Other_IsNot(string text) =>
        Assert.That(JsonNumbers.TryReadSingle(Encoding.UTF8.GetBytes(text), out _), Is.False);
}
