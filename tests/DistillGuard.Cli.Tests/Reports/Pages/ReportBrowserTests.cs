// SPDX-License-Identifier: MIT

using DistillGuard.Browsing;
using DistillGuard.Cli.Reports.Quality;
using DistillGuard.Cli.Support;
using Microsoft.Playwright;

namespace DistillGuard.Cli.Reports.Pages;

/// <summary>The files of <c>scan --report</c> and <c>eval --out</c> in a real browser, opened from the disk as people open them.</summary>
[CancelAfter(120_000)]
public sealed class ReportBrowserTests
{
    private const string Scan = "scan";
    private const string CrowdedScanFile = "scan-crowded";
    private const string Evaluation = "eval";
    private const string CrowdedEvaluation = "eval-crowded";

    private readonly TemporaryFolder _folder = new();
    private Browser _browser = null!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        _browser = await Browser.StartAsync();
        Campaign(_folder.At(Scan + ".html"));
        Write(CrowdedScanFile, stream => ScanPage.Write(stream, CrowdedScan.Result()));
        Write(Evaluation, stream => QualityPage.Write(stream, EvalSample.Of(3, "a campaign")));
        Write(CrowdedEvaluation, stream => QualityPage.Write(stream, EvalSample.Crowded()));
    }

    [OneTimeTearDown]
    public async Task StopBrowser()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _folder.Dispose();
    }

    [TestCase(Scan, 390, false)]
    [TestCase(Scan, 390, true)]
    [TestCase(Scan, 1280, false)]
    [TestCase(Scan, 1280, true)]
    [TestCase(Evaluation, 390, false)]
    [TestCase(Evaluation, 390, true)]
    [TestCase(Evaluation, 1280, false)]
    [TestCase(Evaluation, 1280, true)]
    [TestCase(CrowdedScanFile, 390, false)]
    [TestCase(CrowdedScanFile, 1280, true)]
    [TestCase(CrowdedEvaluation, 390, true)]
    [TestCase(CrowdedEvaluation, 1280, false)]
    public async Task Page_AnyWidthAndGround_FitsReadsFetchesNothingAndComplainsOfNothing(string name, int width, bool isDark)
    {
        var complaints = new List<string>();
        var requests = new List<string>();
        IPage page = await OpenAsync(name, width, isDark, seen =>
        {
            seen.Console += (_, message) => complaints.Add(message.Text);
            seen.PageError += (_, error) => complaints.Add(error);
            seen.Dialog += (_, dialog) => complaints.Add(dialog.Message);
            seen.Request += (_, request) => requests.Add(request.Url);
        });
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        await PageChecks.SaveAsync(page, $"{name}-{width}-{(isDark ? "dark" : "light")}.png");

        Assert.That(complaints, Is.Empty);
        Assert.That(requests, Is.EqualTo([AddressOf(name).AbsoluteUri]));
        Assert.That(await page.EvaluateAsync<string[]>(PageChecks.Overflow), Is.Empty);
        Assert.That(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
        Assert.That(await page.EvaluateAsync<string[]>(PageChecks.Contrast), Is.Empty);
    }

    [TestCase(Scan)]
    [TestCase(Evaluation)]
    public async Task Page_ReaderWantsItDark_HasADarkGround(string name)
    {
        int light = await GroundAsync(name, isDark: false);
        int dark = await GroundAsync(name, isDark: true);

        Assert.That(light, Is.GreaterThan(3 * 200));
        Assert.That(dark, Is.LessThan(3 * 60));
    }

    [TestCase(390)]
    [TestCase(1280)]
    public async Task Curves_AnyWidth_HaveWordsAtTheirAxesThatDoNotTouch(int width)
    {
        IPage page = await OpenAsync(Evaluation, width);

        string[] words = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('#curves text.tick')].filter(t => t.getClientRects().length).map(t => t.textContent)");
        int touching = await page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('figure')].map(figure => [...figure.querySelectorAll('text.tick')]
                .map(t => t.getBoundingClientRect()).filter(r => r.width).sort((a, b) => a.left - b.left))
              .reduce((sum, row) => sum + row.filter((r, i) => i > 0 && row[i - 1].right + 2 > r.left).length, 0)
            """);

        Assert.That(words, Is.EqualTo(["1e-4", "1e-3", "1e-2", "0.1", "1", "0", "25 %", "50 %", "75 %", "100 %"]));
        Assert.That(touching, Is.Zero);
    }

    // Nine marks of time are the most an axis has, and the picture beside the names is the narrowest place for them.
    [Test]
    public async Task Pictures_OnATelephone_NameTimesThatDoNotTouch()
    {
        IPage page = await OpenAsync(CrowdedScanFile, 390);

        double[] gaps = await page.EvaluateAsync<double[]>(
            """
            () => [...document.querySelectorAll('.strip svg[role=img], .many svg[role=img]')].flatMap(svg => {
              const row = [...svg.querySelectorAll('text.tick')].map(t => t.getBoundingClientRect()).filter(r => r.width).sort((a, b) => a.left - b.left);
              return row.slice(1).map((r, i) => r.left - row[i].right);
            })
            """);

        Assert.That(gaps, Is.Not.Empty);
        Assert.That(gaps, Is.All.GreaterThan(2));
    }

    private static void Campaign(string path)
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        string log = TemplateLog.Day(0, 6, TemplateLog.Letters, "writer").Replace("\"model\":\"m\",", "\"model\":\"m\",\"n\":4,", StringComparison.Ordinal);
        int code = console.Run("scan", folder.Write("log.jsonl", log), "--report", path);
        Assert.That(code, Is.Zero, console.Error);
    }

    private void Write(string name, Action<Stream> write)
    {
        using FileStream stream = File.Create(_folder.At(name + ".html"));
        write(stream);
    }

    private Uri AddressOf(string name) => new(_folder.At(name + ".html"));

    private Task<IPage> OpenAsync(string name, int width, bool isDark = false, Action<IPage>? watch = null) =>
        _browser.OpenAsync(AddressOf(name), width, isDark, watch: watch);

    private async Task<int> GroundAsync(string name, bool isDark)
    {
        IPage page = await OpenAsync(name, 1280, isDark);
        return await page.EvaluateAsync<int>(
            "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, c) => sum + Number(c), 0)");
    }
}
