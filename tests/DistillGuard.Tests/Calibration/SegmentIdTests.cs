// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Text;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

public sealed class SegmentIdTests
{
    private static readonly RequestSegment Request = new()
    {
        Plan = 7,
        Declared = DeclaredUses.Evaluation | DeclaredUses.Research,
        Api = ApiKind.AnthropicMessages,
        Script = ScriptClass.Han,
    };

    [TestCase(SegmentDimensions.Plan, 7, true)]
    [TestCase(SegmentDimensions.Plan, 8, false)]
    [TestCase(SegmentDimensions.Kind, 0, false)]
    [TestCase(SegmentDimensions.Kind, (int)DeclaredUses.Platform, false)]
    [TestCase(SegmentDimensions.Kind, (int)DeclaredUses.Evaluation, true)]
    [TestCase(SegmentDimensions.Kind, (int)DeclaredUses.Research, true)]
    [TestCase(SegmentDimensions.Api, (int)ApiKind.AnthropicMessages, true)]
    [TestCase(SegmentDimensions.Api, (int)ApiKind.OpenAIResponses, false)]
    [TestCase(SegmentDimensions.Language, (int)ScriptClass.Han, true)]
    [TestCase(SegmentDimensions.Language, (int)ScriptClass.Kana, false)]
    public void Covers_Request_LooksAtItsDimension(SegmentDimensions dimension, int value, bool expected) =>
        Assert.That(new SegmentId(dimension, (ulong)value).Covers(Request), Is.EqualTo(expected));

    // Bits that no use has are no declaration.
    [TestCase(0, true)]
    [TestCase(64, true)]
    [TestCase(4, false)]
    public void Covers_NothingDeclared_IsAKind(int declared, bool expected) =>
        Assert.That(
            new SegmentId(SegmentDimensions.Kind, 0).Covers(new RequestSegment { Declared = (DeclaredUses)declared }),
            Is.EqualTo(expected));

    [Test]
    public void Known_EachOne_IsFoundByItsText()
    {
        foreach (SegmentId known in SegmentId.Known)
        {
            Assert.That(SegmentId.Parse(known.Dimension, known.Text), Is.EqualTo(known));
        }
    }

    [Test]
    public void Known_All_AreInOrder() => Assert.That(SegmentId.Known, Is.Ordered.And.Unique);

    // A recorder keeps the segments of an account in the bits of one word.
    [Test]
    public void Known_WithAllPlans_FitIntoAWord() => Assert.That(SegmentReader.Most, Is.LessThanOrEqualTo(64));

    [Test]
    public void Parse_Plan_IsItsHash() =>
        Assert.That(SegmentId.Parse(SegmentDimensions.Plan, "00000000000000ff"), Is.EqualTo(new SegmentId(SegmentDimensions.Plan, 255)));

    [TestCase("")]
    [TestCase("ff")]
    [TestCase("00000000000000FF")]
    [TestCase("0000000000000000")]
    [TestCase("+0000000000000ff")]
    [TestCase("000000000000000ff")]
    [TestCase("free")]
    public void Parse_NoHashOfAPlan_IsNothing(string text) => Assert.That(SegmentId.Parse(SegmentDimensions.Plan, text), Is.Null);

    [TestCase(SegmentDimensions.Kind, "Batch")]
    [TestCase(SegmentDimensions.Api, "unknown")]
    [TestCase(SegmentDimensions.Language, "")]
    [TestCase(SegmentDimensions.Language, "batch")]
    public void Parse_NameOfNoValue_IsNothing(SegmentDimensions dimension, string text) =>
        Assert.That(SegmentId.Parse(dimension, text), Is.Null);

    [Test]
    public void Dimensions_EachName_IsFoundAgain()
    {
        foreach (string name in SegmentDimensionNames.All)
        {
            Assert.That(SegmentDimensionNames.TryParse(name, out SegmentDimensions dimension) ? SegmentDimensionNames.ToName(dimension) : null, Is.EqualTo(name));
        }
    }

    [Test]
    public void ToName_SeveralDimensions_Throws() =>
        Assert.That(() => SegmentDimensionNames.ToName(SegmentDimensions.All), Throws.TypeOf<ArgumentOutOfRangeException>());
}
