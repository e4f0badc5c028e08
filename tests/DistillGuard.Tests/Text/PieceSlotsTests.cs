// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text;

/// <summary>A slot is a slot when what fills it changes no piece.</summary>
public sealed class PieceSlotsTests
{
    [TestCase("Look up {0} and tell the curious reader more", "\"one\"", "\"two. Three: four!\"", Description = "quotation with a full stop")]
    [TestCase("Look up {0} and tell the curious reader more", "'one'", "'isn't it two'")]
    [TestCase("Look up {0} and tell the curious reader more", "« un »", "« deux ou trois »")]
    [TestCase("Look up {0} and tell the curious reader more", "`a`", "``b `c` d``")]
    [TestCase("Look up {0} and tell the curious reader more", "```a```", "````\nseveral lines of code follow here\nand there\n````")]
    [TestCase("Look up {0} and tell the curious reader more", "7", "3,141.59")]
    [TestCase("Look up {0} and tell the curious reader more", "https://a.example", "ftp://b.example/long/path?with=a&query=string#and-more")]
    [TestCase("Look up {0}, and tell the curious reader more", "https://a.example", "http://b.example/x")]
    [TestCase("Tell the curious reader more about {0}. Then stop", "https://a.example", "http://b.example/x")]
    [TestCase("请查一下{0}并且告诉读者更多的内容", "《红楼梦》", "“三国演义”")]
    [TestCase("请查一下{0}并且告诉读者更多的内容", "\"a\"", "\"b c d e f g\"")]
    [TestCase("请查一下{0}，并且告诉读者更多的内容", "https://a.example", "http://b.example/x")]
    [TestCase("Расскажите читателю подробнее про {0} сегодня", "«Мир»", "„Война и мир“")]
    public void Read_OneFillingOrAnother_GivesTheSamePieces(string template, string left, string right) =>
        Assert.That(Read(template.Replace("{0}", right, StringComparison.Ordinal)), Is.EqualTo(Read(template.Replace("{0}", left, StringComparison.Ordinal))).And.Not.Empty);

    [TestCase("Cut a 5\" pipe and weld a 6\" pipe onto the frame", "Cut pipe weld pipe onto frame and the a a", Description = "inches")]
    [TestCase("The dogs' bowls stand beside the cats' bowls today", "The dogs bowls stand beside the cats bowls today", Description = "apostrophes behind words")]
    [TestCase("Read the unclosed \"quotation to the very end", "Read the unclosed quotation to the very end")]
    [TestCase("Read the unclosed ```fence to the very end", "Read the unclosed fence to the very end")]
    [TestCase("Read the unclosed `tick to the very end", "Read the unclosed tick to the very end")]
    [TestCase("Read words://like these as an address and nothing else besides", "Read these as an address and nothing else besides")]
    public void Read_WhatIsNoSlot_IsRead(string text, string same) => Assert.That(Read(text), Is.EqualTo(Read(same)).And.Not.Empty);

    [TestCase("Plant seven green trees today. Water them every single morning")]
    [TestCase("Plant seven green trees today.\tWater them every single morning")]
    [TestCase("Plant seven green trees today! Water them every single morning")]
    [TestCase("Plant seven green trees today: Water them every single morning")]
    [TestCase("Plant seven green trees today\nWater them every single morning")]
    [TestCase("Plant seven green trees today\r\nWater them every single morning\r\n")]
    [TestCase("Plant seven green trees today\rWater them every single morning")]
    [TestCase("(Plant seven green trees today.) Water them every single morning")]
    [TestCase("**Plant seven green trees today.** Water them every single morning")]
    [TestCase("Plant seven green trees today.” Water them every single morning")]
    [TestCase("Plant seven green trees today。Water them every single morning")]
    [TestCase("请在今天种下七棵绿色的树:每天早上都要给它们浇水", Description = "an ASCII mark between characters that stand alone")]
    [TestCase("请在今天种下七棵绿色的树?Water them every single morning")]
    [TestCase("Plant seven green trees today!每天早上都要给它们浇水")]
    public void Read_EndOfASentence_MakesTwoPieces(string text) => Assert.That(Read(text), Has.Length.EqualTo(2));

    [TestCase("Plant version 3.5 of the green trees today")]
    [TestCase("Plant trees from example.org or some green garden today")]
    [TestCase("Plant seven green trees, water them every single morning")]
    [TestCase("Plant seven green trees at 5:30 every single morning")]
    public void Read_MarkInsideASentence_MakesOnePiece(string text) => Assert.That(Read(text).Length, Is.AnyOf(1, 3), "a lone long sentence has three");

    private static ulong[] Read(string text)
    {
        var pieces = default(PieceList);
        new PieceReader("one more key 123"u8).Read(Encoding.UTF8.GetBytes(text), ref pieces);
        return [.. pieces.Hashes64.ToArray().Order()];
    }
}
