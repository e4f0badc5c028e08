// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Page;

/// <summary>What the live page adds to the style of reports.</summary>
internal static class LiveStyle
{
    public const string Css =
        """
        :root { --warn: #9a4a00; --gap: #8a8f94; }
        @media (prefers-color-scheme: dark) { :root { --warn: #f0a04b; --gap: #7d878d; } }
        .skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: .5rem 1rem; border: 1px solid var(--line);
          border-radius: 0 0 6px 6px; }
        .skip:focus { top: 0; }
        main:focus { outline: none; }
        header { padding-top: 2rem; }
        main > section { margin-top: 2.5rem; }
        .live { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .5rem; }
        .live span { font-variant-numeric: tabular-nums; }
        button { font: inherit; font-size: .875rem; color: var(--accent); background: transparent; border: 1px solid var(--line);
          border-radius: 6px; padding: .25rem .75rem; min-height: 1.75rem; cursor: pointer; }
        button:hover { border-color: var(--accent); }
        button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        .facts > div { min-width: 0; }
        .skipped { fill: var(--gap); } .above { fill: var(--warn); }
        tbody th bdi { font-variant-numeric: tabular-nums; }
        @media (max-width: 40rem) {
          header { padding-top: 1.25rem; }
          main > section { margin-top: 2rem; }
          .strip { grid-template-columns: 5rem minmax(0, 1fr); }
          tbody th { min-width: 5.5rem; }
          .facts { margin-top: 1.25rem; }
        }
        @media (forced-colors: active) { .skipped { fill: GrayText; } .above { fill: Highlight; } }

        """;
}
