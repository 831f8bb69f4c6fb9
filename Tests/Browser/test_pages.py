"""Every kind of page, at 360, 768 and 1440 px, in light and dark: what a reader must never meet."""

from __future__ import annotations

import unittest

from harness.sites import chosen
from harness.survey import Visit, visits


class Pages(unittest.TestCase):
    """What was seen on the chosen pages."""

    def all_well(self, what: str) -> None:
        """Each page's list of that name is empty."""
        for seen in visits():
            with self.subTest(seen.name):
                self.assertEqual([], getattr(seen, what))

    def test_every_kind_of_page_is_among_them(self) -> None:
        kinds = {site.pages[path].kind for site, path in chosen()}
        expected = "brief briefs story threads thread actors actor timeline article sources quotes search about undated"
        self.assertLessEqual(set(expected.split()) | {"not-found", "list", "moved"}, kinds)

    def test_axe_finds_no_violation(self) -> None:
        self.all_well("violations")

    def test_nothing_is_wider_than_the_window(self) -> None:
        self.all_well("overflow")

    def test_nothing_moves_while_a_page_loads(self) -> None:
        self.all_well("shifts")

    def test_the_console_is_silent(self) -> None:
        self.all_well("messages")

    def test_no_other_host_is_asked(self) -> None:
        self.all_well("foreign")

    def test_the_style_sheet_is_found_from_a_path_below_the_host(self) -> None:
        unstyled: list[Visit] = [seen for seen in visits() if not seen.styled]
        self.assertEqual([], [seen.name for seen in unstyled])


if __name__ == "__main__":
    unittest.main()
