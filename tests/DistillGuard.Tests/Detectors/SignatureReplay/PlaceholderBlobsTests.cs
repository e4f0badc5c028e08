// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Detectors.SignatureReplay;

public sealed class PlaceholderBlobsTests
{
    [TestCase("", true)]
    [TestCase("fake-signature", true)]
    [TestCase("0123456789abcde", true)]
    [TestCase("0123456789abcdef", false)]
    [TestCase("skip_thought_signature_validator", true)]
    [TestCase("context_engineering_is_the_way_to_go", true)]
    [TestCase("skip_thought_signature_validators", false)]
    public void Contains_Text_KnowsWhatIsNoSignature(string text, bool isPlaceholder) =>
        Assert.That(PlaceholderBlobs.Contains(Encoding.UTF8.GetBytes(text)), Is.EqualTo(isPlaceholder));

    [TestCase("skip_thought_signature_validator")]
    [TestCase("context_engineering_is_the_way_to_go")]
    public void Contains_PlaceholderEncodedOnceMore_KnowsItToo(string word) =>
        Assert.That(
            PlaceholderBlobs.Contains(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(word)))),
            Is.True);
}
