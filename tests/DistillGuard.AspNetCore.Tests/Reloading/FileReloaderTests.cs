// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Snapshots;
using DistillGuard.Calibration;
using DistillGuard.Geo;
using DistillGuard.Verdicts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>Files are taken over whole when they have settled, or what is in use stays.</summary>
public sealed class FileReloaderTests
{
    private const string Rules =
        """
        {"version": 1, "name": "own", "revision": 3, "date": "2026-11-01", "rules": [
        {"id": "own-rule", "title": "Own", "status": "stable", "tactic": "grading", "weight": 2, "description": "Own.",
         "references": ["https://example.org"], "falsePositives": ["testers"], "condition": {"phrases": {"any": ["grade this"]}}}]}
        """;

    private const string Regions =
        """
        {"format": 1, "name": "mine", "title": "Mine", "compiled": "2026-11-23",
         "sources": [{"url": "https://example.org", "date": "2026", "note": "made up"}], "caveats": [], "regions": ["CU"]}
        """;

    private TemporaryState _state = null!;
    private FakeTimeProvider _time = null!;
    private RecordingLogger _log = null!;
    private ReloadOptions _options = null!;
    private DistillationGuard _guard = null!;

    [SetUp]
    public void Begin()
    {
        _state = new TemporaryState();
        _time = new FakeTimeProvider();
        _log = new RecordingLogger();
        _options = new ReloadOptions { WithBuiltInRules = false };
        _guard = new DistillationGuardBuilder().UseSecret(TemporaryState.Secret).AddPromptPattern().AddGeoOrigin().Build();
    }

    [TearDown]
    public void End() => _state.Dispose();

    [Test]
    public void Begin_GoodRules_AreTakenOver()
    {
        _options.Rules.Add(Write("own.json", Rules));

        FileReloader(out ReloadStatus status).Begin();

        ReloadState rules = status.States[0];
        Assert.That(_guard.Rules.Rules.Select(rule => rule.Id), Is.EqualTo(new[] { "own-rule" }));
        Assert.That((rules.Kind, rules.Outcome, rules.Applied, rules.Problem), Is.EqualTo((ReloadKind.Rules, ReloadOutcome.Applied, (DateTimeOffset?)_time.GetUtcNow(), (string?)null)));
        Assert.That(rules.Version, Does.StartWith("own r3"));
    }

    [Test]
    public void Begin_WithBuiltInRules_CompilesBoth()
    {
        _options.WithBuiltInRules = true;
        _options.Rules.Add(Write("own.json", Rules));

        FileReloader(out _).Begin();

        Assert.That(_guard.Rules.Rules, Has.Count.GreaterThan(10).And.Some.Matches<Rules.Rule>(rule => rule!.Id == "own-rule"));
    }

    [Test]
    public void Begin_BrokenRules_KeepsWhatWasBuiltAndSaysWhy()
    {
        string before = _guard.Rules.Version;
        _options.Rules.Add(Write("own.json", Rules.Replace("\"weight\": 2", "\"weight\": \"two\"", StringComparison.Ordinal)));

        FileReloader(out ReloadStatus status).Begin();

        Assert.That((_guard.Rules.Version, status.States[0].Outcome, status.HasProblem), Is.EqualTo((before, ReloadOutcome.Kept, true)));
        Assert.That(status.States[0].Problem, Does.Contain("own.json").And.Contain("weight"));
        Assert.That(_log.Levels, Has.Exactly(1).EqualTo(LogLevel.Error));
    }

    [Test]
    public void Look_FileMended_IsTakenOverWhenItHasSettled()
    {
        string path = Write("own.json", "{");
        _options.Rules.Add(path);
        FileReloader reloader = FileReloader(out ReloadStatus status);
        reloader.Begin();

        File.WriteAllText(path, Rules);
        reloader.Look();
        Assert.That(status.States[0].Outcome, Is.EqualTo(ReloadOutcome.Kept), "it may still be written to");
        reloader.Look();

        Assert.That(status.States[0].Outcome, Is.EqualTo(ReloadOutcome.Applied));
    }

    [Test]
    public void Look_FileStillGrowing_WaitsUntilItIsWhole()
    {
        string path = Write("own.json", Rules);
        _options.Rules.Add(path);
        FileReloader reloader = FileReloader(out ReloadStatus status);
        reloader.Begin();

        string next = Rules.Replace("own-rule", "next-rule", StringComparison.Ordinal);
        for (int written = 40; written < next.Length; written += 60)
        {
            File.WriteAllText(path, next[..written]);
            reloader.Look();
            Assert.That(_guard.Rules.Rules.Single().Id, Is.EqualTo("own-rule"));
        }

        File.WriteAllText(path, next);
        reloader.Look();
        reloader.Look();

        Assert.That(_guard.Rules.Rules.Single().Id, Is.EqualTo("next-rule"));
        Assert.That(status.HasProblem, Is.False);
    }

    [Test]
    public void Look_BrokenFile_IsTriedOncePerChange()
    {
        string path = Write("own.json", Rules);
        _options.Rules.Add(path);
        FileReloader reloader = FileReloader(out ReloadStatus status);
        reloader.Begin();
        File.WriteAllText(path, "{ broken");

        for (int look = 0; look < 5; look++)
        {
            reloader.Look();
        }

        Assert.That(_log.Levels.Count(level => level == LogLevel.Error), Is.EqualTo(1));
        Assert.That((_guard.Rules.Rules.Single().Id, status.States[0].Outcome), Is.EqualTo(("own-rule", ReloadOutcome.Kept)));
        Assert.That(status.States[0].Applied, Is.Not.Null, "what is in use was taken over before");
    }

    [Test]
    public void Look_FileDeleted_KeepsTheRules()
    {
        string path = Write("own.json", Rules);
        _options.Rules.Add(path);
        FileReloader reloader = FileReloader(out ReloadStatus status);
        reloader.Begin();

        File.Delete(path);
        reloader.Look();
        reloader.Look();

        Assert.That((_guard.Rules.Rules.Count, status.States[0].Outcome), Is.EqualTo((1, ReloadOutcome.Kept)));
    }

    [Test]
    public void Look_DocumentAddedToAFolder_IsTakenOver()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_state.Folder, "rules")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.json"), Rules);
        _options.Rules.Add(folder);
        FileReloader reloader = FileReloader(out _);
        reloader.Begin();

        File.WriteAllText(Path.Combine(folder, "b.json"), Rules.Replace("own", "other", StringComparison.Ordinal));
        reloader.Look();
        reloader.Look();

        Assert.That(_guard.Rules.Rules.Select(rule => rule.Id), Is.EquivalentTo(new[] { "own-rule", "other-rule" }));
    }

    [Test]
    public void Look_LinkTurnedToAnotherFile_IsTakenOver()
    {
        string first = Write("first.json", Rules);
        string second = Write("second.json", Rules.Replace("own-rule", "next-rule", StringComparison.Ordinal));
        string link = Path.Combine(_state.Folder, "current.json");
        File.CreateSymbolicLink(link, first);
        _options.Rules.Add(link);
        FileReloader reloader = FileReloader(out _);
        reloader.Begin();

        File.Delete(link);
        File.CreateSymbolicLink(link, second);
        reloader.Look();
        reloader.Look();

        Assert.That(_guard.Rules.Rules.Single().Id, Is.EqualTo("next-rule"));
    }

    [Test]
    public void Begin_Calibration_IsTakenOverWithItsDate()
    {
        _options.Calibration = WriteCalibration(TemporaryState.Secret);

        FileReloader(out ReloadStatus status).Begin();

        Assert.That(_guard.Calibration?.Name, Is.EqualTo("calibration.json"));
        Assert.That((status.States[1].Version, status.States[1].Dated), Is.EqualTo(("calibration.json", (DateTimeOffset?)_guard.Calibration!.MadeFrom.To)));
    }

    [Test]
    public void Begin_CalibrationOfAnotherSecret_IsRefused()
    {
        _options.Calibration = WriteCalibration([.. Enumerable.Repeat((byte)9, 16)]);

        FileReloader(out ReloadStatus status).Begin();

        Assert.That(_guard.Calibration, Is.Null);
        Assert.That(status.States[1].Problem, Does.Contain("another secret"));
    }

    [Test]
    public void Begin_CalibrationOfOtherRules_IsTakenOverWithAWarning()
    {
        _options.Rules.Add(Write("own.json", Rules));
        _options.Calibration = WriteCalibration(TemporaryState.Secret);

        FileReloader(out ReloadStatus status).Begin();

        Assert.That(status.IsCalibrationOfRules, Is.False);
        Assert.That(_log.Texts, Has.Exactly(1).Contains("was made with the rules"));
    }

    [Test]
    public void Look_RegionsChanged_AreTakenOver()
    {
        string path = Write("regions.json", Regions);
        _options.Regions = path;
        FileReloader reloader = FileReloader(out ReloadStatus status);
        reloader.Begin();
        Assert.That(_guard.RegionsInUse()?.Regions.Single().ToString(), Is.EqualTo("CU"));

        File.WriteAllText(path, Regions.Replace("mine", "mine again", StringComparison.Ordinal));
        reloader.Look();
        reloader.Look();

        Assert.That((status.States[2].Version, status.States[2].Dated), Is.EqualTo(("mine again", (DateTimeOffset?)new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero))));
    }

    [Test]
    public void Begin_NoFiles_LeavesEverythingAsBuilt()
    {
        FileReloader(out ReloadStatus status).Begin();

        Assert.That(status.States.Select(state => state.Outcome), Is.All.EqualTo(ReloadOutcome.AsBuilt));
        Assert.That(_log.Levels, Is.Empty);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_state.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string WriteCalibration(byte[] secret)
    {
        DistillationGuard benign = new DistillationGuardBuilder().UseSecret(secret).AddPromptPattern().AddGeoOrigin().Build();
        var recorder = new CalibrationRecorder(benign);
        for (int day = 0; day < 3; day++)
        {
            DateTimeOffset time = new(2026, 1, 1 + day, 0, 0, 0, TimeSpan.Zero);
            Verdict verdict = benign.Inspect(new DistillGuard.Requests.InferenceRequest { Time = time, Caller = new DistillGuard.Requests.Caller { Account = "a" } });
            recorder.Note(time, in verdict);
        }

        string path = Path.Combine(_state.Folder, "calibration.json");
        using FileStream stream = File.Create(path);
        recorder.ToCalibration("calibration.json").Write(stream);
        return path;
    }

    private FileReloader FileReloader(out ReloadStatus status)
    {
        status = new ReloadStatus(_guard, _options);
        return new FileReloader(_guard, _options, status, _time, _log);
    }
}
