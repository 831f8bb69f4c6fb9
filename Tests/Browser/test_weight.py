"""What a reader's line carries."""

from __future__ import annotations

import unittest

from harness.pages import target
from harness.sites import sites

FRONT = 60_000  # bytes of the front page with its style sheet and scripts
PAGE = 250_000  # bytes of any page


class Weight(unittest.TestCase):
    """Bytes as they lie on the disk, not compressed."""

    def test_the_front_page_with_its_style_sheet_and_scripts(self) -> None:
        for site in sites():
            with self.subTest(site.name):
                page = site.pages["index.html"]
                parts = {found[0] for link in page.links if (found := target(page, link))}
                files = [site.folder / part for part in parts if part.endswith((".css", ".js", ".svg"))]
                self.assertTrue(files)
                self.assertLess(page.size + sum(file.stat().st_size for file in files), FRONT)

    def test_any_page(self) -> None:
        for site in sites():
            heavy = {path: page.size for path, page in site.pages.items() if page.size >= PAGE}
            self.assertEqual({}, heavy, site.name)


if __name__ == "__main__":
    unittest.main()
