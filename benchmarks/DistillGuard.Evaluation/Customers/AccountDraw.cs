// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Windows;
using DistillGuard.Statistics;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Customers;

/// <summary>Draws the accounts of one trial: each a history and a window, as the direction from the mean of one to the mean of the other.</summary>
internal sealed class AccountDraw
{
    public const int Group = 10;
    public const int Peers = 30;
    public const int Window = 10;
    public const int History = 20;

    private const int Size = StyleVector.Length;

    private readonly float[] _whitened;
    private readonly CustomerTask[] _tasks;
    private readonly CustomerTask[][] _applications;

    public AccountDraw(float[] whitened, CustomerTask[] tasks)
    {
        _whitened = whitened;
        _tasks = tasks;
        _applications = [.. tasks.GroupBy(task => task.Family, StringComparer.Ordinal).Select(family => family.ToArray()).Where(family => family.Length > 1)];
    }

    /// <summary>Directions of the group's accounts, then of their peers; <paramref name="percent"/> of each group window is the campaign's.</summary>
    public float[] Directions(Regime regime, CustomerTask campaign, int percent, ref SplitMix random)
    {
        CustomerTask[] application = _applications[random.Below(_applications.Length)];
        CustomerTask next = application[random.Below(application.Length)];
        var directions = new float[(Group + Peers) * Size];
        int[] attacking = [.. campaign.Rows];
        int sent = Window * percent / 100;
        Draws.ToFront(attacking, Math.Min(attacking.Length, Group * sent), ref random);
        for (int account = 0; account < Group + Peers; account++)
        {
            CustomerTask before = regime == Regime.MixedApplications ? _tasks[random.Below(_tasks.Length)] : application[random.Below(application.Length)];
            CustomerTask now = regime switch
            {
                Regime.NoDrift => before,
                Regime.CommonChange => next,
                _ => Another(before, ref random),
            };
            int[] history = [.. before.Rows];
            Draws.ToFront(history, History, ref random);
            int[] pool = ReferenceEquals(now, before) ? history[History..] : [.. now.Rows];
            int foreign = account < Group ? sent : 0;
            Draws.ToFront(pool, Window - foreign, ref random);
            Span<float> direction = directions.AsSpan(account * Size, Size);
            AddMean(pool.AsSpan(0, Window - foreign), 1f / Window, direction);
            AddMean(account < Group ? Slice(attacking, account * sent, sent) : [], 1f / Window, direction);
            AddMean(history.AsSpan(0, History), -1f / History, direction);
            float length = (float)Math.Sqrt(VectorSums.Dot(direction, direction));
            for (int i = 0; i < Size; i++)
            {
                direction[i] /= length;
            }
        }

        return directions;
    }

    // A campaign with fewer prompts than the group sends begins again.
    private static int[] Slice(int[] rows, int start, int count) => [.. Enumerable.Range(start, count).Select(i => rows[i % rows.Length])];

    private CustomerTask Another(CustomerTask task, ref SplitMix random)
    {
        CustomerTask[] others = [.. _tasks.Where(other => other.Family == task.Family && other != task)];
        return others.Length == 0 ? task : others[random.Below(others.Length)];
    }

    private void AddMean(ReadOnlySpan<int> rows, float weight, Span<float> sum)
    {
        foreach (int row in rows)
        {
            for (int i = 0; i < Size; i++)
            {
                sum[i] += weight * _whitened[(row * Size) + i];
            }
        }
    }
}
