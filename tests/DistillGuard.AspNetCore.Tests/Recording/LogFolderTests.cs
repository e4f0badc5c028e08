// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Files are begun anew, compressed and deleted in time, and a full disk is survived.</summary>
public sealed class LogFolderTests
{
    [Test]
    public void Write_FileFull_BeginsANewOneAndLosesNothing()
    {
        using var rig = new RecorderRig(options => options.MaxFileBytes = 4_096);

        SendAll(rig, 30);
        rig.Finish();

        Assert.That(rig.Files, Has.Count.GreaterThan(2));
        Assert.That(rig.Files.Select(file => new FileInfo(file).Length), Is.All.LessThanOrEqualTo(4_096));
        Assert.That(rig.Entries(entry => entry.Line), Has.Count.EqualTo(30));
    }

    [Test]
    public void Write_NextDay_BeginsANewFile()
    {
        using var rig = new RecorderRig(options => options.ReorderWindow = TimeSpan.Zero);

        rig.Send(SampleExchanges.Make("a")).Turn();
        rig.Time.Advance(TimeSpan.FromDays(1));
        rig.Send(SampleExchanges.Make("a", SampleExchanges.Start.AddDays(1))).Turn();

        Assert.That(rig.Files.Select(file => Path.GetFileName(file)[..16]), Is.EqualTo(new[] { "traffic-20260105", "traffic-20260106" }));
    }

    [Test]
    public void End_Compress_LeavesGzipThatTheReaderReads()
    {
        using var rig = new RecorderRig(options =>
        {
            options.Compress = true;
            options.MaxFileBytes = 4_096;
        });

        SendAll(rig, 30);
        rig.Finish();

        Assert.That(rig.Files, Is.All.EndsWith(".jsonl.gz"));
        Assert.That(rig.Entries(entry => entry.Line), Has.Count.EqualTo(30));
    }

    [Test]
    public void Begin_TooManyFiles_DeletesTheOldestAndNothingElse()
    {
        using var rig = new RecorderRig(options =>
        {
            options.MaxFileBytes = 4_096;
            options.MaxFiles = 2;
        });
        Directory.CreateDirectory(rig.Options.Folder);
        string other = Path.Combine(rig.Options.Folder, "notes.txt");
        File.WriteAllText(other, "mine");

        SendAll(rig, 60);
        rig.Finish();

        Assert.That(rig.Files.Count(file => file.EndsWith(".jsonl", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(File.Exists(other), Is.True);
    }

    [Test]
    public void Write_FolderIsAFile_LosesLinesAloudAndGoesOnWhenItIsMended()
    {
        using var rig = new RecorderRig(options => options.ReorderWindow = TimeSpan.Zero);
        File.WriteAllText(rig.Options.Folder, "in the way");

        rig.Send(SampleExchanges.Make("a")).Turn();
        rig.Send(SampleExchanges.Make("b")).Turn();
        Assert.That((rig.Recorder.Counters.Lost, rig.Recorder.Counters.Written), Is.EqualTo((2L, 0L)));
        Assert.That(rig.Recorder.Problem, Does.Contain(rig.Options.Folder));

        File.Delete(rig.Options.Folder);
        rig.Time.Advance(TimeSpan.FromSeconds(11));
        rig.Send(SampleExchanges.Make("c", rig.Time.GetUtcNow())).Turn();

        Assert.That((rig.Recorder.Counters.Lost, rig.Recorder.Counters.Written, rig.Recorder.Problem), Is.EqualTo((2L, 1L, (string?)null)));
        Assert.That(rig.Log.Levels, Is.EqualTo(new[] { LogLevel.Error, LogLevel.Information }));
    }

    private static void SendAll(RecorderRig rig, int count)
    {
        for (int i = 0; i < count; i++)
        {
            rig.Send(SampleExchanges.Make("a", SampleExchanges.Start.AddSeconds(i)));
        }
    }
}
