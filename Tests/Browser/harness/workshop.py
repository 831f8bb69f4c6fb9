"""A site with what the sample corpus has none of: long lists, a page that moved, the editor's hand, hard titles.

All sentences are written here. The interface is English, the address of the site is known, and the second of its two
builds merges two stories, so that one page of the first leads on.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

SHEETS = 105  # articles of one outlet; a list is cut at a hundred rows

TOWNS = ["Valmure", "Ostreval", "Karsk", "Pendrow", "Lisbray", "Tornick", "Aubelle", "Mirefond", "Grays Point", "Eskholm"]
WORKS = ["bridge", "harbour", "library", "tramway", "reservoir", "lighthouse", "hospital", "market", "school", "ferry", "dyke"]

CONFIGURATION = """title: The Estuary Brief
language: en
baseURL: https://brief.example.org/estuary/
timeZone: Europe/Paris
publisher: The Estuary Brief, a sample
contact: editor@brief.example.org
sources: [articles]
output: {output}
watch: [ferry, Odile Ferrand]
rights: {{The Quay: link-only, default: excerpt}}
"""

DECISIONS = """pin:
  - {{story: {pinned}}}
note:
  - {{story: {pinned}, text: "Checked with the port authority.", date: 2031-03-05}}
reply:
  - {{actor: Odile Ferrand, by: Odile Ferrand, text: "The works were never late."}}
rename:
  - {{story: {renamed}, to: "What became of the lighthouse"}}
merge:
  - stories: [{kept}, {moved}]
"""


def _article(number: int, **given: str) -> dict[str, str]:
    """One of many short articles of one outlet, each about works of its own in a town of its own."""
    town, work = TOWNS[number % len(TOWNS)], WORKS[number % len(WORKS)]
    day = f"2031-{1 + number % 2:02}-{1 + number % 27:02}"
    text = (
        f"Work on the {work} of {town} cost {number + 3} million crowns, Mayor Odile Ferrand said on {day}.\n\n"
        f'"The {work} number {number} will open before {2032 + number % 5}," Odile Ferrand said in {town}.\n\n'
        f"Residents of {town} had waited {number % 9 + 2} years for the {work}, which was closed in March 2029."
    )
    title = f"{town}: {work} number {number} reopens"
    return {"id": f"w{number:03}", "title": title, "text": text, "source": "The Tide", "published": day, "language": "en"} | given


def _hard() -> list[dict[str, str]]:
    """Titles and names that break layouts: without a space, from right to left, of markup, and none at all."""
    said = 'The harbour of Karsk stays closed until April 2031, Pilot Jory Menlow said. "Nothing will sail," Jory Menlow said.'
    titles = {
        "unbroken": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft closes",
        "markup": "<b>Harbour</b> & [pilots](https://example.org) *wait* `again`",
        "long": "The harbour pilots of Karsk wait for the tide, for the port, and for an answer " * 3,
    }
    articles = [
        _article(200 + at, id=f"hard-{name}", title=title.strip(), text=f"{said}\n\nPilots {at} waited.", source="The Quay")
        for at, (name, title) in enumerate(titles.items())
    ]
    arabic = "أعلن رئيس البلدية في كارسك أن الميناء سيبقى مغلقا حتى نيسان. وقال سكان الحي إنهم ينتظرون منذ سنوات طويلة."
    articles.append(_article(210, id="hard-arabic", title="الميناء مغلق في كارسك", text=arabic, language="ar"))
    articles.append({"id": "hard-bare", "title": "", "text": "The ferry of Lisbray did not sail."})
    return articles


def build(program: Path, folder: Path) -> Path:
    """Builds the site below `folder`, in two mornings; gives the folder of the site."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(article, ensure_ascii=False) for article in [_article(at) for at in range(SHEETS)] + _hard()]
    (folder / "articles" / "all.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "daybrief.yml").write_text(CONFIGURATION.format(output="site"), encoding="utf-8")
    _run(program, folder)
    names = sorted(page.parent.name for page in (folder / "site" / "stories").glob("*-number-*/index.html"))
    kept, moved, pinned, renamed = names[0], names[1], names[2], names[3]
    decisions = DECISIONS.format(pinned=pinned, renamed=renamed, kept=kept, moved=moved)
    (folder / "overrides.yml").write_text(decisions, encoding="utf-8")
    _run(program, folder)
    return folder / "site"


def _run(program: Path, folder: Path) -> None:
    run = subprocess.run([program, "build"], cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{program} build ended with {run.returncode}: {run.stderr}")
