// SPDX-License-Identifier: MIT

using DistillGuard.Pages;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The guard itself: versions, ages, and whether it keeps up.</summary>
internal static class GuardSection
{
    private static readonly string Version = typeof(DistillationGuard).Assembly.GetName().Version?.ToString(3) ?? "unknown";

    public static void Write(HtmlPage page, LiveView view)
    {
        GuardCounters counters = view.Guard.Counters;
        using var table = new HtmlTable(page, "Versions, ages, and what does not go well", "What", "Now");
        table.Row("DistillGuard", Version);
        table.Row("Rules", $"{Figures.Of(view.Guard.Rules.Rules.Count)}: {view.Guard.Rules.Version}");
        table.Row("Calibration", Calibration(view));
        table.Row("Bars", $"{Figures.Of(view.Guard.Bar)} for accounts, {Figures.Of(view.Guard.GroupBar)} for groups");
        table.Row("Latest look for groups", view.LatestLook is { } look ? Figures.Age(view.Now - look) : "none yet");
        table.Row("Accounts remembered", Figures.Of(counters.Accounts));
        table.Row("Memory about subjects", $"at most {Figures.Bytes(view.Guard.SubjectBytes)}");
        table.Row("Forgotten to make room", $"{Figures.Of(counters.Evictions)} subjects, {Figures.Of(counters.GroupEvictions)} of the analysis of groups");
        table.Row("Waiting for the analysis", $"{Figures.Of(counters.WaitingRecords)}; {Figures.Of(counters.GroupDrops)} were dropped");
        table.Row("Faults since the start", $"{Figures.Of(counters.Faults)} of the guard, {Figures.Of(GatewayFaults(view.Gateway))} of the gateway");
        table.Row("Answers not read", Figures.Of(view.Gateway.UnreadAnswers + view.Gateway.MalformedAnswers + view.Gateway.TruncatedAnswers));
    }

    private static long GatewayFaults(GatewayCounters gateway) =>
        gateway.Faults + gateway.ObserverFaults + gateway.HandlerFaults + gateway.ResolverFaults;

    private static string Calibration(LiveView view) => view.Guard.Calibration is { IsDefault: false } calibration
        ? $"{calibration.Name}, {Figures.Of(calibration.MadeFrom.AccountDays, "account-day")} up to {Figures.Time(calibration.MadeFrom.To)}"
        : "none: every bar is assumed";
}
