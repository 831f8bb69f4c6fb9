"""On paper: the brief on two sheets of A4 at most, and nothing that only a screen has."""

from __future__ import annotations

import base64
import io
import unittest

from pypdf import PdfReader

from harness.chrome import chrome
from harness.sites import sites

MOST = 2  # sheets
SHEET = {"paperWidth": 8.27, "paperHeight": 11.69, "marginTop": 0.5, "marginBottom": 0.5, "marginLeft": 0.5, "marginRight": 0.5}
SHOWN = "[...document.querySelectorAll('nav, .skip, form, script, .colophon ul')].filter(e => e.checkVisibility()).map(asked.name)"


def printed(address: str) -> list[str]:
    """The words of each sheet."""
    browser = chrome()
    browser.window(1280)
    browser.open(address)
    pdf = browser.command("Page.printToPDF", {"preferCSSPageSize": True, **SHEET})["data"]
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(base64.b64decode(pdf))).pages]


class Print(unittest.TestCase):
    """Pages as Chromium prints them."""

    def test_a_brief_takes_two_sheets_at_most(self) -> None:
        for site in sites():
            briefs = [path for path, page in site.pages.items() if page.kind == "brief"]
            longest = sorted(briefs, key=lambda path: -site.pages[path].size)[:3]
            for path in dict.fromkeys(["index.html", *longest]):
                with self.subTest(f"{site.name}: {path}"):
                    self.assertLessEqual(len(printed(site.address + path)), MOST)

    def test_a_brief_prints_its_stories(self) -> None:
        site = sites()[0]
        words = " ".join("".join(printed(site.address)).split())
        title = chrome().ask("document.querySelector('.story h3').textContent.trim()")
        self.assertIn(title[:20], words)

    def test_nothing_of_the_navigation_is_printed(self) -> None:
        browser = chrome()
        site = sites()[0]
        kinds = {page.kind: path for path, page in site.pages.items()}
        for kind, path in kinds.items():
            with self.subTest(kind):
                browser.window(768, media="print")
                browser.open(site.address + path)
                self.assertEqual([], browser.ask(SHOWN))


if __name__ == "__main__":
    unittest.main()
