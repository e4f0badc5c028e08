// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Subjects;

namespace DistillGuard.Samples.Gateway.Findings;

/// <summary>Whose keyed hash is whose: the guard stores no names, so whoever shows findings keeps them.</summary>
/// <remarks>As large as the list of customers, and no larger: strangers never come past authentication.</remarks>
internal sealed class AccountNames : IExchangeObserver
{
    private readonly ConcurrentDictionary<SubjectKey, string> _names = new();

    /// <summary>The name of an account; <see langword="null"/> when it has sent nothing yet.</summary>
    public string? Find(SubjectKey account) => _names.GetValueOrDefault(account);

    public void Inspected(GuardedExchange exchange)
    {
        if (exchange.Verdict.Subjects.Account.IsPresent && exchange.Caller.Account is { } name)
        {
            _names.TryAdd(exchange.Verdict.Subjects.Account, name);
        }
    }

    public void Completed(GuardedExchange exchange)
    {
    }
}
