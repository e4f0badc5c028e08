// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

public sealed class JsonStopsTests
{
    // Every place of a stop, before, in and behind the block that is looked at first, from every place to begin.
    [TestCase('"')]
    [TestCase('\\')]
    public void OfString_StopAnywhere_IsFound(char stop)
    {
        for (int length = 0; length < 70; length++)
        {
            for (int place = 0; place <= length; place++)
            {
                byte[] text = [.. Enumerable.Repeat((byte)'a', place), .. place < length ? [(byte)stop] : Array.Empty<byte>(), .. Enumerable.Repeat((byte)'"', Math.Max(0, length - place - 1))];
                for (int start = 0; start <= place; start++)
                {
                    Assert.That(JsonStops.OfString(text, start), Is.EqualTo(place), $"{length}, {place}, {start}");
                }
            }
        }
    }

    [TestCase("12.5e3,\"a\"", 0, 6)]
    [TestCase("[null]", 1, 5)]
    [TestCase("true}", 0, 4)]
    [TestCase("false \r", 0, 5)]
    [TestCase("1\t2", 0, 1)]
    [TestCase("1234", 2, 4)]
    [TestCase("", 0, 0)]
    public void OfLiteral_EndsBefore(string text, int start, int end) =>
        Assert.That(JsonStops.OfLiteral(System.Text.Encoding.UTF8.GetBytes(text), start), Is.EqualTo(end));
}
