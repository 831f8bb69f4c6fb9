"""Search in the page finds a story, an actor and a quote, from a host and from the disk."""

from __future__ import annotations

import json
import time
import unittest

from harness.chrome import chrome
from harness.sites import Site, sites

FIELD = "document.querySelector('main input[type=search], main [role=searchbox]')"
LINKS = "[...document.querySelectorAll('main a[href]')].filter(a => a.checkVisibility()).map(a => a.href)"
PATIENCE = 15  # seconds for the index to load and the answer to come


def wanted(site: Site) -> dict[str, tuple[str, str]]:
    """What to type for each kind, and a part of the address that it should be found at."""
    lines = (site.folder / "data" / "catalogue.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [json.loads(line) for line in lines]
    story = next(page for page in pages if page["kind"] == "story")
    actor = next(page for page in pages if page["kind"] == "actor" and " " in page["title"])
    quotes = json.loads((site.folder / "quotes" / "index.json").read_text(encoding="utf-8"))
    quote = longest_text(quotes)
    return {
        "story": (" ".join(sorted(story["title"].split(), key=len)[-2:]), story["path"]),
        "actor": (actor["title"], actor["path"]),
        "quote": (" ".join(sorted(quote.split(), key=len)[-3:]), "#"),
    }


def longest_text(value: object) -> str:
    """The longest value of a key `text` anywhere inside."""
    if isinstance(value, list):
        return max((longest_text(item) for item in value), key=len, default="")
    if isinstance(value, dict):
        own = value.get("text")
        return max([own if isinstance(own, str) else "", longest_text(list(value.values()))], key=len)
    return ""


class Search(unittest.TestCase):
    """The page of search, with JavaScript."""

    def find(self, start: str) -> None:
        """Types each wanted thing and waits for a link to it that was not there before."""
        browser, site = chrome(), sites()[0]
        browser.window(1440)
        for kind, (words, path) in wanted(site).items():
            with self.subTest(kind, words=words):
                browser.open(start + "search/index.html")
                if not browser.ask(f"{FIELD} !== null && {FIELD}.checkVisibility()"):
                    self.skipTest("the page of search has no field to type into yet")
                before = set(browser.ask(LINKS))
                browser.driver.execute_script(f"{FIELD}.focus()")
                browser.press(words)
                until = time.monotonic() + PATIENCE
                found: set[str] = set()
                while not any(path in link for link in found) and time.monotonic() < until:
                    found = set(browser.ask(LINKS)) - (before if kind == "quote" else set())
                    time.sleep(0.1)
                self.assertTrue([link for link in found if path in link], sorted(found)[:5])
                self.assertEqual([], browser.messages())
                self.assertEqual([], browser.violations() + browser.violations("colours"))

    def test_from_a_host(self) -> None:
        self.find(sites()[0].address)

    def test_from_the_disk(self) -> None:
        self.find(sites()[0].folder.as_uri() + "/")


if __name__ == "__main__":
    unittest.main()
