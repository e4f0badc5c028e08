// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace DistillGuard.Rules.Packs;

public sealed class RulePackTests
{
    [Test]
    public void Load_SignedPack_HasItsRulesAndNoCases()
    {
        using var folder = new PackFolder();

        RulePack pack = RulePack.Load(folder.Write("1.2.0"), folder.PublicKey);

        Assert.That((pack.Name, pack.Version, pack.IsSigned), Is.EqualTo(("own-rules", new Version(1, 2, 0), true)));
        Assert.That(RuleSet.Compile(pack.Sources).Rules.Single().Id, Is.EqualTo("own-rule"));
    }

    [Test]
    public void Load_Folder_IsThePackItWasUnpackedFrom()
    {
        using var folder = new PackFolder();
        string unpacked = Path.Join(folder.Path, "unpacked");
        ZipFile.ExtractToDirectory(folder.Write("1.2.0"), unpacked);

        Assert.That(RulePack.Load(unpacked, folder.PublicKey).IsSigned, Is.True);
    }

    [Test]
    public void Load_WithoutKey_LooksAtChecksumsOnly()
    {
        using var folder = new PackFolder();

        Assert.That(RulePack.Load(folder.Write("1.2.0", signed: false)).IsSigned, Is.False);
    }

    [Test]
    public void Load_NotSignedWithKeyPinned_IsRefused()
    {
        using var folder = new PackFolder();

        Assert.That(Codes(folder.Write("1.2.0", signed: false), folder.PublicKey), Is.EqualTo(new[] { "DG3004" }));
    }

    [Test]
    public void Load_SignedByAnother_IsRefused()
    {
        using var folder = new PackFolder();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.That(Codes(folder.Write("1.2.0"), other.ExportSubjectPublicKeyInfoPem()), Is.EqualTo(new[] { "DG3004" }));
    }

    [TestCase("own.json", "x", ExpectedResult = "DG3003")]
    [TestCase("own.json", null, ExpectedResult = "DG3002")]
    [TestCase("extra.json", "{}", ExpectedResult = "DG3002")]
    [TestCase("pack.sig", "bm8=", ExpectedResult = "DG3004")]
    [TestCase("pack.sig", "no base64", ExpectedResult = "DG3004")]
    [TestCase("pack.json", null, ExpectedResult = "DG3001 DG3004")]
    [TestCase("pack.json", "{", ExpectedResult = "DG1001 DG3004")]
    public string Load_ChangedPack_IsRefused(string file, string? content)
    {
        using var folder = new PackFolder();
        string pack = folder.Write("1.2.0");
        Change(pack, file, content);

        return string.Join(' ', Codes(pack, folder.PublicKey));
    }

    [TestCase("../own.json")]
    [TestCase("/own.json")]
    [TestCase("a//b.json")]
    [TestCase("C:own.json")]
    public void Load_ManifestThatLeadsOut_IsRefused(string path)
    {
        using var folder = new PackFolder();
        string pack = folder.Write("1.2.0", signed: false);
        Change(pack, "pack.json", $$"""{"format": 1, "name": "own-rules", "version": "1.2.0", "files": [{"path": "{{path}}", "sha256": "00"}]}""");

        Assert.That(Codes(pack, null), Does.Contain("DG3002"));
    }

    [TestCase("1.2")]
    [TestCase("1.2.0.1")]
    [TestCase("01.2.0")]
    public void Load_ManifestWithoutVersion_IsRefused(string version)
    {
        using var folder = new PackFolder();
        string pack = folder.Write("1.2.0", signed: false);
        Change(pack, "pack.json", $$"""{"format": 1, "name": "own-rules", "version": "{{version}}", "files": [{"path": "own.json", "sha256": "00"}]}""");

        Assert.That(Codes(pack, null), Is.EqualTo(new[] { "DG3005" }));
    }

    [Test]
    public void Load_KeyThatIsNone_SaysHowToMakeOne()
    {
        using var folder = new PackFolder();
        string pack = folder.Write("1.2.0");

        Assert.That(() => RulePack.Load(pack, "no key"), Throws.ArgumentException.With.Message.Contains("openssl"));
    }

    [Test]
    public void Load_NoZip_SaysSo()
    {
        using var folder = new PackFolder();
        string path = Path.Join(folder.Path, "x.zip");
        File.WriteAllText(path, "no zip");

        Assert.That(() => RulePack.Load(path), Throws.InstanceOf<IOException>().With.Message.Contains("no zip file"));
    }

    [Test]
    public void Write_SameFilesTwice_GivesTheSameBytes()
    {
        using var folder = new PackFolder();

        byte[] first = File.ReadAllBytes(folder.Write("1.2.0", signed: false));

        byte[] again = File.ReadAllBytes(folder.Write("1.2.0", signed: false));

        Assert.That(again, Is.EqualTo(first));
    }

    [TestCase("Own", "1.0.0", "own.json")]
    [TestCase("own", "1.0", "own.json")]
    [TestCase("own", "1.0.0", "../own.json")]
    [TestCase("own", "1.0.0", "pack.json")]
    public void Write_BadName_Throws(string name, string version, string path) =>
        Assert.That(() => RulePackWriter.Write(new MemoryStream(), name, version, [new RuleSetSource(path, "{}")]), Throws.ArgumentException);

    private static string[] Codes(string pack, string? key)
    {
        RuleSetException thrown = Assert.Throws<RuleSetException>(() => RulePack.Load(pack, key));
        return [.. thrown.Diagnostics.Select(diagnostic => diagnostic.Code)];
    }

    private static void Change(string pack, string file, string? content)
    {
        using ZipArchive zip = ZipFile.Open(pack, ZipArchiveMode.Update);
        zip.GetEntry(file)?.Delete();
        if (content is not null)
        {
            using Stream stream = zip.CreateEntry(file).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
    }
}
