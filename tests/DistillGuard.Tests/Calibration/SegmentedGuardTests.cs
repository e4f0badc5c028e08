// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Text;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>A guard whose calibration gives a segment a bar of its own.</summary>
public sealed class SegmentedGuardTests
{
    private const double Budget = 1e-2;

    private readonly RequestBuffer _buffer = new();

    [Test]
    public void Inspect_AccountOfNoSegment_IsHeldAgainstTheBarOfAll()
    {
        DistillationGuard guard = Build(Han);

        Verdict verdict = Send(guard, "a", "hello");

        Assert.That((verdict.Bar, verdict.Level), Is.EqualTo((guard.Bar, VerdictLevel.Elevated)));
    }

    [Test]
    public void Inspect_AccountOfTheSegment_IsHeldAgainstItsBar()
    {
        Verdict verdict = Send(Build(Han), "a", "你好");

        Assert.That((verdict.Bar, verdict.AccusableScore, verdict.Level), Is.EqualTo((MathF.BitIncrement(8), 6f, VerdictLevel.None)));
    }

    [Test]
    public void Inspect_LaterThatDayOutsideTheSegment_KeepsItsBar()
    {
        DistillationGuard guard = Build(Han);
        Send(guard, "a", "你好");

        Assert.That(Send(guard, "a", "hello", Samples.Start.AddHours(23)).Level, Is.EqualTo(VerdictLevel.None));
    }

    [Test]
    public void Inspect_TheNextDayOutsideTheSegment_IsHeldAgainstTheBarOfAll()
    {
        DistillationGuard guard = Build(Han);
        Send(guard, "a", "你好");

        Assert.That(Send(guard, "a", "hello", Samples.Start.AddDays(1)).Bar, Is.EqualTo(guard.Bar));
    }

    [Test]
    public void Inspect_TimeRunsBackIntoTheDayBefore_StaysInTheLatestDay()
    {
        DistillationGuard guard = Build(Han);
        Send(guard, "a", "你好", Samples.Start);

        Assert.That(Send(guard, "a", "hello", Samples.Start.AddHours(-1)).Bar, Is.EqualTo(MathF.BitIncrement(8)));
    }

    [Test]
    public void Inspect_AnotherAccount_KeepsTheBarOfAll()
    {
        DistillationGuard guard = Build(Han);
        Send(guard, "a", "你好");

        Assert.That(Send(guard, "b", "hello").Bar, Is.EqualTo(guard.Bar));
    }

    [Test]
    public void Inspect_PlanOfTheSegment_IsHeldAgainstItsBar()
    {
        ulong team = Send(Build(), "a", "hello", plan: "team").Segment.Plan;
        DistillationGuard guard = Build(Calibrations.Segment(SegmentDimensions.Plan, team, 500, [.. Enumerable.Repeat(8f, 60)]));

        Assert.That(
            (Send(guard, "a", "hello", plan: "team").Bar, Send(guard, "b", "hello", plan: "Team").Bar, Send(guard, "c", "hello").Bar),
            Is.EqualTo((MathF.BitIncrement(8), guard.Bar, guard.Bar)));
    }

    [Test]
    public void Inspect_AccountOfTwoSegments_IsHeldAgainstTheHigherBar()
    {
        DistillationGuard guard = Build(
            Calibrations.Segment(SegmentDimensions.Api, (ulong)ApiKind.OpenAIChatCompletions, 500, [.. Enumerable.Repeat(7f, 60)]),
            Han);

        Assert.That((Send(guard, "a", "hello").Bar, Send(guard, "a", "你好").Bar), Is.EqualTo((MathF.BitIncrement(7), MathF.BitIncrement(8))));
    }

    [Test]
    public void Inspect_Verdict_SaysWhichSegmentsItIsOf()
    {
        RequestSegment segment = Send(Build(), "a", "здравствуйте").Segment;

        Assert.That(
            segment,
            Is.EqualTo(new RequestSegment { Declared = DeclaredUses.Batch, Api = ApiKind.OpenAIChatCompletions, Script = ScriptClass.Cyrillic }));
    }

    [Test]
    public void Inspect_NotEvaluated_IsOfNoSegment()
    {
        Verdict verdict = Build(Han).Inspect(
            new InferenceRequest { Time = Samples.Start, Caller = new Caller { Account = "a" }, Api = ApiKind.OpenAIResponses }, "{"u8);

        Assert.That((verdict.IsEvaluated, verdict.Segment), Is.EqualTo((false, default(RequestSegment))));
    }

    [Test]
    public void Inspect_WithSegmentBars_AllocatesNothing()
    {
        DistillationGuard guard = Build(Han);
        for (int i = 0; i < 200; i++)
        {
            Send(guard, "a", "你好", plan: "team");
        }

        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                guard.Inspect(Request("a", Samples.Start, "team"));
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.Zero);
    }

    // What is compared is what was calibrated: told apart in the same way, the noisy customers keep the budget that the bar of all would break.
    [Test]
    public void Inspect_TrafficItWasCalibratedOn_KeepsTheBudgetInEverySegment()
    {
        DistillationGuard learning = Build();
        var recorder = new CalibrationRecorder(learning);
        Replay(learning, (time, verdict) => recorder.Note(time, in verdict));
        GuardCalibration calibration = recorder.ToCalibration("c");

        int accused = 0;
        int byTheBarOfAll = 0;
        DistillationGuard guard = Build(calibration);
        Replay(guard, (_, verdict) =>
        {
            accused += verdict.Level == VerdictLevel.None ? 0 : 1;
            byTheBarOfAll += verdict.AccusableScore >= guard.Bar && verdict.Segment.Script == ScriptClass.Han ? 1 : 0;
        });

        Assert.That(calibration.AccountBars(Budget).Own.Select(own => own.Segment.Value), Is.EqualTo(new[] { "han" }));
        Assert.That((accused, byTheBarOfAll), Is.EqualTo((0, 20)));
    }

    [Test]
    public void Build_BarOfASegmentOutOfReach_SaysWhichOne() =>
        Assert.That(
            () => Build(Calibrations.Segment(SegmentDimensions.Kind, (ulong)DeclaredUses.Batch, 500, [.. Enumerable.Repeat(70f, 60)])),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("segment kind batch at 70.0").And.Message.Contains("could be accused"));

    private static CalibrationSegment Han =>
        Calibrations.Segment(SegmentDimensions.Language, (ulong)ScriptClass.Han, 500, [.. Enumerable.Repeat(8f, 60)]);

    private static DistillationGuard Build(params CalibrationSegment[] segments) =>
        Build(Calibrations.With([.. segments.SelectMany(segment => segment.AccountMaxima).OrderDescending().Take(100)], 20_000, segments));

    // Everybody has the score of 6, but the length of a text of several lines says otherwise.
    private static DistillationGuard Build(GuardCalibration calibration)
    {
        SignalInfo info = Samples.Info(SignalFamily.Content, isConclusive: true);
        return new DistillationGuardBuilder()
            .UseSecret(Samples.Secret)
            .UseCalibration(calibration)
            .Configure(options => options.Fusion.Budget = new FalseAlarmBudget(Budget))
            .Add("six", _ => new DelegateDetector("six", (in InspectionContext context, ref SignalBuffer signals) =>
                signals.Add(new Signal(info, context.Features.Text.LineFeeds == 0 ? 6 : context.Features.Text.LineFeeds / 100f, 0, 0))))
            .Build();
    }

    // 4,000 customers, 500 of whom write Chinese; 20 of these score high, and of the others nobody does.
    private void Replay(DistillationGuard guard, Action<DateTimeOffset, Verdict> note)
    {
        for (int i = 0; i < 4_000; i++)
        {
            bool isHan = i < 500;
            string text = (isHan ? "你好" : "hello") + new string('\n', isHan && i < 20 ? 800 : 1);
            note(Samples.Start, Send(guard, $"a{i}", text));
        }
    }

    private Verdict Send(DistillationGuard guard, string account, string text, DateTimeOffset? time = null, string? plan = null)
    {
        _buffer.Clear();
        _buffer.Add(MessageRole.User, text);
        return guard.Inspect(Request(account, time ?? Samples.Start, plan));
    }

    private InferenceRequest Request(string account, DateTimeOffset time, string? plan) => new()
    {
        Time = time,
        Caller = new Caller { Account = account, Plan = plan, Declared = DeclaredUses.Batch },
        Api = ApiKind.OpenAIChatCompletions,
        Content = _buffer.Content,
    };
}
