"""Every feed of every site holds to the rules of its format; names of feeds in pages lead to them."""

from __future__ import annotations

import json
import unittest
from urllib.parse import urljoin

from harness.feed_rules import atom_faults, json_faults
from harness.sites import sites

BASE = "https://brief.example.org/estuary/"


class Feeds(unittest.TestCase):
    """Atom and JSON Feed, for the brief, each thread and each actor."""

    def test_atom_feeds_hold_to_rfc_4287(self) -> None:
        for site in sites():
            feeds = sorted(site.folder.rglob("feed.xml"))
            self.assertGreater(len(feeds), 2)
            for feed in feeds:
                with self.subTest(feed.relative_to(site.folder).as_posix(), site=site.name):
                    self.assertEqual([], list(atom_faults(feed.read_text(encoding="utf-8"))))

    def test_json_feeds_hold_to_version_1_1(self) -> None:
        for site in sites():
            feeds = sorted(site.folder.rglob("feed.json"))
            self.assertGreater(len(feeds), 2)
            for feed in feeds:
                with self.subTest(feed.relative_to(site.folder).as_posix(), site=site.name):
                    self.assertEqual([], list(json_faults(json.loads(feed.read_text(encoding="utf-8")))))

    def test_both_formats_tell_the_same_items_where_the_address_is_known(self) -> None:
        site = next(site for site in sites() if site.name == "workshop")
        feed = json.loads((site.folder / "feed.json").read_text(encoding="utf-8"))
        atom = (site.folder / "feed.xml").read_text(encoding="utf-8")
        self.assertTrue(feed["items"])
        self.assertEqual([], [item["id"] for item in feed["items"] if f"<id>{item['id']}</id>" not in atom])
        self.assertEqual([], [item["url"] for item in feed["items"] if not item["url"].startswith(BASE)])

    def test_pages_of_threads_and_actors_name_their_feed(self) -> None:
        for site in sites():
            for path, page in site.pages.items():
                if page.kind in ("thread", "actor"):
                    with self.subTest(path, site=site.name):
                        folder = BASE + path.removesuffix("index.html")
                        links = {urljoin(folder, link) for link in page.links}
                        self.assertIn(folder + "feed.xml", links)


class Rules(unittest.TestCase):
    """The rules find what is wrong."""

    def test_faults_of_atom(self) -> None:
        feed = '<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><updated>2031-01-01</updated><entry/></feed>'
        faults = " ".join(atom_faults(feed))
        for said in ("one title", "not absolute", "3.3: updated", "itself", "without an author", "neither content"):
            self.assertIn(said, faults)

    def test_faults_of_json_feed(self) -> None:
        items = [{"id": 1, "date_published": "yesterday"}, {"id": 1, "content_text": "x", "url": "x/"}]
        faults = " ".join(json_faults({"version": "1", "items": items, "author": {}}))
        for said in ("version", "title", "one id", "string", "content", "yesterday", "no address", "1.0"):
            self.assertIn(said, faults)


if __name__ == "__main__":
    unittest.main()
