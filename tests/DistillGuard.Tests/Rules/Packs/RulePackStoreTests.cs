// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Packs;

public sealed class RulePackStoreTests
{
    [Test]
    public void Install_Updates_SwitchAndRollBack()
    {
        using var folder = new PackFolder();
        RulePackStore store = Store(folder);

        store.Install(folder.Write("1.0.0"));
        store.Install(folder.Write("1.1.0"));
        store.Install(folder.Write("1.10.0"));

        Assert.That(store.Load().Version, Is.EqualTo(new Version(1, 10, 0)));
        Assert.That(store.RollBack().Version, Is.EqualTo(new Version(1, 1, 0)));
        Assert.That(Store(folder).RollBack().Version, Is.EqualTo(new Version(1, 0, 0)));
        Assert.That(store.RollBack, Throws.InvalidOperationException);
        Assert.That(store.CurrentVersion, Is.EqualTo(new Version(1, 0, 0)));
    }

    [Test]
    public void Install_AfterRollBack_GoesForwardAgain()
    {
        using var folder = new PackFolder();
        RulePackStore store = Store(folder);
        store.Install(folder.Write("1.0.0"));
        store.Install(folder.Write("1.1.0"));
        store.RollBack();

        store.Install(folder.Write("1.2.0"));

        Assert.That(store.RollBack().Version, Is.EqualTo(new Version(1, 0, 0)), "the version that was taken back does not return");
    }

    [TestCase("1.0.0", "own-rules")]
    [TestCase("0.9.0", "own-rules")]
    [TestCase("2.0.0", "other-rules")]
    public void Install_NoUpdate_IsRefusedAndChangesNothing(string version, string name)
    {
        using var folder = new PackFolder();
        RulePackStore store = Store(folder);
        store.Install(folder.Write("1.0.0"));

        RuleSetException thrown = Assert.Throws<RuleSetException>(() => store.Install(folder.Write(version, name: name)));

        Assert.That(thrown.Diagnostics.Single().Code, Is.EqualTo("DG3005"));
        Assert.That(store.CurrentVersion, Is.EqualTo(new Version(1, 0, 0)));
    }

    [Test]
    public void Install_NotSigned_IsRefusedAndChangesNothing()
    {
        using var folder = new PackFolder();
        RulePackStore store = Store(folder);
        store.Install(folder.Write("1.0.0"));

        Assert.That(() => store.Install(folder.Write("1.1.0", signed: false)), Throws.InstanceOf<RuleSetException>());
        Assert.That(store.Load().Version, Is.EqualTo(new Version(1, 0, 0)));
    }

    [Test]
    public void Install_RulesWithMistakes_IsRefusedAndChangesNothing()
    {
        using var folder = new PackFolder();
        RulePackStore store = Store(folder);

        Assert.That(() => store.Install(folder.Write("1.0.0", phrase: "abc")), Throws.InstanceOf<RuleSetException>());
        Assert.That(store.CurrentVersion, Is.Null);
        Assert.That(store.Load, Throws.InvalidOperationException);
    }

    [Test]
    public void Load_FileChangedInTheStore_IsRefused()
    {
        using var folder = new PackFolder();
        RulePackStore store = Store(folder);
        store.Install(folder.Write("1.0.0"));
        File.Copy(folder.Write("1.0.1", signed: false), Path.Join(folder.Path, "store", "versions", "1.0.0.zip"), overwrite: true);

        Assert.That(store.Load, Throws.InstanceOf<RuleSetException>());
    }

    private static RulePackStore Store(PackFolder folder) => new(Path.Join(folder.Path, "store"), folder.PublicKey);
}
