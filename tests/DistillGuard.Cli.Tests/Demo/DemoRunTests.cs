// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Demo;

public sealed class DemoRunTests
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestConsole _console = new();
    private JsonDocument _findings = null!;
    private int _code;

    [OneTimeSetUp]
    public void RunDemo()
    {
        _code = _console.Run("demo", "--out", _folder.Path);
        _findings = JsonDocument.Parse(File.ReadAllBytes(_folder.At("findings.json")));
    }

    [OneTimeTearDown]
    public void Clean()
    {
        _findings.Dispose();
        _console.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Run_EndsWithZeroAndWithoutComplaint() => Assert.That((_code, _console.Error), Is.EqualTo((0, string.Empty)));

    [Test]
    public void Run_AccusesTheWholeCampaignAndNobodyElse() => Assert.That(
        Names("accounts").Select(name => name[..^4]),
        Is.EqualTo(Enumerable.Repeat("harvester", 6)));

    [Test]
    public void Run_EveryAccountIsAccusedByWhatItsGroupShows() => Assert.That(
        _findings.RootElement.GetProperty("accounts").EnumerateArray()
            .Select(account => account.GetProperty("families").ToString().Replace(" ", string.Empty, StringComparison.Ordinal).ReplaceLineEndings(string.Empty)),
        Is.All.EqualTo("[\"content\",\"structure\",\"timing\"]"));

    [Test]
    public void Run_RegionPolicy_ShowsTheTravellersOnly() => Assert.That(
        Names("regions").Select(name => name[..^4]), Is.EqualTo(Enumerable.Repeat("traveller", 3)));

    [Test]
    public void Run_Findings_FollowTheContract() => FindingsContract.Check(_findings.RootElement.GetRawText());

    [Test]
    public void Run_Output_ShowsReasonsInnocentReadingsAndWhatIsNext() => Assert.That(
        _console.Output,
        Does.Contain("6 accounts accused").And.Contain("Innocent if:").And.Contain("Next:").And.Contain("distillguard scan LOG.jsonl.gz"));

    [Test]
    public void Run_Always_DrawsTheCampaign() =>
        Assert.That(File.ReadAllText(_folder.At("report.html")), Does.Contain("harvester").And.Contain("<svg"));

    [Test]
    public void Scan_OfTheSample_FindsTheSameByte()
    {
        using var console = new TestConsole();

        console.Run(
            "scan", _folder.At("sample.jsonl"), "--regions", "common-unsupported-2026-11", "--findings", _folder.At("again.json"));

        Assert.That(File.ReadAllBytes(_folder.At("again.json")), Is.EqualTo(File.ReadAllBytes(_folder.At("findings.json"))));
    }

    [Test]
    public void Scan_FailOnElevated_EndsWithTwo()
    {
        using var console = new TestConsole();

        Assert.That(console.Run("scan", _folder.At("sample.jsonl"), "--fail-on", "elevated"), Is.EqualTo(2));
    }

    [Test]
    public void Scan_FailOnHigherThanAnyFinding_EndsWithZero()
    {
        // Until here single accounts are accused, and their group is not found yet.
        string log = _folder.At("until-eleven.jsonl");
        File.WriteAllLines(log, File.ReadLines(_folder.At("sample.jsonl")).TakeWhile(static line => !line.Contains("2026-03-10T11:", StringComparison.Ordinal)));
        using var console = new TestConsole();

        Assert.That(console.Run("scan", log, "--fail-on", "elevated"), Is.EqualTo(2));
        Assert.That(console.Run("scan", log, "--fail-on", "high"), Is.Zero);
    }

    [Test]
    public void Create_Twice_IsTheSame()
    {
        IReadOnlyList<DemoExchange> first = DemoTraffic.Create();

        Assert.That(DemoTraffic.Create(), Is.EqualTo(first));
    }

    private IEnumerable<string> Names(string list) =>
        _findings.RootElement.GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty("account").GetString()!);
}
