// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Apis;

public sealed class JsonNumbersTests
{
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
