// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Browsing;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The live page in a real browser, against Kestrel on loopback.</summary>
[CancelAfter(120_000)]
public sealed class LivePageBrowserTests
{
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
        await PageChecks.SaveAsync(page, $"live-{width}-{(isDark ? "dark" : "light")}.png");

        Assert.That(complaints, Is.Empty);
        Assert.That(await page.EvaluateAsync<string[]>(PageChecks.Overflow), Is.Empty);
        Assert.That(await page.EvaluateAsync<string[]>(PageChecks.Contrast), Is.Empty);
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
}
