"""Pages as a test reads them: ids, links, and the constructs that they are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESS_ATTRIBUTES = {"href", "src", "action", "srcset", "poster", "data"}


@dataclass
class Page:
    """One HTML page of a site."""

    path: str
    """Within the site: "stories/x/index.html"."""
    kind: str = ""
    """The class of its body without "page-"."""
    size: int = 0
    """Bytes."""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """All addresses that it names, as written."""
    constructs: set[str] = field(default_factory=set)
    """Tags, and classes of elements: what a page may look different by."""


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        classes = values.get("class", "").split()
        if tag == "body":
            self.page.kind = next((name.removeprefix("page-") for name in classes if name.startswith("page-")), "")
        self.page.constructs |= {tag} | {f"{tag}.{name}" for name in classes}
        self.page.constructs |= {f"{tag}[{name}]" for name in ("lang", "dir", "aria-current", "open") if name in values}
        if "id" in values:
            self.page.ids.append(values["id"])
        self.page.links += [values[name] for name in values if name in ADDRESS_ATTRIBUTES]


def read_page(folder: Path, path: str) -> Page:
    """A page of the site in `folder`."""
    text = (folder / path).read_text(encoding="utf-8")
    page = Page(path, size=len(text.encode()))
    _Reader(page).feed(text)
    return page


def read_pages(folder: Path) -> dict[str, Page]:
    """All HTML pages of a site by path, in the order of their paths."""
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
    return {path: read_page(folder, path) for path in paths}


def target(page: Page, link: str) -> tuple[str, str] | None:
    """The file within the site and the id that a link leads to; None where it leaves the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    steps = [] if parts.path.startswith("/") else page.path.split("/")[:-1]
    for step in unquote(parts.path).split("/"):
        if step == "..":
            if not steps:
                return "..", ""
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    path = "/".join(steps)
    if not parts.path:
        path = page.path
    elif parts.path.endswith("/") or not path:
        path = f"{path}/index.html".lstrip("/")
    return path, unquote(parts.fragment)


def choose(pages: dict[str, Page], seen: set[str]) -> list[str]:
    """The fewest pages, about, that show each kind with each construct of that kind; adds what they show to `seen`.

    Greedy set cover (Chvátal 1979): the page that shows most of what is still missing, the longest where equal. A kind is
    told by the class of the body and by the place in the tree: a year and a month are two. What `seen` holds already is
    shown by a page of another site.
    """
    kinds: dict[str, list[Page]] = {}
    for page in pages.values():
        kinds.setdefault(f"{page.kind} {page.path.count('/')}", []).append(page)
    chosen: list[str] = []
    for kind, rest in sorted(kinds.items()):
        missing = {f"{kind} {name}" for page in rest for name in page.constructs} - seen
        while missing:
            news = {page.path: sum(f"{kind} {name}" in missing for name in page.constructs) for page in rest}
            best = max(rest, key=lambda page: (news[page.path], page.size, page.path))
            chosen.append(best.path)
            missing -= {f"{kind} {name}" for name in best.constructs}
        seen |= {f"{kind} {name}" for page in rest for name in page.constructs}
    return chosen
