// SPDX-License-Identifier: MIT

using Microsoft.Playwright;

namespace DistillGuard.Browsing;

/// <summary>What every page is asked in a browser, whoever writes it.</summary>
internal static class PageChecks
{
    private const int MostHeight = 12_000;

    /// <summary>What of the page is wider than the window, and neither scrolls by itself nor is cut.</summary>
    public const string Overflow =
        """
        () => [...document.querySelectorAll('body *')]
          .filter(e => !e.closest('.scroll, .strip li') && !e.closest('svg') && !e.classList.contains('skip'))
          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map(e => e.tagName + '.' + e.className)
        """;

    /// <summary>Texts whose WCAG 2.2 contrast against the nearest ground behind them is poor.</summary>
    public const string Contrast =
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

    /// <summary>Keeps a picture of what is seen first, and of the page unless it is endless, where <c>DISTILLGUARD_SCREENSHOTS</c> names a folder.</summary>
    public static async Task SaveAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DISTILLGUARD_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "top-" + name) });
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight") < MostHeight)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
            }
        }
    }
}
