// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.AspNetCore.Support;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The live page in a real browser, against Kestrel on loopback.</summary>
[CancelAfter(120_000)]
public sealed class LivePageBrowserTests
{
    // What of the page is wider than the window, and does not scroll by itself.
    private const string Overflow =
        """
        () => [...document.querySelectorAll('body *')]
          .filter(e => !e.closest('.scroll') && !e.closest('svg') && !e.classList.contains('skip'))
          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map(e => e.tagName + '.' + e.className)
        """;

    // WCAG 2.2 contrast of every visible text against the nearest ground behind it.
    private const string Contrast =
        """
        () => {
          const parse = text => (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
          const luminance = c => [0, 1, 2].map(i => c[i] / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = e => {
            for (let at = e; at; at = at.parentElement) {
              const c = parse(getComputedStyle(at).backgroundColor);
              if (c.length < 4 || c[3] > 0) return c;
            }
            return [255, 255, 255];
          };
          const poor = [];
          for (const e of document.querySelectorAll('body *')) {
            const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
            if (!own || !e.getClientRects().length || ['SCRIPT', 'STYLE', 'TITLE', 'DESC'].includes(e.tagName.toUpperCase())) continue;
            const style = getComputedStyle(e);
            const ink = parse(e instanceof SVGElement ? style.fill : style.color);
            const [a, b] = [luminance(ink), luminance(ground(e))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) poor.push(`${e.tagName}.${e.className?.baseVal ?? e.className} ${ratio.toFixed(2)} "${e.textContent.slice(0, 30)}"`);
          }
          return poor;
        }
        """;

    private readonly FakeTimeProvider _time = PageHost.Clock();
    private Browser _browser = null!;

    [OneTimeSetUp]
    public async Task StartBrowser() => _browser = await Browser.StartAsync();

    [OneTimeTearDown]
    public async Task StopBrowser()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    [Test]
    public async Task Page_SomethingHappens_ShowsItWithoutReload()
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, transport: Transport.Http1);
        IPage page = await OpenAsync(host);
        await page.WaitForFunctionAsync("() => document.getElementById('live').textContent === 'kept up to date'");

        await CampaignTraffic.SendAsync(host, "high-1", "You help.", "Hello.");
        _time.Advance(TimeSpan.FromSeconds(3));

        await page.WaitForFunctionAsync("() => document.querySelector('#headline').textContent.includes('1 account stands out')");
    }

    [Test]
    public async Task Page_ReaderOpenedADetail_StaysOpenWhenThePageChanges()
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, transport: Transport.Http1);
        await CampaignTraffic.SendAsync(host, "high-1", "You help.", "Hello.");
        IPage page = await OpenAsync(host);
        await page.WaitForFunctionAsync("() => document.getElementById('live').textContent === 'kept up to date'");
        await page.ClickAsync("#accounts details summary");

        await CampaignTraffic.SendAsync(host, "high-2", "You help.", "Hello.");
        _time.Advance(TimeSpan.FromSeconds(3));
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#accounts details').length === 2");

        Assert.That(await page.EvaluateAsync<int>("() => document.querySelectorAll('#accounts details[open]').length"), Is.EqualTo(1));
    }

    [Test]
    public async Task Page_Paused_StaysAsItIs()
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, transport: Transport.Http1);
        IPage page = await OpenAsync(host);
        await page.WaitForFunctionAsync("() => document.getElementById('live').textContent === 'kept up to date'");

        await page.ClickAsync("#pause");

        Assert.That(await page.TextContentAsync("#live"), Is.EqualTo("paused"));
        Assert.That(await page.TextContentAsync("#pause"), Is.EqualTo("Resume updates"));
    }

    [Test]
    public async Task Page_HostileName_RunsNothing()
    {
        const string Name = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
        await using GatewayHost host = await PageHost.StartAsync(_time, options => options.NameOf = static _ => Name, Transport.Http1);
        IPage page = await OpenAsync(host);
        await page.WaitForFunctionAsync("() => document.getElementById('live').textContent === 'kept up to date'");
        await CampaignTraffic.SendAsync(host, "high-1", "You help.", "Hello.");
        _time.Advance(TimeSpan.FromSeconds(3));
        await page.WaitForFunctionAsync("() => document.querySelector('#headline').textContent.includes('stands out')");

        Assert.That(await page.TitleAsync(), Is.EqualTo("DistillGuard: findings"));
        Assert.That(await page.EvaluateAsync<int>("() => document.querySelectorAll('img, #accounts script').length"), Is.Zero);
    }

    [Test]
    public async Task Page_NoScript_IsWhole()
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, transport: Transport.Http1);
        await CampaignTraffic.SendAsync(host, _time);

        IPage page = await _browser.OpenAsync(AddressOf(host), hasScript: false);

        Assert.That(await page.Locator("#groups article").CountAsync(), Is.EqualTo(1));
        Assert.That(await page.Locator("#pause").IsVisibleAsync(), Is.False);
    }

    [TestCase(1280, false)]
    [TestCase(1280, true)]
    [TestCase(390, false)]
    [TestCase(390, true)]
    public async Task Page_AnyWidthAndGround_FitsReadsAndComplainsOfNothing(int width, bool isDark)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, transport: Transport.Http1);
        await CampaignTraffic.SendAsync(host, _time);
        await CampaignTraffic.SendAsync(host, "high-1", "You help.", "Hello.");
        await CampaignTraffic.SendBodyAsync(host, "somebody", "no json");
        var complaints = new List<string>();
        IPage page = await _browser.OpenAsync(AddressOf(host), width, isDark);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.WaitForFunctionAsync("() => document.getElementById('live').textContent === 'kept up to date'");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        await SaveAsync(page, $"live-{width}-{(isDark ? "dark" : "light")}.png");

        Assert.That(complaints, Is.Empty);
        Assert.That(await page.EvaluateAsync<string[]>(Overflow), Is.Empty);
        Assert.That(await page.EvaluateAsync<string[]>(Contrast), Is.Empty);
    }

    [Test]
    public async Task Page_ForScreenReaders_HasLandmarksHeadingsAndNames()
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, transport: Transport.Http1);
        await CampaignTraffic.SendAsync(host, _time);
        IPage page = await OpenAsync(host);

        Assert.That(await CountsAsync(page, "main", "header", "nav[aria-label]", "footer", "h1", "html[lang]"), Is.All.EqualTo(1));
        Assert.That(await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])"), Is.All.InRange(1, 3));
        Assert.That(await page.EvaluateAsync<int>("() => document.querySelectorAll('th:not([scope])').length"), Is.Zero);
        Assert.That(await page.EvaluateAsync<int>("() => document.querySelectorAll('table:not(:has(caption))').length"), Is.Zero);
        Assert.That(
            await page.EvaluateAsync<int>("() => [...document.querySelectorAll('svg[role=img]')].filter(s => !s.querySelector('title') || !s.querySelector('desc')).length"),
            Is.Zero);
        Assert.That(
            await page.EvaluateAsync<string[]>("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }"),
            Is.Empty);
    }

    [Test]
    public async Task Page_ByKeyboard_ReachesEverythingInReadingOrder()
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, transport: Transport.Http1);
        await CampaignTraffic.SendAsync(host, _time);
        IPage page = await OpenAsync(host);
        await page.WaitForFunctionAsync("() => document.getElementById('live').textContent === 'kept up to date'");

        var places = new List<string>();
        for (int i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            places.Add(await page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent.trim().slice(0, 20)"));
        }

        Assert.That(places[..7], Is.EqualTo(["Skip to the findings", "pause", "Traffic", "Groups", "Accounts", "Not evaluated", "The guard"]));
        Assert.That(places, Does.Contain("g1-members-s"));
    }

    private Task<IPage> OpenAsync(GatewayHost host) => _browser.OpenAsync(AddressOf(host));

    private static Uri AddressOf(GatewayHost host) => new(host.Client.BaseAddress!, PageHost.Path);

    private static async Task<IReadOnlyList<int>> CountsAsync(IPage page, params string[] selectors)
    {
        var counts = new List<int>();
        foreach (string selector in selectors)
        {
            counts.Add(await page.EvaluateAsync<int>($"() => document.querySelectorAll({JsonSerializer.Serialize(selector)}).length"));
        }

        return counts;
    }

    // Pictures for people, where somebody asked for them.
    private static async Task SaveAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DISTILLGUARD_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "top-" + name) });
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
        }
    }
}
