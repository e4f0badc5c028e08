// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Support;

namespace DistillGuard.Calibration;

public sealed class CalibrationRecorderTests
{
    [Test]
    public void ToCalibration_NothingEvaluated_Throws()
    {
        var traffic = new PieceTraffic();
        traffic.Send(string.Empty, null, "nobody's");

        Assert.That(() => traffic.Recorder.ToCalibration("c"), Throws.InvalidOperationException);
    }

    [Test]
    public void ToCalibration_TwoAccountsOnTwoDays_CountsThem()
    {
        var traffic = new PieceTraffic();
        traffic.Send("a", null, "one");
        traffic.Send("a", null, "two");
        traffic.Send("b", null, "three");
        traffic.Time += TimeSpan.FromDays(1);
        traffic.Send("a", null, "four");

        Assert.That(
            traffic.Recorder.ToCalibration("c").MadeFrom,
            Is.EqualTo(new CalibrationTraffic(4, 2, 3, 1, 0, Samples.Start, Samples.Start.AddDays(1))));
    }

    [Test]
    public void ToCalibration_ScoresThatRiseAndFall_KeepsTheDaysHighest()
    {
        SignalInfo info = Samples.Info(SignalFamily.Content, isConclusive: true);
        DistillationGuard guard = new DistillationGuardBuilder()
            .Add("counted", _ => new DelegateDetector("counted", (in context, ref signals) =>
                signals.Add(new Signal(info, context.Request.Content.Text.Length / 4f, 0, 0))))
            .Build();
        var traffic = new PieceTraffic(guard);
        traffic.Send("a", null, "1");
        traffic.Send("a", null, "123");
        traffic.Send("a", null, "12");
        traffic.Send("b", null, "12345");

        Assert.That(traffic.Recorder.ToCalibration("c").AccountMaxima, Is.EqualTo(new[] { 1.25f, 0.75f }));
    }

    [Test]
    public void ToCalibration_RequestsOfOneApiInTwoScripts_KeepsTheirSegments()
    {
        var traffic = new PieceTraffic();
        traffic.Send("a", null, "one");
        traffic.Send("a", null, "два");
        traffic.Send("b", null, "three");

        Assert.That(
            traffic.Recorder.ToCalibration("c").Segments.Select(segment => (segment.Value, segment.Accounts, segment.AccountDays)),
            Is.EqualTo(new[] { ("none", 2L, 2L), ("openai.chat_completions", 2L, 2L), ("latin", 2L, 2L), ("cyrillic", 1L, 1L) }));
    }

    [Test]
    public void ToCalibration_NoDimensions_HasNoSegments()
    {
        var traffic = new PieceTraffic();
        var recorder = new CalibrationRecorder(traffic.Guard, SegmentDimensions.None);
        recorder.Note(Samples.Start, traffic.Send("a", null, "one"));

        Assert.That(recorder.ToCalibration("c").Segments, Is.Empty);
    }

    [Test]
    public void ToCalibration_SameTraffic_GivesTheSameBytes()
    {
        static string Record()
        {
            var traffic = new PieceTraffic();
            traffic.Send("b", null, "one");
            traffic.Send("a", "org", "два");
            return Calibrations.Text(traffic.Recorder.ToCalibration("c"));
        }

        string first = Record();
        string second = Record();

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void ToCalibration_SentenceOfTwoOrganizations_IsCommon()
    {
        var traffic = new PieceTraffic();
        traffic.Send("a", "one", PieceTraffic.Sentence(1));
        traffic.Send("b", "two", PieceTraffic.Sentence(1));

        Assert.That(traffic.Recorder.ToCalibration("c").CommonPieces.Count, Is.EqualTo(1));
    }

    [Test]
    public void ToCalibration_SentenceOfTwoAccountsOfOneOrganization_IsNot()
    {
        var traffic = new PieceTraffic();
        traffic.Send("a", "one", PieceTraffic.Sentence(1));
        traffic.Send("b", "one", PieceTraffic.Sentence(1));

        Assert.That(traffic.Recorder.ToCalibration("c").CommonPieces.Count, Is.Zero);
    }

    // One account in 2,000 may share by chance: of 4,000 accounts it takes three organizations.
    [TestCase(3_999, 2, 2)]
    [TestCase(4_000, 3, 1)]
    public void ToCalibration_ManyAccounts_AsksForMoreOrganizations(int accounts, int commonFrom, int common)
    {
        var traffic = new PieceTraffic();
        for (int i = 0; i < accounts; i++)
        {
            traffic.Send($"a{i}", null, i < 3 ? PieceTraffic.Sentence(1) : i < 5 ? PieceTraffic.Sentence(2) : "Hello.");
        }

        GuardCalibration calibration = traffic.Recorder.ToCalibration("c");

        Assert.That((calibration.CommonFrom, calibration.CommonPieces.Count), Is.EqualTo((commonFrom, common)));
    }

    [Test]
    public void ToCalibration_CommonAmongTheFewOfAnEarlierDay_StaysCommon()
    {
        var traffic = new PieceTraffic();
        traffic.Send("a", null, PieceTraffic.Sentence(1));
        traffic.Send("b", null, PieceTraffic.Sentence(1));
        traffic.Time = Samples.Start.AddDays(1);
        for (int i = 0; i < 4_000; i++)
        {
            traffic.Send($"a{i}", null, i < 2 ? PieceTraffic.Sentence(2) : "Hello.");
        }

        GuardCalibration calibration = traffic.Recorder.ToCalibration("c");

        Assert.That((calibration.CommonFrom, calibration.CommonPieces.Count), Is.EqualTo((3, 1)));
    }

    [Test]
    public void NoteGroups_FirstDay_WatchesNothing()
    {
        var traffic = new PieceTraffic();
        traffic.SendTemplate(piece: 1, organizations: 6, "a");

        CalibrationTraffic from = traffic.Recorder.ToCalibration("c").MadeFrom;

        Assert.That((traffic.Guard.Groups.Count, from.GroupDays, from.WatchedDays), Is.EqualTo((1, 0, 0)));
    }

    [Test]
    public void NoteGroups_TemplateTheDayBeforeTaught_IsNoGroup()
    {
        var traffic = new PieceTraffic();
        traffic.SendTemplate(piece: 1, organizations: 6, "a");
        traffic.Time = Samples.Start.AddDays(1);
        traffic.SendTemplate(piece: 1, organizations: 6, "a");

        CalibrationTraffic from = traffic.Recorder.ToCalibration("c").MadeFrom;

        Assert.That((from.GroupDays, from.WatchedDays), Is.EqualTo((0, 1)));
    }

    // A replay looks before it hands in the exchange that begins the day: that look still knows nothing of the day before.
    [Test]
    public void NoteGroups_LookBeforeTheSecondDaysFirstExchange_JudgesTheFirstDay()
    {
        var traffic = new PieceTraffic();
        traffic.SendTemplate(piece: 1, organizations: 6, "a");
        traffic.Time = Samples.Start.AddDays(1);
        traffic.Look();
        traffic.SendTemplate(piece: 1, organizations: 6, "a");

        CalibrationTraffic from = traffic.Recorder.ToCalibration("c").MadeFrom;

        Assert.That((from.GroupDays, from.WatchedDays), Is.EqualTo((0, 1)));
    }

    [Test]
    public void NoteGroups_TemplateNewOnTheSecondDay_IsAGroupDay()
    {
        var traffic = new PieceTraffic(PieceTraffic.Builder().AddAnalyzer("second", () => new SecondFamily()).Build());
        traffic.SendTemplate(piece: 1, organizations: 6, "a");
        traffic.Time = Samples.Start.AddDays(1);
        traffic.SendTemplate(piece: 2, organizations: 6, "a");

        GuardCalibration calibration = traffic.Recorder.ToCalibration("c");

        Assert.That((calibration.MadeFrom.GroupDays, calibration.GroupMaxima.Count), Is.EqualTo((1, 1)));
        Assert.That(calibration.GroupMaxima[0], Is.EqualTo(traffic.Guard.Groups.Max(group => group.LatestAccusableScore)));
    }

    // One family accuses nobody at any bar, so it is no score that a bar must keep clear of.
    [Test]
    public void NoteGroups_TemplateAlone_IsAGroupDayWithoutAScore()
    {
        var traffic = new PieceTraffic();
        traffic.SendTemplate(piece: 1, organizations: 6, "a");
        traffic.Time = Samples.Start.AddDays(1);
        traffic.SendTemplate(piece: 2, organizations: 6, "a");

        GuardCalibration calibration = traffic.Recorder.ToCalibration("c");

        Assert.That((calibration.MadeFrom.GroupDays, calibration.GroupMaxima.Count), Is.EqualTo((1, 0)));
    }

    private sealed class SecondFamily : IGroupAnalyzer
    {
        private static readonly SignalInfo Info = Samples.Info(SignalFamily.Timing);

        public string Name => "second";

        public void Analyze(in GroupView group, ref SignalBuffer signals) => signals.Add(new Signal(Info, 1.5f, 0, 0));
    }

    [Test]
    public void NoteGroups_LookAfterTheLastExchange_JudgesItsDay()
    {
        var traffic = new PieceTraffic();
        traffic.Send("a", null, "Hello.");
        traffic.Time = Samples.Start.AddDays(1);
        traffic.SendTemplate(piece: 2, organizations: 6, "a");
        traffic.Time += TimeSpan.FromDays(1);
        traffic.Look();

        Assert.That(traffic.Recorder.ToCalibration("c").MadeFrom.GroupDays, Is.EqualTo(1));
    }

    [Test]
    public void ToCalibration_UsedByAnotherGuard_LinksNobodyByWhatIsCommon()
    {
        var benign = new PieceTraffic();
        benign.SendTemplate(piece: 1, organizations: 6, "a");
        GuardCalibration calibration = benign.Recorder.ToCalibration("c");

        var traffic = new PieceTraffic(PieceTraffic.Builder().UseCalibration(calibration).Build());
        traffic.SendTemplate(piece: 1, organizations: 9, "b");

        Assert.That(traffic.Guard.Groups, Is.Empty);
    }

    [Test]
    public void ToCalibration_UsedByAnotherGuard_LinksByWhatIsRare()
    {
        var benign = new PieceTraffic();
        benign.SendTemplate(piece: 1, organizations: 6, "a");
        GuardCalibration calibration = benign.Recorder.ToCalibration("c");

        var traffic = new PieceTraffic(PieceTraffic.Builder().UseCalibration(calibration).Build());
        traffic.SendTemplate(piece: 2, organizations: 9, "b");

        Assert.That(traffic.Guard.Groups, Has.Count.EqualTo(1));
    }
}
