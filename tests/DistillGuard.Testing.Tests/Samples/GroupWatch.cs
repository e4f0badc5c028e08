// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.Groups;
using DistillGuard.Verdicts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Acme.Gateway;

/// <summary>Lets the guard look for groups of accounts; no request waits for it.</summary>
public sealed class GroupWatch : BackgroundService
{
    private readonly DistillationGuard _guard;
    private readonly TimeProvider _time;
    private readonly ILogger<GroupWatch> _log;

    public GroupWatch(DistillationGuard guard, TimeProvider time, ILogger<GroupWatch> log)
    {
        _guard = guard;
        _time = time;
        _log = log;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_guard.Analyze(_time.GetUtcNow()))
            {
                Report();
            }
        }
    }

    private void Report()
    {
        foreach (GroupFinding finding in _guard.Groups)
        {
            if (finding.Level != VerdictLevel.None)
            {
                _log.LogWarning("Group {Number}: {Explanation}", finding.Number, finding.Explain());
            }
        }
    }
}
