// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Calibration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DistillGuard.AspNetCore.Health;

/// <summary>Says how the guard does. It never reports worse than degraded while there is a guard: requests pass whatever befalls it.</summary>
internal sealed class GuardHealthCheck : IHealthCheck
{
    private readonly IServiceProvider _services;
    private readonly TroubleWindow _window;

    // Whatever is wrong with the guard or its options is to be a result, so both are asked for when there is somebody to tell.
    public GuardHealthCheck(IServiceProvider services, TroubleWindow window)
    {
        _services = services;
        _window = window;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var report = new HealthReportBuilder();
            Look(
                report,
                _services.GetRequiredService<DistillationGuard>(),
                _services.GetService<Gateway>()?.Counters ?? default,
                _services.GetRequiredService<GuardHealthOptions>());
            return Task.FromResult(report.Result());
        }
        catch (Exception exception) when (exception is GuardConfigurationException or Rules.RuleSetException)
        {
            return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception));
        }
    }

    private void Look(HealthReportBuilder report, DistillationGuard guard, GatewayCounters gateway, GuardHealthOptions options)
    {
        DateTimeOffset now = (_services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow();
        GuardCounters counters = guard.Counters;
        report.Add("rules.version", guard.Rules.Version);
        report.Add("rules.count", guard.Rules.Rules.Count);
        report.Add("exchanges.evaluated", counters.Evaluated);
        report.Add("exchanges.not_evaluated", counters.NotEvaluated);
        report.Add("accounts", counters.Accounts);
        report.Add("subject.bytes", guard.SubjectBytes);
        LookAtCalibration(report, guard, options, now);
        TroubleCounts trouble = _window.Since(now, TroubleCounts.Of(in counters, in gateway), options.Window);
        report.Add("faults", trouble.Faults);
        report.Add("analysis.dropped", trouble.Drops);
        report.Add("evictions", trouble.Evictions);
        report.Add("analysis.waiting", counters.WaitingRecords);
        report.DegradeIf(trouble.Faults > options.MaxFaults, $"{trouble.Faults} faults of late; the metric distillguard.faults names the source");
        report.DegradeIf(trouble.Drops > options.MaxDrops, $"the analysis plane is behind: it dropped {trouble.Drops} requests of late; raise Groups:QueueLength");
        report.DegradeIf(
            counters.WaitingRecords > options.MaxWaiting, $"the analysis plane is behind: {counters.WaitingRecords} requests wait for it");
        report.DegradeIf(
            trouble.Evictions > options.MaxEvictions,
            $"tables are full: {trouble.Evictions} subjects were forgotten of late to make room; raise the limits of Engine or Groups");
    }

    private void LookAtCalibration(HealthReportBuilder report, DistillationGuard guard, GuardHealthOptions options, DateTimeOffset now)
    {
        GuardCalibration calibration = guard.Calibration ?? GuardCalibration.Default;
        report.Add("calibration.name", calibration.Name);
        report.Add("calibration.account_days", calibration.MadeFrom.AccountDays);
        report.Add("bar.account", guard.Bar);
        report.Add("bar.group", guard.GroupBar);
        if (calibration.IsDefault)
        {
            return;
        }

        TimeSpan age = now - calibration.MadeFrom.To;
        report.Add("calibration.rules", calibration.Rules);
        report.Add("calibration.age_days", Math.Round(age.TotalDays, 1));
        report.DegradeIf(
            age > options.MaxCalibrationAge,
            string.Create(CultureInfo.InvariantCulture, $"the calibration's traffic is {age.TotalDays:F0} days old; calibrate again"));
        report.DegradeIf(
            calibration.Rules != guard.Rules.Version,
            $"the calibration was made with other rules ({calibration.Rules}) than are in use ({guard.Rules.Version}); calibrate again");
        if (_services.GetService<CalibrationFitObserver>()?.Judge() is { } fit)
        {
            report.Add("calibration.fits", !fit.IsOutgrown);
            report.DegradeIf(fit.IsOutgrown, "the traffic has grown out of the calibration; calibrate again");
        }
    }
}
