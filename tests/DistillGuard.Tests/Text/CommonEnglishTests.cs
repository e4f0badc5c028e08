// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text;

public sealed class CommonEnglishTests
{
    [TestCase("for the ", true)]
    [TestCase("followin", true)]
    [TestCase(" of the ", true)]
    [TestCase("ter the ", true)]
    [TestCase("the answ", true)]
    [TestCase("ing", true)]
    [TestCase("xor the ", false)]
    [TestCase("for teh ", false)]
    [TestCase("distille", false)]
    [TestCase(" nation ", false)]
    [TestCase("for the|", false)]
    public void IsMadeOf_WindowsOfText(string stretch, bool isCommon) =>
        Assert.That(CommonEnglish.IsMadeOf(Encoding.UTF8.GetBytes(stretch)), Is.EqualTo(isCommon));
}
