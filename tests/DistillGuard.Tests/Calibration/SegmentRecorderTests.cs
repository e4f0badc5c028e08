// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Subjects;
using DistillGuard.Text;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

public sealed class SegmentRecorderTests
{
    // Oracle: every request of every account-day again, from the first one in the segment on.
    [Test]
    public void ToSegments_RandomTraffic_AreTheMaximaFromTheFirstRequestOn([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        var recorder = new SegmentRecorder(SegmentDimensions.All);
        var log = new List<(int Account, long Day, RequestSegment Request, float Score)>();
        for (long day = 100; day < 104; day++)
        {
            for (int i = 0; i < 300; i++)
            {
                log.Add((random.Next(10), day, Random(random), random.NextSingle() - 0.7f));
                recorder.Note(Key(log[^1].Account), day, log[^1].Request, log[^1].Score);
            }
        }

        IReadOnlyList<CalibrationSegment> segments = recorder.ToSegments();

        Assert.That(segments, Has.Count.EqualTo(3 + 5 + 4 + 7));
        foreach (CalibrationSegment segment in segments)
        {
            var days = log.GroupBy(entry => (entry.Account, entry.Day))
                .Select(group => (group.Key.Account, Later: group.SkipWhile(entry => !segment.Id.Covers(entry.Request)).ToArray()))
                .Where(day => day.Later.Length > 0)
                .ToArray();
            Assert.That(
                (segment.Accounts, segment.AccountDays),
                Is.EqualTo(((long)days.Select(day => day.Account).Distinct().Count(), (long)days.Length)));
            Assert.That(
                segment.AccountMaxima,
                Is.EqualTo(days.Select(day => day.Later.Max(entry => entry.Score)).Where(score => score > 0).OrderDescending()));
        }
    }

    [Test]
    public void Note_BeforeTheFirstRequestOfTheSegment_DoesNotCount()
    {
        var recorder = new SegmentRecorder(SegmentDimensions.Language);

        recorder.Note(Key(1), 5, new RequestSegment { Script = ScriptClass.Latin }, 9);
        recorder.Note(Key(1), 5, new RequestSegment { Script = ScriptClass.Han }, 4);

        Assert.That(
            recorder.ToSegments().Select(segment => (segment.Value, segment.AccountMaxima[0])),
            Is.EqualTo(new[] { ("latin", 9f), ("han", 4f) }));
    }

    [Test]
    public void Note_DayBeforeTheLatest_BelongsToTheLatest()
    {
        var recorder = new SegmentRecorder(SegmentDimensions.Api);
        var request = new RequestSegment { Api = ApiKind.OpenAIResponses };

        recorder.Note(Key(1), 10, request, 1);
        recorder.Note(Key(1), 9, request, 2);

        CalibrationSegment segment = recorder.ToSegments().Single();
        Assert.That((segment.AccountDays, segment.AccountMaxima[0], segment.AccountMaxima.Count), Is.EqualTo((1L, 2f, 1)));
    }

    [TestCase(SegmentDimensions.None, "")]
    [TestCase(SegmentDimensions.Plan, "plan")]
    [TestCase(SegmentDimensions.Kind | SegmentDimensions.Language, "kind,language")]
    public void ToSegments_SomeDimensions_HoldsNoOther(SegmentDimensions dimensions, string expected)
    {
        var recorder = new SegmentRecorder(dimensions);
        recorder.Note(Key(1), 1, new RequestSegment { Plan = 3, Api = ApiKind.OpenAIResponses, Script = ScriptClass.Latin }, 1);

        Assert.That(string.Join(',', recorder.ToSegments().Select(segment => SegmentDimensionNames.ToName(segment.Dimension))), Is.EqualTo(expected));
    }

    [Test]
    public void Note_NothingKnownOfTheRequest_IsOnlyAKind()
    {
        var recorder = new SegmentRecorder(SegmentDimensions.All);

        recorder.Note(Key(1), 1, default, 1);

        Assert.That(recorder.ToSegments().Select(segment => segment.Value), Is.EqualTo(new[] { "none" }));
    }

    // Were a plan made for every customer, no table of them would be of use to anybody.
    [Test]
    public void Note_MorePlansThanAreToldApart_KeepsTheFirst()
    {
        var recorder = new SegmentRecorder(SegmentDimensions.Plan);
        for (ulong plan = 1; plan <= 100; plan++)
        {
            recorder.Note(Key((int)plan), 1, new RequestSegment { Plan = plan }, 1);
        }

        Assert.That(recorder.ToSegments().Select(segment => segment.Id.Value), Is.EqualTo(Enumerable.Range(1, SegmentBars.MostPlans)));
    }

    [Test]
    public void ToSegments_AskedTwice_IsTheSame()
    {
        var recorder = new SegmentRecorder(SegmentDimensions.Plan);
        recorder.Note(Key(1), 1, new RequestSegment { Plan = 1 }, 1);
        _ = recorder.ToSegments();

        Assert.That(recorder.ToSegments().Single().AccountMaxima, Is.EqualTo(new[] { 1f }));
    }

    private static RequestSegment Random(Random random) => new()
    {
        Plan = (ulong)random.Next(4),
        Declared = (DeclaredUses)random.Next(16),
        Api = (ApiKind)random.Next(5),
        Script = (ScriptClass)random.Next(8),
    };

    private static SubjectKey Key(int account) => new SipHash(new byte[16]).Hash([(byte)account]);
}
