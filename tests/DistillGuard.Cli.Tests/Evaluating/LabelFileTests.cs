// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Evaluating;

public sealed class LabelFileTests
{
    private const string Heading = "account,label,campaign,segment\n";

    [Test]
    public void Read_BothLabels_GivesThem()
    {
        using var folder = new TemporaryFolder();

        Dictionary<string, AccountLabel> labels = LabelFile.Read(folder.Write("l.csv", Heading + "a,distill,c1,x/y\nb,benign,,\n"));

        Assert.That((labels["a"], labels["b"]), Is.EqualTo((new AccountLabel(true, "c1", "x/y"), new AccountLabel(false, "", ""))));
    }

    [Test]
    public void Read_ByteOrderMarkAndWindowsLines_AreTaken()
    {
        using var folder = new TemporaryFolder();

        Assert.That(LabelFile.Read(folder.Write("l.csv", "\uFEFF" + (Heading + "a,benign,,\n").ReplaceLineEndings("\r\n"))), Has.Count.EqualTo(1));
    }

    [TestCase("", ":1: the heading is not")]
    [TestCase("account;label\n", ":1: the heading is not")]
    [TestCase(Heading, "labels no account")]
    [TestCase(Heading + "a,benign,\n", ":2: it has 3 fields, not 4")]
    [TestCase(Heading + "a,benign,,\n\na,benign,,\n", ":4: this account has a label already")]
    [TestCase(Heading + ",benign,,\n", ":2: the account is empty")]
    [TestCase(Heading + "a,Benign,,\n", ":2: the label is 'Benign'; it is 'distill' or 'benign'")]
    [TestCase(Heading + "a,distill,,\n", ":2: a distill account needs the name of its campaign")]
    [TestCase(Heading + "\"a\",benign,,\n", ":2: fields are not quoted")]
    public void Read_Mistake_NamesFileAndLineAndRemedy(string text, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("l.csv", text);

        Assert.That(() => LabelFile.Read(path), Throws.TypeOf<ToolException>().With.Message.StartsWith("--labels " + path).And.Message.Contains(message));
    }
}
