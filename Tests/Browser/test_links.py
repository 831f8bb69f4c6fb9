"""Every address within a site leads somewhere: pages, files, anchors."""

from __future__ import annotations

import unittest

from harness.pages import target
from harness.sites import Site, sites


def broken(site: Site) -> list[str]:
    """Links of all pages whose file or id is not there; a link into a site whose address is known counts as within."""
    out = []
    for page in site.pages.values():
        for link in page.links:
            found = target(page, link.replace("https://brief.example.org/estuary/", "/"))
            if found is None:
                continue
            path, anchor = found
            ids = site.pages[path].ids if path in site.pages else []
            if not (site.folder / path).is_file() or (anchor and anchor not in ids):
                out.append(f"{page.path}: {link}")
    return out


class Links(unittest.TestCase):
    """All pages of all sites."""

    def test_every_link_and_every_anchor_resolves(self) -> None:
        for site in sites():
            self.assertEqual([], broken(site), site.name)

    def test_an_id_stands_once_on_a_page(self) -> None:
        for site in sites():
            twice = [path for path, page in site.pages.items() if len(set(page.ids)) < len(page.ids)]
            self.assertEqual([], twice, site.name)


if __name__ == "__main__":
    unittest.main()
