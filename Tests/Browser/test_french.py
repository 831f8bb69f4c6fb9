"""French typography of the words that are the site's own: a space that does not break before « : ; ! ? » and in « »."""

from __future__ import annotations

import json
import re
import unittest

from harness.chrome import chrome
from harness.sites import Site, chosen

NARROW, WIDE = "\u202f", "\u00a0"
# A mark that no space or a breaking one stands before; addresses and times of day have bare colons.
BARE = re.compile(rf"(?<![{NARROW}{WIDE}])(?:(?<![\d/a-z])[;!?:»]|[;!?»]|(?<=[a-zé]):(?!/))|«(?![{NARROW}{WIDE}])")


def titles(site: Site) -> set[str]:
    """Titles of articles are their outlets' words, wherever they stand."""
    lines = (site.folder / "data" / "catalogue.jsonl").read_text(encoding="utf-8").splitlines()
    return {" ".join(json.loads(line)["title"].split()) for line in lines}


class French(unittest.TestCase):
    """Pages whose interface is French."""

    def test_spaces_beside_tall_marks_do_not_break(self) -> None:
        browser = chrome()
        for site, path in chosen():
            if site.name == "workshop":
                continue
            with self.subTest(f"{site.name}: {path}"):
                browser.window(1440)
                browser.open(site.address + path)
                words = browser.ask("asked.ownWords()")
                self.assertTrue(words)
                own = {text for text in words if " ".join(text.split()) not in titles(site)}
                self.assertEqual([], sorted(text.strip() for text in own if BARE.search(text.strip())))


if __name__ == "__main__":
    unittest.main()
