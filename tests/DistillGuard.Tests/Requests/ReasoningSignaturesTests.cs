// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Requests;

public sealed class ReasoningSignaturesTests
{
    [Test]
    public void GetEnumerator_SeveralBlobs_GivesThemInOrder()
    {
        var blobs = new List<string>();
        foreach (ReadOnlySpan<byte> blob in new ReasoningSignatures("abbccc"u8, [1, 3, 3, 6]))
        {
            blobs.Add(Encoding.UTF8.GetString(blob));
        }

        Assert.That(blobs, Is.EqualTo(new[] { "a", "bb", string.Empty, "ccc" }));
    }

    [TestCase(2, 1)]
    [TestCase(1, 4)]
    [TestCase(-1, 1)]
    public void Constructor_EndsOutOfOrder_Throws(int first, int second) =>
        Assert.That(() => new ReasoningSignatures("abc"u8, [first, second]).Count, Throws.ArgumentException);
}
