// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.AspNetCore.Reloading;
using DistillGuard.AspNetCore.Telemetry;
using DistillGuard.Pages;

namespace DistillGuard.AspNetCore.Page;

/// <summary>Draws the page's sections, at most once an interval however many look. Thread-safe.</summary>
internal sealed class PageFeed
{
    private readonly DistillationGuard _guard;
    private readonly Gateway _gateway;
    private readonly LiveTraffic _traffic;
    private readonly AnalysisLooks _looks;
    private readonly ReloadStatus? _files;
    private readonly LivePageOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private PageSection[] _sections = [];
    private DateTimeOffset _drawn;

    public PageFeed(
        DistillationGuard guard,
        Gateway gateway,
        LiveTraffic traffic,
        AnalysisLooks looks,
        LivePageOptions options,
        TimeProvider time,
        ReloadStatus? files = null)
    {
        _files = files;
        _guard = guard;
        _gateway = gateway;
        _traffic = traffic;
        _looks = looks;
        _options = options;
        _time = time;
    }

    /// <summary>The sections as they are now, or were less than an interval ago.</summary>
    public IReadOnlyList<PageSection> Sections()
    {
        DateTimeOffset now = _time.GetUtcNow();
        lock (_gate)
        {
            // Half of the interval, so that two who look in turn do not wait for each other's drawing to grow old.
            if (_sections.Length == 0 || now - _drawn >= _options.Interval / 2 || now < _drawn)
            {
                _sections = Draw(new LiveView(_guard, _gateway, _traffic, _options, now)
                {
                    LatestLook = _looks.Latest,
                    Files = [.. (_files?.States ?? []).Where(static state => state.Files.Count > 0)],
                });
                _drawn = now;
            }

            return _sections;
        }
    }

    private static PageSection[] Draw(LiveView view) =>
    [
        Draw("as-of", view, WriteTime),
        Draw("headline", view, HeadlineSection.Write),
        Draw("facts", view, HeadlineSection.WriteFacts),
        Draw("traffic", view, TrafficSection.Write),
        Draw("groups", view, GroupsSection.Write),
        Draw("accounts", view, AccountsSection.Write),
        Draw("unevaluated", view, UnevaluatedSection.Write),
        Draw("guard", view, GuardSection.Write),
    ];

    private static void WriteTime(HtmlPage page, LiveView view) =>
        page.Text(view.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static PageSection Draw(string id, LiveView view, Action<HtmlPage, LiveView> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var page = new HtmlPage(text))
        {
            write(page, view);
        }

        return new PageSection(id, text.ToString());
    }
}
