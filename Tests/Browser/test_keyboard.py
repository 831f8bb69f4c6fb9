"""The keyboard alone reaches everything, in the order of the page, and one sees where it is."""

from __future__ import annotations

import unittest

from selenium.webdriver.common.keys import Keys

from harness.chrome import chrome
from harness.sites import Site, chosen

MOST = {1440: 120, 360: 30}  # controls that are walked through at a width; what follows are more of the same rows
THINNEST_RING = 2  # CSS pixels (WCAG 2.4.13)


def one_of_each_kind() -> list[tuple[Site, str]]:
    """The first chosen page of each kind."""
    found: dict[str, tuple[Site, str]] = {}
    for site, path in chosen():
        found.setdefault(site.pages[path].kind, (site, path))
    found.pop("moved", None)
    return list(found.values())


class Keyboard(unittest.TestCase):
    """Pages as someone without a mouse meets them."""

    def test_tab_reaches_all_controls_in_order_with_a_ring(self) -> None:
        browser = chrome()
        for site, path in one_of_each_kind():
            for width, most in MOST.items():
                with self.subTest(f"{site.name}: {path}", width=width):
                    browser.window(width)
                    browser.open(site.address + path)
                    count = min(browser.ask("asked.watchFocus()"), most)
                    browser.tab(count)
                    focused = browser.ask("asked.focused")
                    self.assertEqual(list(range(count)), [stop["at"] for stop in focused])
                    self.assertEqual([], [stop for stop in focused if stop["ring"] < THINNEST_RING or not stop["seen"]])

    def test_the_skip_link_comes_first_and_leads_to_the_content(self) -> None:
        browser = chrome()
        for site, path in one_of_each_kind():
            with self.subTest(f"{site.name}: {path}"):
                browser.window(768)
                browser.open(site.address + path)
                browser.tab()
                self.assertEqual("skip", browser.ask("document.activeElement.className"))
                box = browser.ask("document.activeElement.getBoundingClientRect().toJSON()")
                self.assertTrue(box["left"] >= 0 and box["top"] >= 0 and box["height"] >= 24, box)
                browser.press(Keys.ENTER)
                self.assertEqual("main", browser.ask("document.activeElement.id"))
                browser.tab()
                self.assertTrue(browser.ask("document.activeElement.closest('main, footer') !== null"))


if __name__ == "__main__":
    unittest.main()
