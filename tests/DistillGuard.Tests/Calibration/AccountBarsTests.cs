// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Statistics;
using DistillGuard.Text;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

public sealed class AccountBarsTests
{
    private const double Budget = 1e-2;

    // 20,000 account-days of which 100 reach 5 to 10; the bar of all lets some 170 exceed it at 1 %.
    private static readonly float[] Quiet = [.. Enumerable.Range(0, 100).Select(i => 10f - (i / 20f))];

    [Test]
    public void Segments_NoisyAndThick_HasAHigherBarOfItsOwn()
    {
        SegmentBar noisy = Noisy(days: 1_000, reaching: 60);

        Assert.That(noisy.Basis, Is.EqualTo(SegmentBasis.Own));
        Assert.That(noisy.LowerRate, Is.GreaterThan(Budget));
        Assert.That(noisy.Bar, Is.EqualTo(BarSelection.Choose(noisy.Segment.AccountMaxima, 1_000, Budget).Bar));
    }

    [Test]
    public void Segments_NoisyAndThick_KeepsTheBudgetAtItsOwnBar()
    {
        SegmentBar noisy = Noisy(days: 1_000, reaching: 60);

        int exceeded = noisy.Segment.AccountMaxima.Count(score => score >= noisy.Bar);
        Assert.That(BinomialInterval.Upper(exceeded, 1_000, BarSelection.Confidence), Is.LessThanOrEqualTo(Budget));
    }

    // 298 days without an event leave a rate of 1 % just possible, 299 do not.
    [TestCase(298, SegmentBasis.Thin)]
    [TestCase(299, SegmentBasis.Own)]
    public void Segments_Noisy_NeedsThreeOverTheBudget(int days, SegmentBasis basis) =>
        Assert.That(Noisy(days, reaching: 60).Basis, Is.EqualTo(basis));

    [Test]
    public void Segments_Thin_HasTheBarOfAll()
    {
        AccountBars bars = Bars(Calibrations.Segment(SegmentDimensions.Plan, 1, 100, [.. Quiet.Take(60)]));

        Assert.That((bars.Segments[0].Basis, bars.Segments[0].Bar, bars.Own.Count), Is.EqualTo((SegmentBasis.Thin, bars.Pooled.Bar, 0)));
    }

    [Test]
    public void Segments_Quiet_IsNeverLower()
    {
        AccountBars bars = Bars(Calibrations.Segment(SegmentDimensions.Plan, 1, 15_000));

        Assert.That((bars.Segments[0].Basis, bars.Segments[0].Bar), Is.EqualTo((SegmentBasis.Pooled, bars.Pooled.Bar)));
    }

    // Six of 400 reach it where four are allowed: the own bar of so small a sample would be higher, but nothing shows that it must be.
    [Test]
    public void Segments_FewMoreThanAllowed_IsNotCredible()
    {
        SegmentBar some = Noisy(days: 400, reaching: 6);

        Assert.That(
            (some.Basis, BarSelection.Choose(some.Segment.AccountMaxima, 400, Budget).Bar > some.Bar),
            Is.EqualTo((SegmentBasis.Pooled, true)));
    }

    [Test]
    public void Segments_Each_SaysHowManyReachedTheBarOfAll()
    {
        SegmentBar noisy = Noisy(days: 1_000, reaching: 60);

        Assert.That(
            (noisy.Exceeded, noisy.LowerRate, noisy.UpperRate),
            Is.EqualTo((60, BinomialInterval.Lower(60, 1_000, 0.95), BinomialInterval.Upper(60, 1_000, 0.95))));
    }

    [Test]
    public void Of_RequestOfSeveralSegments_IsTheHighestThatApplies()
    {
        AccountBars bars = Bars(
            Calibrations.Segment(SegmentDimensions.Plan, 1, 500, [.. Enumerable.Repeat(8f, 60)]),
            Calibrations.Segment(SegmentDimensions.Language, (ulong)ScriptClass.Han, 500, [.. Enumerable.Repeat(9f, 60)]));

        Assert.That(
            new[]
            {
                bars.Of(new RequestSegment { Plan = 2, Script = ScriptClass.Latin }),
                bars.Of(new RequestSegment { Plan = 1, Script = ScriptClass.Latin }),
                bars.Of(new RequestSegment { Plan = 1, Script = ScriptClass.Han }),
            },
            Is.EqualTo(new[] { bars.Pooled.Bar, MathF.BitIncrement(8), MathF.BitIncrement(9) }));
    }

    [Test]
    public void SegmentBars_ThickEnoughForTheBudgetOnly_KeepsTheDistance()
    {
        AccountBars elevated = Bars(Calibrations.Segment(SegmentDimensions.Plan, 1, 500, [.. Enumerable.Repeat(8f, 60)]));
        AccountBars high = Calibrations.With(Quiet, 20_000, [elevated.Segments[0].Segment]).AccountBars(Budget / 10);
        var pooled = new BarPair(elevated.Pooled.Bar, high.Pooled.Bar);

        BarPair raised = SegmentBars.Of(elevated, high).Raise(pooled, new RequestSegment { Plan = 1 });

        Assert.That(high.Segments[0].Basis, Is.EqualTo(SegmentBasis.Thin));
        Assert.That(raised.Elevated, Is.EqualTo(elevated.Segments[0].Bar));
        Assert.That(raised.High - raised.Elevated, Is.EqualTo(pooled.High - pooled.Elevated).Within(1e-5));
    }

    [Test]
    public void SegmentBars_NoneOwn_IsEmpty()
    {
        GuardCalibration calibration = Calibrations.With(Quiet, 20_000, Calibrations.Segment(SegmentDimensions.Api, (ulong)ApiKind.OpenAIResponses, 9_000));

        Assert.That(SegmentBars.Of(calibration.AccountBars(Budget), calibration.AccountBars(Budget / 10)).IsEmpty, Is.True);
    }

    // Benign customers of one segment that score like all others: at a confidence of 95 %, one in twenty may be taken for noisier, not more.
    [Test]
    public void Segments_LikeAllOthers_SeldomHaveABarOfTheirOwn()
    {
        const int Samples = 200;
        int own = 0;
        for (int seed = 0; seed < Samples; seed++)
        {
            var random = new Random(seed);
            float[] all = [.. Enumerable.Range(0, 6_000).Select(_ => (float)(-3 * Math.Log(1 - random.NextDouble())))];
            float[] part = [.. all.Take(1_000).OrderDescending()];
            GuardCalibration calibration = Calibrations.With([.. all.OrderDescending()], 6_000, Calibrations.Segment(SegmentDimensions.Plan, 1, 1_000, part));
            own += calibration.AccountBars(Budget).Own.Count;
        }

        Assert.That(own, Is.LessThanOrEqualTo(Samples * 0.05));
    }

    private static SegmentBar Noisy(int days, int reaching) =>
        Bars(Calibrations.Segment(SegmentDimensions.Plan, 1, days, [.. Enumerable.Range(0, reaching).Select(i => 10f - (i / 20f))])).Segments[0];

    private static AccountBars Bars(params CalibrationSegment[] segments) => Calibrations.With(Quiet, 20_000, segments).AccountBars(Budget);
}
