// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text;

public sealed class ScriptsTests
{
    [TestCase("a", ScriptClass.Latin)]
    [TestCase("é", ScriptClass.Latin)]
    [TestCase("ế", ScriptClass.Latin)]
    [TestCase("×", ScriptClass.None)]
    [TestCase("Ж", ScriptClass.Cyrillic)]
    [TestCase("\u0483", ScriptClass.None)]
    [TestCase("中", ScriptClass.Han)]
    [TestCase("𠀀", ScriptClass.Han)]
    [TestCase("ひ", ScriptClass.Kana)]
    [TestCase("カ", ScriptClass.Kana)]
    [TestCase("ー", ScriptClass.Kana)]
    [TestCase("・", ScriptClass.None)]
    [TestCase("한", ScriptClass.Hangul)]
    [TestCase("م", ScriptClass.Arabic)]
    [TestCase("،", ScriptClass.None)]
    [TestCase("Ω", ScriptClass.Other)]
    [TestCase("ש", ScriptClass.Other)]
    [TestCase("ह", ScriptClass.Other)]
    [TestCase("ไ", ScriptClass.Other)]
    [TestCase("7", ScriptClass.None)]
    [TestCase("👍", ScriptClass.None)]
    [TestCase("\uFFFD", ScriptClass.None)]
    public void Of_KnownRunes_GivesTheirScript(string rune, ScriptClass script) =>
        Assert.That(Scripts.Of(Rune.GetRuneAt(rune, 0)), Is.EqualTo(script));

    [Test]
    public void Of_EveryScalarValue_CountsAsLetterOnlyWhatUnicodeCallsOneOrHanHangul()
    {
        var wrong = new List<int>();
        for (int value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value))
            {
                continue;
            }

            var rune = new Rune(value);
            ScriptClass script = Scripts.Of(rune);
            if (script != ScriptClass.None != Rune.IsLetter(rune) && script is not (ScriptClass.Han or ScriptClass.Hangul))
            {
                wrong.Add(value);
            }
        }

        Assert.That(wrong, Is.Empty);
    }
}
