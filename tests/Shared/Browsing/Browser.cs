// SPDX-License-Identifier: MIT

using Microsoft.Playwright;

namespace DistillGuard.Browsing;

/// <summary>A headless Chromium of this machine; tests that need one are skipped, saying so, where there is none.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Browser> StartAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } chromium)
        {
            Assert.Ignore("No Chromium on this machine: install it (apt-get install chromium) to look at pages in a browser.");
            throw new InvalidOperationException();
        }

        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = Arguments,
            Timeout = 30_000,
        });
        return new Browser(playwright, browser);
    }

    /// <summary>Opens an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="width">How wide the window is, in pixels.</param>
    /// <param name="isDark">Whether the reader wants it dark.</param>
    /// <param name="hasScript">Whether scripts run.</param>
    /// <param name="watch">What is to see the page before it opens.</param>
    public async Task<IPage> OpenAsync(Uri address, int width = 1280, bool isDark = false, bool hasScript = true, Action<IPage>? watch = null)
    {
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
        });
        context.SetDefaultTimeout(15_000);
        IPage page = await context.NewPageAsync();
        watch?.Invoke(page);
        await page.GotoAsync(address.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
