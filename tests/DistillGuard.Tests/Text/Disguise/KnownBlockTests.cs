// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text.Disguise;

public sealed class KnownBlockTests
{
    [Test]
    public void Read_EveryCharacterThatPasses_IsWhatTheTableSays()
    {
        int passed = 0;
        for (int code = 0; code < 0x10000; code++)
        {
            if (!Rune.IsValid(code) || !Passes(new Rune(code), out KnownBlock block, out int bytes))
            {
                continue;
            }

            passed++;
            CharacterKind kind = LookAlikes.Table.KindOf(code);
            CharacterKind script = kind & CharacterKind.Scripts;
            bool isLatin = ((block.Ascii | block.Accented) & 1) != 0;
            bool isCyrillic = (block.Cyrillic & 1) != 0;
            bool isWide = (block.Wide & 1) != 0;
            bool isPlain = (kind & CharacterKind.Plain) != CharacterKind.None;

            Assert.That((kind & CharacterKind.Letter) != CharacterKind.None, Is.EqualTo(isLatin || isCyrillic || isWide), $"U+{code:X4} letter");
            Assert.That(kind & CharacterKind.Mark, Is.EqualTo(CharacterKind.None), $"U+{code:X4} mark");
            Assert.That(script, Is.EqualTo(isLatin ? CharacterKind.Latin : isCyrillic ? CharacterKind.Cyrillic : CharacterKind.None), $"U+{code:X4} script");
            Assert.That(!isPlain || ((block.Accented & 1) != 0 && AccentFolding.Covers(code)), Is.True, $"U+{code:X4} plain");
            Assert.That(bytes, Is.EqualTo(new Rune(code).Utf8SequenceLength), $"U+{code:X4} length");
        }

        Assert.That(passed, Is.GreaterThan(35_000)); // Chinese and Hangul alone are more than 30,000
    }

    private static bool Passes(Rune rune, out KnownBlock block, out int bytes)
    {
        byte[] text = Encoding.UTF8.GetBytes(rune + new string(' ', 80));
        block = KnownBlock.Read(ref text[0]);
        var edge = default(BlockEdge);
        bytes = System.Numerics.BitOperations.PopCount(block.Others);
        bytes = bytes == 0 ? 1 : bytes;
        return edge.TryPass(in block, text[KnownBlock.Length]);
    }
}
