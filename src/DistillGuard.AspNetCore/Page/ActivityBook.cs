// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The activity of many accounts, of a bounded number. Not thread-safe: its owner locks.</summary>
internal sealed class ActivityBook
{
    private readonly Dictionary<SubjectKey, AccountActivity> _accounts = [];
    private readonly int _most;

    public ActivityBook(int most) => _most = most;

    public int Count => _accounts.Count;

    public void Note(SubjectKey account, long bin)
    {
        if (!_accounts.TryGetValue(account, out AccountActivity? activity))
        {
            if (_accounts.Count >= _most)
            {
                Forget();
            }

            _accounts.Add(account, activity = new AccountActivity());
        }

        activity.Note(bin);
    }

    /// <summary>An account's counts, bin by bin up to a given one; all zero when it is not known.</summary>
    public int[] Of(SubjectKey account, long last) =>
        _accounts.TryGetValue(account, out AccountActivity? activity) ? activity.UpTo(last) : new int[AccountActivity.Bins];

    // A quarter at once: the look through all of them is paid for by that many newcomers.
    private void Forget()
    {
        foreach (SubjectKey account in _accounts.OrderBy(static pair => pair.Value.Last).Take(Math.Max(1, _most / 4)).Select(static pair => pair.Key).ToArray())
        {
            _accounts.Remove(account);
        }
    }
}
