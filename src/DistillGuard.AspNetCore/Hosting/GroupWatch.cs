// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Telemetry;
using DistillGuard.Groups;
using DistillGuard.Verdicts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Hosting;

/// <summary>Lets the guard look for groups of accounts, beside the requests, and logs a group when its level rises.</summary>
internal sealed partial class GroupWatch : BackgroundService
{
    private readonly DistillationGuard _guard;
    private readonly InspectionPump _pump;
    private readonly GatewayOptions _options;
    private readonly GatewayTally _tally;
    private readonly AnalysisLooks _looks;
    private readonly TimeProvider _time;
    private readonly ILogger<GroupWatch> _log;
    private Dictionary<int, VerdictLevel> _logged = [];

    public GroupWatch(
        DistillationGuard guard,
        InspectionPump pump,
        GatewayOptions options,
        Gateway gateway,
        GatewayTally tally,
        AnalysisLooks looks,
        TimeProvider time,
        ILogger<GroupWatch> log)
    {
        // Asked for here, the gateway is made, and its options are checked, before the first request.
        ArgumentNullException.ThrowIfNull(gateway);
        _guard = guard;
        _pump = pump;
        _options = options;
        _tally = tally;
        _looks = looks;
        _time = time;
        _log = log;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_options.AnalysisInterval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                Look();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host ends, and so does the watch: nothing failed.
        }
    }

    private void Look()
    {
        try
        {
            _pump.Run();
            DateTimeOffset now = _time.GetUtcNow();
            long started = _time.GetTimestamp();
            if (_guard.Analyze(now))
            {
                _looks.Note(now, _time.GetElapsedTime(started));
                Report();
            }
        }
        catch (Exception)
        {
            _tally.Count(GatewayEvent.Fault);
        }
    }

    private void Report()
    {
        var standing = new Dictionary<int, VerdictLevel>();
        foreach (GroupFinding finding in _guard.Groups)
        {
            standing[finding.Number] = finding.Level;
            if (finding.Level > _logged.GetValueOrDefault(finding.Number))
            {
                LogGroup(_log, finding.Number, finding.Level, finding.Score, finding.Accounts.Count);
            }
        }

        _logged = standing;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Group g{Group} stands at {Level} (score {Score}, {Accounts} accounts). A finding is suspicion about behaviour, not proof; its explanation names the innocent causes.")]
    private static partial void LogGroup(ILogger logger, int group, VerdictLevel level, float score, int accounts);
}
