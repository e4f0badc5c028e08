// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>Accounts ranked by a score, and how well that tells campaigns from customers. Accounts of equal score share a threshold.</summary>
internal sealed class Ranking
{
    private readonly (double Score, bool IsDistill)[] _ranked;
    private readonly int _distill;
    private readonly int _benign;

    public Ranking(IEnumerable<(double Score, bool IsDistill)> accounts)
    {
        _ranked = [.. accounts.OrderByDescending(static account => account.Score)];
        _distill = _ranked.Count(static account => account.IsDistill);
        _benign = _ranked.Length - _distill;
    }

    /// <summary>One point for every threshold, from the highest down.</summary>
    public IReadOnlyList<CurvePoint> Curve()
    {
        var points = new List<CurvePoint>();
        int accused = 0;
        int right = 0;
        for (int i = 0; i < _ranked.Length; i++)
        {
            accused++;
            right += _ranked[i].IsDistill ? 1 : 0;
            if (i + 1 == _ranked.Length || _ranked[i + 1].Score < _ranked[i].Score)
            {
                points.Add(new CurvePoint(_ranked[i].Score, Share(accused - right, _benign), Share(right, _distill), Share(right, accused)));
            }
        }

        return points;
    }

    /// <summary>The probability that an account of a campaign ranks above a benign one, ties counted half; 0.5 when one kind is missing.</summary>
    public double AreaUnderCurve()
    {
        if (_distill == 0 || _benign == 0)
        {
            return 0.5;
        }

        double area = 0;
        double fromRate = 0;
        double fromRecall = 0;
        foreach (CurvePoint point in Curve())
        {
            area += (point.FalsePositiveRate - fromRate) * (point.Recall + fromRecall) / 2;
            (fromRate, fromRecall) = (point.FalsePositiveRate, point.Recall);
        }

        return area;
    }

    /// <summary>Mean precision over the recall gained: 1 is perfect, the base rate is chance.</summary>
    public double AveragePrecision()
    {
        double sum = 0;
        double from = 0;
        foreach (CurvePoint point in Curve())
        {
            sum += (point.Recall - from) * point.Precision;
            from = point.Recall;
        }

        return sum;
    }

    /// <summary>The lowest threshold at which no more benign accounts are accused than allowed; above all scores when there is none.</summary>
    public double ThresholdFor(long allowedBenign)
    {
        double threshold = double.PositiveInfinity;
        foreach (CurvePoint point in Curve())
        {
            if (point.FalsePositiveRate * _benign > allowedBenign + 0.5)
            {
                break;
            }

            threshold = point.Threshold;
        }

        return threshold;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
