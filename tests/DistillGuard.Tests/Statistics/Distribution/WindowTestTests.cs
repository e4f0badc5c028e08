// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Statistics.Distribution;

public sealed class WindowTestTests
{
    private const int Size = 20;
    private const int Benign = 300;
    private const int Surfaces = 4;
    private const int Windows = 250;

    // Windows of one surface share a reference, so the bound is that of a few hundred independent windows, not of a thousand.
    [Test]
    public void PValue_WindowsOfTheSameLaw_IsRarelyBelowOnePercent()
    {
        int alarms = 0;
        for (int surface = 0; surface < Surfaces; surface++)
        {
            var random = new SplitMix((ulong)surface);
            alarms += Alarms(surface, ref random, plain: true);
        }

        Assert.That(alarms, Is.InRange(0, 30));
    }

    [Test]
    public void PValue_WindowsOfOtherText_IsBelowOnePercent()
    {
        var random = new SplitMix(9);

        Assert.That(Alarms(9, ref random, plain: false), Is.EqualTo(Windows));
    }

    [Test]
    public void Statistic_TheMedianWindow_IsZero()
    {
        var random = new SplitMix(5);
        WindowNull windows = WindowNull.Calibrate(Rows(ref random), Indices(), Size, 5);
        var test = new WindowTest(windows, WindowParts.Style);
        double[] values = [.. windows.Scores.ToArray().Select(scores => test.Statistic(scores)).Order()];

        Assert.That(values[values.Length / 2], Is.Zero.Within(1e-9));
    }

    // Each part stays below its own 99th percentile; benign windows hardly ever have all of them that high at once.
    [Test]
    public void PValue_ALittleInEveryPart_IsMuchTogether()
    {
        var random = new SplitMix(8);
        WindowNull windows = WindowNull.Calibrate(Rows(ref random), Indices(), Size, 8);
        WindowScores scores = Scores(windows, 0.9);

        Assert.That(new WindowTest(windows, WindowParts.Style).PValue(scores), Is.GreaterThan(0.01));
        Assert.That(new WindowTest(windows, WindowParts.All).PValue(scores), Is.LessThan(0.01));
    }

    [Test]
    public void Statistic_Parts_CountAsTheLengthOfAVector()
    {
        var random = new SplitMix(10);
        WindowNull windows = WindowNull.Calibrate(Rows(ref random), Indices(), Size, 10);
        WindowScores scores = Scores(windows, 3) with { Length = Scores(windows, 4).Length };

        Assert.That(new WindowTest(windows, WindowParts.Style).Statistic(scores), Is.EqualTo(3).Within(1e-6));
        Assert.That(new WindowTest(windows, WindowParts.Style | WindowParts.Length).Statistic(scores), Is.EqualTo(5).Within(1e-6));
    }

    [Test]
    public void Statistic_PartsBelowTheirMedian_TakeNothingAway()
    {
        var random = new SplitMix(11);
        WindowNull windows = WindowNull.Calibrate(Rows(ref random), Indices(), Size, 11);
        WindowScores scores = Scores(windows, -2) with { Words = Scores(windows, 3).Words };

        Assert.That(new WindowTest(windows, WindowParts.All).Statistic(scores), Is.EqualTo(3).Within(1e-6));
    }

    [TestCase(1000, 100, 200)]
    [TestCase(300, 20, 40)]
    [TestCase(300, 100, 100)]
    public void HeldOut_AnyWindow_IsTwoOfThemAndAtMostAThird(int benign, int window, int heldOut) =>
        Assert.That(WindowNull.HeldOut(benign, window), Is.EqualTo(heldOut));

    [Test]
    public void Calibrate_SameKey_DrawsTheSameWindows()
    {
        var random = new SplitMix(6);
        FeatureRows rows = Rows(ref random);

        Assert.That(
            WindowNull.Calibrate(rows, Indices(), Size, 1).Scores.ToArray(),
            Is.EqualTo(WindowNull.Calibrate(rows, Indices(), Size, 1).Scores.ToArray()));
    }

    [Test]
    public void Calibrate_TooFewRows_IsRefused()
    {
        var random = new SplitMix(7);
        FeatureRows rows = Rows(ref random);

        Assert.That(() => WindowNull.Calibrate(rows, Indices(), Benign, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    // Every statistic as far above its median, on the scale of benign windows.
    private static WindowScores Scores(WindowNull windows, double place)
    {
        return new(
            At(WindowParts.Style), At(WindowParts.Length), At(WindowParts.NGrams), At(WindowParts.Words), At(WindowParts.Vocabulary), At(WindowParts.Rarity));

        double At(WindowParts part)
        {
            NullScale scale = NullScale.Of([.. windows.Scores.ToArray().Select(benign => benign.Of(part))]);
            return scale.Median + (place * scale.Spread);
        }
    }

    private static int Alarms(int surface, ref SplitMix random, bool plain)
    {
        FeatureRows rows = Rows(ref random);
        var test = new WindowTest(WindowNull.Calibrate(rows, Indices(), Size, (ulong)surface), WindowParts.All);
        WindowReference reference = WindowReference.Fit(rows, Indices());
        var one = new FeatureRows(1);
        int alarms = 0;
        for (int w = 0; w < Windows; w++)
        {
            var window = new WindowSums();
            for (int i = 0; i < Size; i++)
            {
                string text = Text(ref random);
                one.Add(Encoding.UTF8.GetBytes(plain ? text : $"- {text.ToUpperInvariant()}! ({text})"));
                reference.Add(one.Style(one.Count - 1), one.NGrams(one.Count - 1), one.Words(one.Count - 1), window);
            }

            alarms += test.PValue(window.Scores()) <= 0.01 ? 1 : 0;
        }

        return alarms;
    }

    private static FeatureRows Rows(ref SplitMix random)
    {
        var rows = new FeatureRows(1);
        for (int i = 0; i < Benign; i++)
        {
            rows.Add(Encoding.UTF8.GetBytes(Text(ref random)));
        }

        return rows;
    }

    private static int[] Indices() => [.. Enumerable.Range(0, Benign)];

    private static string Text(ref SplitMix random)
    {
        var text = new StringBuilder();
        int words = 3 + random.Below(20);
        for (int i = 0; i < words; i++)
        {
            int letters = 1 + random.Below(9);
            for (int j = 0; j < letters; j++)
            {
                text.Append((char)('a' + random.Below(26)));
            }

            text.Append(random.Below(8) == 0 ? ", " : " ");
        }

        return text.Append('.').ToString();
    }
}
