// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Windows;
using DistillGuard.Statistics;

namespace DistillGuard.Evaluation.Customers;

/// <summary>Draws the accounts of one trial: each a history and an equally long window, as the change from one sum to the other.</summary>
internal sealed class AccountDraw
{
    public const int Group = 10;
    public const int Peers = 30;
    public const int Window = 10;
    public const int History = Window;

    private readonly float[] _rows;
    private readonly int _size;
    private readonly CustomerTask[] _tasks;
    private readonly CustomerTask[][] _applications;

    /// <param name="rows">The features of all prompts; whole numbers, so that prompts alike differ by nothing at all.</param>
    /// <param name="size">Features of a prompt.</param>
    /// <param name="tasks">What benign accounts do.</param>
    public AccountDraw(float[] rows, int size, CustomerTask[] tasks)
    {
        _rows = rows;
        _size = size;
        _tasks = tasks;
        _applications = [.. tasks.GroupBy(task => task.Family, StringComparer.Ordinal).Select(family => family.ToArray()).Where(family => family.Length > 1)];
    }

    /// <summary>Changes of the group's accounts, then of their peers; <paramref name="percent"/> of each group window is the campaign's.</summary>
    public float[] Changes(Regime regime, CustomerTask campaign, int percent, ref SplitMix random)
    {
        CustomerTask[] application = _applications[random.Below(_applications.Length)];
        CustomerTask next = application[random.Below(application.Length)];
        var changes = new float[(Group + Peers) * _size];
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
            Span<float> change = changes.AsSpan(account * _size, _size);
            Add(pool.AsSpan(0, Window - foreign), 1, change);
            Add(account < Group ? Slice(attacking, account * sent, sent) : [], 1, change);
            Add(history.AsSpan(0, History), -1, change);
        }

        return changes;
    }

    // A campaign with fewer prompts than the group sends begins again.
    private static int[] Slice(int[] rows, int start, int count) => [.. Enumerable.Range(start, count).Select(i => rows[i % rows.Length])];

    private CustomerTask Another(CustomerTask task, ref SplitMix random)
    {
        CustomerTask[] others = [.. _tasks.Where(other => other.Family == task.Family && other != task)];
        return others.Length == 0 ? task : others[random.Below(others.Length)];
    }

    private void Add(ReadOnlySpan<int> rows, float sign, Span<float> sum)
    {
        foreach (int row in rows)
        {
            for (int i = 0; i < _size; i++)
            {
                sum[i] += sign * _rows[(row * _size) + i];
            }
        }
    }
}
