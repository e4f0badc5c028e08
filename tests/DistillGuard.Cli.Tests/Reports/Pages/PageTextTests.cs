// SPDX-License-Identifier: MIT

namespace DistillGuard.Pages;

public sealed class PageTextTests
{
    [TestCase("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [TestCase("a\" onload='x' &amp;", "a&quot; onload=&#x27;x&#x27; &amp;amp;")]
    [TestCase("]]>", "]]&gt;")]
    [TestCase("a\0b\u001bc\u0085", "a\uFFFDb\uFFFDc\uFFFD")]
    [TestCase("user\u202egnp\u2066\u200b", "user\uFFFDgnp\uFFFD\uFFFD")]
    [TestCase("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    [TestCase("流星 Ünal мир", "流星 Ünal мир")]
    [TestCase("two\nlines", "two\nlines")]
    public void Encode_WhatOthersChose_IsHarmless(string text, string expected) =>
        Assert.That(PageText.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal), Is.EqualTo(expected));

    [Test]
    public void Encode_LoneSurrogate_IsReplaced() => Assert.That(PageText.Encode("a" + (char)0xD800 + "b"), Is.EqualTo("a\uFFFDb"));
}
