"""Each chosen page, opened at several widths, in light and dark: what was seen, for tests to judge.

One pass serves all tests, because loading pages and running axe is what takes the time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from .chrome import chrome
from .sites import Site, chosen, host

WIDTHS = [320, 360, 768, 1440]  # CSS pixels; at 320 reflow is asked for by WCAG 1.4.10
# A hundredth of what counts as good (0.1): on a busy machine a page comes in pieces, and a balanced line may be set anew.
SMALLEST_SHIFT = 1e-3
# What axe looks at in which window, by width and darkness. Colours do not depend on the width beyond what the style sheet
# parts (860 px), nor names and roles on either.
AXE = {
    (1440, False): ["all", "colours"],
    (1440, True): ["colours"],
    (768, False): ["layout", "colours"],
    (768, True): [],
    (360, False): [],
    (360, True): ["layout", "colours"],
}


@dataclass
class Visit:
    """What was seen of one page. Each list is empty where all is well."""

    site: Site
    path: str
    overflow: list[str] = field(default_factory=list)
    shifts: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """Words of the site itself, not of the sources."""
    styled: bool = False

    @property
    def name(self) -> str:
        """ "sample: quotes/index.html"."""
        return f"{self.site.name}: {self.path}"


def _settle(visit: Visit, how: str) -> None:
    """Takes down what happened while the page was loaded."""
    browser = chrome()
    shift = browser.ask("asked.shift()")
    visit.shifts += [f"{shift} {how}"] if shift > SMALLEST_SHIFT else []
    visit.foreign += [url for url in browser.requests() if not url.startswith(host().origin)]
    visit.messages += [f"{message} {how}" for message in browser.messages()]


def _measure(visit: Visit, width: int, dark: bool) -> None:
    """Takes down what sticks out at one width and what axe finds: what AXE says for it."""
    browser = chrome()
    browser.window(width, dark=dark)
    how = f"at {width} px, {'dark' if dark else 'light'}"
    seen = browser.ask("asked.overflow()")
    visit.overflow += [f"{seen['wide']} px too wide {how}: {seen['out']}"] if seen["wide"] > 0 else []
    found = [fault for which in AXE[width, dark] for fault in browser.violations(which)]
    visit.violations += [f"{rule} {how}, {len(nodes)} times: {nodes[0]}" for rule, nodes in found]


def visit(site: Site, path: str) -> Visit:
    """Opens a page in all ways."""
    browser, seen = chrome(), Visit(site, path)
    browser.window(1440)
    browser.open(site.address + path)
    seen.styled = browser.ask("asked.styled()")
    seen.words = browser.ask("asked.ownWords()")
    _settle(seen, "when opened at 1440 px")
    for width in reversed(WIDTHS[1:]):
        for dark in (False, True):
            _measure(seen, width, dark)
    browser.window(WIDTHS[0])
    narrow = browser.ask("asked.overflow()")
    seen.overflow += [f"{narrow['wide']} px too wide at {WIDTHS[0]} px: {narrow['out']}"] if narrow["wide"] > 0 else []
    browser.messages()  # what axe caused is not the page's
    browser.window(360, dark=True)
    browser.open(site.address + path)
    _settle(seen, "when opened at 360 px, dark")
    return seen


@lru_cache(maxsize=1)
def visits() -> list[Visit]:
    """All chosen pages, each visited once; but for pages that moved, which lead on at once."""
    return [visit(site, path) for site, path in chosen() if site.pages[path].kind != "moved"]
