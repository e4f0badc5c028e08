// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>Exact confidence limits of a rate (Clopper and Pearson, 1934). Stateless.</summary>
public static class BinomialInterval
{
    private const int Halvings = 60;

    /// <summary>The highest rate at which so few events are not yet surprising.</summary>
    /// <param name="events">Events seen, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Independent trials, 0 or more; with none the limit is 1.</param>
    /// <param name="confidence">One-sided confidence, between 0 and 1: 0.975 for the upper end of a 95 % interval.</param>
    public static double Upper(long events, long trials, double confidence)
    {
        if (events >= trials)
        {
            return 1;
        }

        int count = Counted(trials);
        return Root(rate => 1 - BinomialTail.AtLeast((int)events + 1, count, rate) > 1 - confidence);
    }

    /// <summary>The lowest rate at which so many events are not yet surprising.</summary>
    /// <param name="events">Events seen, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Independent trials, 0 or more; with none the limit is 0.</param>
    /// <param name="confidence">One-sided confidence, between 0 and 1: 0.975 for the lower end of a 95 % interval.</param>
    public static double Lower(long events, long trials, double confidence)
    {
        if (events <= 0)
        {
            return 0;
        }

        int count = Counted(trials);
        return Root(rate => BinomialTail.AtLeast((int)events, count, rate) <= 1 - confidence);
    }

    // Fewer trials only widen an interval.
    private static int Counted(long trials) => (int)Math.Min(trials, int.MaxValue);

    // The rate at which a statement that holds for low rates ceases to hold.
    private static double Root(Func<double, bool> holdsAt)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = holdsAt(middle) ? (middle, high) : (low, middle);
        }

        return high;
    }
}
