"""The sites under test: made anew from this tree by its release program, as a reader gets them.

`sample` is the corpus in seeds/, `workshop` has what that lacks, `documents` are the five documents that stand beside
the checkout of those who have them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from . import workshop
from .pages import Page, choose, read_pages
from .server import StaticHost

ROOT = Path(__file__).resolve().parents[3]
WORK = ROOT / ".build" / "browser" / "sites"
DOCUMENTS = ROOT.parent / "shared" / "seeds"


@dataclass(frozen=True)
class Site:
    """A finished site."""

    name: str
    folder: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """All its pages by path."""
        return read_pages(self.folder)

    @property
    def address(self) -> str:
        """Where it is served, below a path; ends in a slash."""
        return f"{host().origin}/a/b/{self.name}/"


def program() -> Path:
    """The release program, or the one that DAYBRIEF_PROGRAM names."""
    return Path(os.environ.get("DAYBRIEF_PROGRAM", ROOT / ".build" / "release" / "daybrief"))


def _fresh(name: str) -> Path:
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _sample() -> Path:
    folder = _fresh("sample")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(ROOT / "daybrief.yml", folder)
    subprocess.run([program(), "build", "--quiet"], cwd=folder, check=True)
    return folder / "site"


def _documents() -> Path:
    folder = _fresh("documents")
    subprocess.run([program(), "build", DOCUMENTS, "--output", folder / "site", "--quiet"], cwd=folder, check=True)
    return folder / "site"


@lru_cache(maxsize=1)
def sites() -> list[Site]:
    """The sites that can be made here."""
    made = [Site("sample", _sample()), Site("workshop", workshop.build(program(), _fresh("workshop")))]
    if DOCUMENTS.is_dir():
        made.append(Site("documents", _documents()))
    else:
        print(f"browser tests: no {DOCUMENTS}, so the five documents' site is left out")
    return made


@lru_cache(maxsize=1)
def chosen() -> list[tuple[Site, str]]:
    """Pages that together show all that there is to see on any site."""
    seen: set[str] = set()
    return [(site, path) for site in sites() for path in choose(site.pages, seen)]


@lru_cache(maxsize=1)
def host() -> StaticHost:
    """All sites below a path each, and the sample at the root too."""
    folders = {f"/a/b/{site.name}/": site.folder for site in sites()}
    return StaticHost(folders | {"/": sites()[0].folder})
