// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Page;

/// <summary>Keeps an open page up to date. The page is whole without it.</summary>
/// <remarks>What comes is escaped by the server, and the page's policy lets nothing in it run. What the reader opened, focused or marked is left as it is.</remarks>
internal static class LiveScript
{
    public const string Text =
        """
        (() => {
          'use strict';
          const events = document.currentScript.dataset.events;
          const live = document.getElementById('live');
          const pause = document.getElementById('pause');
          let source = null;

          const say = text => { if (live.textContent !== text) live.textContent = text; };

          const isMarkedIn = place => {
            const marked = document.getSelection();
            return marked && !marked.isCollapsed && place.contains(marked.anchorNode);
          };

          const replace = (place, html) => {
            if (isMarkedIn(place)) return;
            const open = [...place.querySelectorAll('details[open]')].map(details => details.id);
            const scrolled = [...place.querySelectorAll('.scroll')].map(region => region.scrollLeft);
            const focused = place.contains(document.activeElement) ? document.activeElement.id : '';
            place.innerHTML = html;
            for (const id of open) document.getElementById(id)?.setAttribute('open', '');
            place.querySelectorAll('.scroll').forEach((region, i) => { region.scrollLeft = scrolled[i] ?? 0; });
            if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
          };

          const begin = () => {
            source = new EventSource(events);
            source.addEventListener('open', () => say('kept up to date'));
            source.addEventListener('error', () => say(source.readyState === EventSource.CLOSED
              ? 'no connection: reload to try again' : 'connection lost: trying again'));
            source.addEventListener('section', event => {
              const cut = event.data.indexOf('\n');
              const place = document.getElementById(event.data.slice(0, cut));
              if (place) replace(place, event.data.slice(cut + 1));
            });
          };

          pause.hidden = false;
          pause.addEventListener('click', () => {
            if (source) {
              source.close();
              source = null;
              say('paused');
              pause.textContent = 'Resume updates';
            } else {
              begin();
              pause.textContent = 'Pause updates';
            }
          });
          begin();
        })();

        """;
}
