"""The same folder works at the root of a host, below a path, and from the disk, with and without JavaScript."""

from __future__ import annotations

import unittest

from harness.chrome import chrome
from harness.sites import Site, host, sites
from harness.survey import SMALLEST_SHIFT

NAVIGATION = "[...document.querySelectorAll('.masthead nav a, .masthead .name a')].map(link => link.href)"
TITLE = "document.querySelector('h1').textContent.trim()"


class Places(unittest.TestCase):
    """Pages reached by the links of the front page."""

    def walk(self, start: str) -> None:
        """Each page that the masthead names is there, styled and silent; the title of a story leads to it."""
        browser = chrome()
        browser.window(1440)
        browser.open(start)
        front = browser.ask("document.body.className")
        self.assertEqual("page-brief", front)
        story = browser.ask("document.querySelector('.story h3 a').href")
        for address in [*browser.ask(NAVIGATION), story]:
            with self.subTest(address):
                browser.open(address)
                self.assertTrue(browser.ask("asked.styled()"))
                self.assertTrue(browser.ask(TITLE))
                self.assertNotEqual("page-not-found", browser.ask("document.body.className"))
                self.assertEqual([], browser.messages())
        self.assertEqual("page-story", browser.ask("document.body.className"))

    def test_from_a_path_below_a_host(self) -> None:
        self.walk(sites()[0].address)

    def test_at_the_root_of_a_plain_host(self) -> None:
        self.walk(host().origin + "/")

    def test_from_the_disk(self) -> None:
        self.walk((sites()[0].folder / "index.html").as_uri())

    def test_a_page_that_is_not_there(self) -> None:
        browser = chrome()
        browser.open(sites()[0].address + "no-such-page.html")
        self.assertEqual("page-not-found", browser.ask("document.body.className"))
        self.assertTrue(browser.ask("asked.styled()"))

    def test_the_page_of_what_is_not_there_leads_back_from_any_depth_where_the_address_is_known(self) -> None:
        workshop = next(site for site in sites() if site.name == "workshop")
        links = workshop.pages["404.html"].links
        inside = [link for link in links if not link.startswith(("#", "mailto:"))]
        self.assertEqual([], [link for link in inside if not link.startswith("https://brief.example.org/estuary/")])

    def test_a_page_that_moved_leads_on(self) -> None:
        browser = chrome()
        for site, path in moved():
            with self.subTest(path):
                browser.open(site.address + path)
                self.assertNotIn(path, browser.ask("location.href"))
                self.assertEqual("page-story", browser.ask("document.body.className"))

    def test_without_javascript_pages_say_the_same(self) -> None:
        browser = chrome()
        site = sites()[0]
        scripted = [path for path, page in site.pages.items() if "script" in page.constructs][:3]
        for path in dict.fromkeys(["index.html", "search/index.html", *scripted]):
            with self.subTest(path):
                browser.window(768)
                browser.script(on=False)
                self.addCleanup(browser.script, on=True)
                browser.open(site.address + path)
                self.assertEqual([], browser.messages())
                self.assertEqual(0, browser.ask("asked.overflow()")["wide"])
                self.assertLess(browser.ask("asked.shift()"), SMALLEST_SHIFT)
                self.assertGreater(browser.ask("document.querySelectorAll('main a[href]').length"), 1)
                browser.script(on=True)  # axe needs it; the page stays as it was loaded
                self.assertEqual([], browser.violations() + browser.violations("colours"))


def moved() -> list[tuple[Site, str]]:
    """Pages that lead on, of the site that has some."""
    found = [(site, path) for site in sites() for path, page in site.pages.items() if page.kind == "moved"]
    assert found, "no site has a page that moved"
    return [(site, path) for site, path in found if "stories/" in path][:2]


if __name__ == "__main__":
    unittest.main()
