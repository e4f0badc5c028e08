// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Subjects;

namespace DistillGuard.Calibration;

/// <summary>The highest score of every account on the first day it is seen: one number each, so that accounts count alike. Not thread-safe.</summary>
/// <param name="mostAccounts">Accounts that are kept; later ones are passed over.</param>
internal sealed class FirstDays(int mostAccounts)
{
    private readonly Dictionary<SubjectKey, (long Day, float Highest)> _accounts = [];

    /// <summary>The scores, in no meaningful order.</summary>
    public IEnumerable<float> Scores => _accounts.Values.Select(static first => first.Highest);

    public int Accounts => _accounts.Count;

    public void Note(SubjectKey account, long day, float score)
    {
        if (_accounts.Count >= mostAccounts && !_accounts.ContainsKey(account))
        {
            return;
        }

        ref (long Day, float Highest) first = ref CollectionsMarshal.GetValueRefOrAddDefault(_accounts, account, out bool isKnown);
        first = !isKnown ? (day, score)
            : day == first.Day ? (day, Math.Max(first.Highest, score))
            : first;
    }

    public void Leave(SubjectKey account) => _accounts.Remove(account);
}
