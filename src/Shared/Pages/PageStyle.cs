// SPDX-License-Identifier: MIT

namespace DistillGuard.Pages;

/// <summary>How pages look: one accent, the reader's own typeface, light or dark as the reader has it, on paper black on white.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet. It refers to nothing outside of itself.</summary>
    public const string Css =
        """
        :root {
          color-scheme: light dark;
          --paper: #fbfaf7; --card: #ffffff; --ink: #1c2226; --soft: #566068; --line: #dedbd3; --accent: #0f6a73; --tint: #e6f0f0;
        }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14181a; --card: #1c2225; --ink: #e8e6e1; --soft: #a3adb3; --line: #343c41; --accent: #5cc4cc; --tint: #1b3235; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
          font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
        }
        header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 3rem; }
        footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }
        h1 { font-size: .9375rem; font-weight: 600; letter-spacing: .02em; color: var(--soft); margin: 0 0 .5rem; }
        h2 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; letter-spacing: -.01em; }
        h3 { font-size: 1.125rem; line-height: 1.35; margin: 0 0 .25rem; }
        h4 { font-size: .9375rem; margin: 1.5rem 0 .5rem; }
        p { margin: .25rem 0 .75rem; max-width: 54rem; }
        a { color: var(--accent); text-underline-offset: .15em; }
        a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px;
          border-radius: 4px; }
        .headline { font-size: clamp(1.75rem, 4.5vw, 2.75rem); line-height: 1.15; letter-spacing: -.02em; font-weight: 650;
          margin: 0 0 .75rem; max-width: none; }
        .soft { color: var(--soft); }
        .small { font-size: .875rem; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 1.5rem 0 0;
          font-size: .9375rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 1.25rem 1.5rem;
          margin: 2rem 0 0;
          padding: 1.25rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        .facts dt { color: var(--soft); font-size: .8125rem; }
        .facts dd { margin: 0; overflow-wrap: anywhere; }
        .facts dd.value { font-size: 1.25rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
        .facts dd.about { color: var(--soft); font-size: .8125rem; line-height: 1.45; }
        main > section { margin-top: 3.5rem; }
        article, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem;
          margin: 1.25rem 0 2rem; }
        article > :last-child, .card > :last-child { margin-bottom: 0; }
        figure { margin: 1.25rem 0; }
        figcaption { color: var(--soft); font-size: .875rem; margin-top: .25rem; max-width: 46rem; }
        svg { display: block; overflow: visible; }
        svg text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
        .strip { display: grid; grid-template-columns: minmax(5.5rem, 22%) minmax(0, 1fr); gap: 0 .75rem; }
        .strip ol { list-style: none; margin: 0; padding: 18px 0 0; font-size: .8125rem; }
        .strip li { height: 20px; line-height: 20px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: right; }
        .row { fill: var(--tint); opacity: .55; }
        .a1, .a2, .a3, .a4, .a5 { fill: var(--accent); }
        .strip path { shape-rendering: crispEdges; }
        .a1 { fill-opacity: .3; } .a2 { fill-opacity: .47; } .a3 { fill-opacity: .65; } .a4 { fill-opacity: .83; }
        .grid { stroke: var(--line); stroke-width: 1; }
        .base { stroke: var(--soft); stroke-width: 1; }
        .alert { stroke: var(--ink); stroke-width: 1.5; }
        .named { stroke: var(--ink); stroke-width: 2; }
        .level { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 4 4; }
        svg text.note { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
        .strip svg text.note { stroke: var(--card); }
        .curve, .curve2 { fill: none; stroke: var(--accent); stroke-width: 2; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
        .curve2 { stroke-dasharray: 6 4; }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: .5rem 0 0; list-style: none;
          font-size: .8125rem; color: var(--soft); }
        .legend svg { display: inline-block; vertical-align: -1px; margin-right: .35rem; }
        .evidence { list-style: none; padding: 0; margin: 1rem 0 0; display: grid;
          grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 2.5rem; }
        .evidence > li { display: grid; grid-template-columns: 3.75rem minmax(0, 1fr); gap: 0 1rem; align-content: start;
          padding: .875rem 0; border-top: 1px solid var(--line); }
        .evidence .weight { font-size: 1.25rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
        .evidence .weight small { display: block; margin-bottom: .25rem; font-size: .75rem; color: var(--soft); }
        .evidence p { margin: .125rem 0; max-width: 44rem; }
        .evidence p.said::first-letter { text-transform: uppercase; }
        .evidence .meta { font-size: .8125rem; color: var(--soft); overflow-wrap: anywhere; }
        .evidence .innocent { margin-top: .375rem; padding-left: .75rem; border-left: 3px solid var(--tint); }
        .many { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 1rem 2rem; }
        .many figure { margin: .75rem 0; }
        .scroll { overflow-x: auto; margin: .75rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.45; }
        caption { text-align: left; color: var(--soft); padding-bottom: .375rem; }
        th, td { text-align: left; vertical-align: top; padding: .4375rem .875rem .4375rem 0; border-top: 1px solid var(--line);
          font-weight: 400; }
        thead th { color: var(--soft); font-size: .8125rem; border-top: 0; white-space: nowrap; }
        tbody th { overflow-wrap: anywhere; min-width: 7rem; }
        .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        details { margin: .75rem 0; }
        summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
        .words { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .875rem; border-left: 3px solid var(--tint);
          padding: .25rem 0 .25rem 1rem; margin: .5rem 0; }
        .apart { border-style: dashed; }
        @media (max-width: 40rem) {
          header { padding-top: 1.75rem; }
          header, main, footer { padding-left: 1rem; padding-right: 1rem; }
          article, .card { padding: 1rem; }
          .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
          .mid { display: none; }
          table { font-size: .8125rem; }
          th, td { padding-right: .5rem; }
          tbody th { min-width: 4.5rem; }
          td { overflow-wrap: anywhere; }
          thead th { white-space: normal; }
          .evidence > li { grid-template-columns: 3.5rem minmax(0, 1fr); gap: 0 .75rem; }
        }
        @media print {
          :root { --paper: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb; --accent: #0f6a73; --tint: #e6f0f0; }
          body { font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          nav { display: none; }
          article, .card { padding: .75rem 0; border: 0; border-top: 1px solid var(--line); border-radius: 0; }
          figure, .evidence > li, tr { break-inside: avoid; }
          h2, h3, h4 { break-after: avoid; }
          .scroll { overflow: visible; }
          details::details-content { content-visibility: visible; height: auto; }
        }
        @media (forced-colors: active) {
          .a1, .a2, .a3, .a4, .a5 { fill: CanvasText; } .row { fill: Canvas; } .curve, .curve2 { stroke: CanvasText; }
        }

        """;
}
