"""French typography of the words that are the site's own: a space that does not break before « : ; ! ? » and in « »."""

from __future__ import annotations

import json
import re
import unittest

from harness.sites import Site
from harness.survey import visits

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
        for seen in visits():
            if seen.site.name == "workshop":
                continue  # its interface is English
            with self.subTest(seen.name):
                self.assertTrue(seen.words)
                own = {text for text in seen.words if " ".join(text.split()) not in titles(seen.site)}
                self.assertEqual([], sorted(text.strip() for text in own if BARE.search(text.strip())))


if __name__ == "__main__":
    unittest.main()
