// SPDX-License-Identifier: MIT

using DistillGuard.Features;

namespace DistillGuard.Groups;

/// <summary>Forms candidate groups without a template: accounts of a pool whose questions, taken together, are about the same things.</summary>
/// <remarks>
/// Each account's mean sketch is compared with the mean of the others, never with each of them: linear in the pool. What everybody asks about is
/// taken off first. Accounts that do not fit leave, and the rest is compared again.
/// </remarks>
internal sealed class PoolFormation
{
    /// <summary>How alike an account and the rest of its pool must be: the cosine of their mean sketches.</summary>
    public const double FewestAlike = 0.3;

    private const int Rounds = 4;
    private const int FewestOrganizations = 4;

    private readonly PoolMemory _memory;

    private readonly GroupMemory _accounts;

    public PoolFormation(PoolMemory memory, GroupMemory accounts)
    {
        _memory = memory;
        _accounts = accounts;
    }

    public List<GroupCandidate> Form()
    {
        var bank = new List<int>();
        var byParameters = new SortedDictionary<uint, List<int>>();
        for (int account = 0; account < _memory.Accounts; account++)
        {
            ref PoolNode node = ref _memory[account];
            if (node.Sketch == 0)
            {
                continue;
            }

            if (PoolRules.IsBankLike(in node))
            {
                bank.Add(account);
            }

            if (PoolRules.IsParameterLike(in node))
            {
                if (!byParameters.TryGetValue(node.RareParameters, out List<int>? list))
                {
                    byParameters.Add(node.RareParameters, list = []);
                }

                list.Add(account);
            }
        }

        var candidates = new List<GroupCandidate>();
        AddAlike(bank, PoolKind.Questions, candidates);
        foreach (List<int> accounts in byParameters.Values)
        {
            AddAlike(accounts, PoolKind.Parameters, candidates);
        }

        return candidates;
    }

    private void AddAlike(List<int> accounts, PoolKind kind, List<GroupCandidate> candidates)
    {
        float[][] means = [.. accounts.Select(Mean)];
        bool[] isIn = [.. accounts.Select(static _ => true)];
        double alike = 0;
        for (int round = 0; round < Rounds; round++)
        {
            alike = Prune(means, isIn);
        }

        int[] members = [.. Enumerable.Range(0, accounts.Count).Where(i => isIn[i]).Select(i => accounts[i])];
        if (members.Select(account => _memory[account].Organization).Distinct().Count() >= FewestOrganizations)
        {
            candidates.Add(Candidate(kind, members, alike));
        }
    }

    // A pool has no pieces; its accounts stand for them, so that it is recognised at the next look.
    private GroupCandidate Candidate(PoolKind kind, int[] members, double alike)
    {
        var candidate = new GroupCandidate { Pool = kind, Alikeness = alike };
        var numbers = new Dictionary<int, int>();
        foreach (int account in members)
        {
            ref PoolNode node = ref _memory[account];
            int index = _accounts.Accounts.Find(node.Key.Low);
            if (index >= 0)
            {
                candidate.AddAccount(index);
                numbers.Add(account, candidate.Accounts[index]);
                candidate.Pieces.Add((uint)(node.Key.Low >> 32));
                candidate.LastTicks = Math.Max(candidate.LastTicks, node.LastTicks);
                candidate.InSitting += (double)node.InSitting / Math.Max(1, node.Exchanges - 1) / members.Length;
            }
        }

        for (int i = 0; i < _memory.History.Count; i++)
        {
            ref HistoryEntry entry = ref _memory.History[i];
            if (numbers.TryGetValue(entry.Account, out int member))
            {
                candidate.Exchanges.Add(GroupEvidence.Exchange(in entry, member));
            }
        }

        return candidate;
    }

    /// <summary>Sends away who is unlike the rest, and gives how alike those who stay are on average.</summary>
    private static double Prune(float[][] means, bool[] isIn)
    {
        float[] sum = new float[PromptSketch.Dimensions];
        for (int i = 0; i < means.Length; i++)
        {
            if (isIn[i])
            {
                Add(sum, means[i], 1);
            }
        }

        double total = 0;
        int count = 0;
        float[] rest = new float[PromptSketch.Dimensions];
        for (int i = 0; i < means.Length; i++)
        {
            if (!isIn[i])
            {
                continue;
            }

            sum.CopyTo(rest, 0);
            Add(rest, means[i], -1);
            double cosine = Cosine(rest, means[i]);
            isIn[i] = cosine >= FewestAlike;
            total += isIn[i] ? cosine : 0;
            count += isIn[i] ? 1 : 0;
        }

        return count == 0 ? 0 : total / count;
    }

    private float[] Mean(int account)
    {
        ref SketchSum sketch = ref _memory.SketchOf(in _memory[account]);
        var mean = new float[PromptSketch.Dimensions];
        double length = 0;
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] = ((float)sketch.Values[i] / sketch.Count) - ((float)_memory.Everybody[i] / Math.Max(1, _memory.EverybodyCount));
            length += mean[i] * mean[i];
        }

        float scale = length == 0 ? 0 : (float)(1 / Math.Sqrt(length));
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] *= scale;
        }

        return mean;
    }

    private static void Add(float[] sum, float[] other, float factor)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * other[i];
        }
    }

    private static double Cosine(float[] left, float[] right)
    {
        double product = 0;
        double leftLength = 0;
        double rightLength = 0;
        for (int i = 0; i < left.Length; i++)
        {
            product += left[i] * right[i];
            leftLength += left[i] * left[i];
            rightLength += right[i] * right[i];
        }

        return leftLength == 0 || rightLength == 0 ? 0 : product / Math.Sqrt(leftLength * rightLength);
    }
}
