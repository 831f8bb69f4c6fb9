"""The rules of Atom (RFC 4287) and JSON Feed 1.1, as far as a machine can hold a feed to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339, with a capital T and a zone, as RFC 4287 3.3 asks.
INSTANT = re.compile(r"\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
ADDRESSES = {"url", "external_url", "home_page_url", "feed_url", "next_url", "image", "icon", "favicon"}


def is_iri(text: str) -> bool:
    """Whether an identifier is absolute, as atom:id must be."""
    parts = urlsplit(text)
    return bool(parts.scheme) and bool(parts.netloc or parts.path) and not re.search(r"\s", text)


def atom_faults(text: str) -> Iterator[str]:
    """Each rule of RFC 4287 that a feed breaks; nothing for a good one."""
    root = ElementTree.fromstring(text)
    if root.tag != f"{ATOM}feed":
        yield f"the root is {root.tag}"
    yield from _container(root, "feed")
    entries = root.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) < len(ids):
        yield "4.2.6: two entries have one id"
    if not any(link.get("rel") == "self" for link in root.findall(f"{ATOM}link")):
        yield "4.1.1: a feed should have a link to itself"
    for entry in entries:
        yield from _container(entry, "entry")
        if root.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            yield "4.1.2: an entry without an author"
        content = entry.find(f"{ATOM}content")
        links = [link.get("rel", "alternate") for link in entry.findall(f"{ATOM}link")]
        if content is None and "alternate" not in links:
            yield "4.1.2: an entry with neither content nor an alternate link"
        if content is not None:
            yield from _text(content, "content")
    for author in root.iter(f"{ATOM}author"):
        if not (author.findtext(f"{ATOM}name") or "").strip():
            yield "3.2.1: an author without a name"


def _container(element: ElementTree.Element, what: str) -> Iterator[str]:
    """What a feed and an entry have in common."""
    for name in ("id", "title", "updated"):
        if len(element.findall(f"{ATOM}{name}")) != 1:
            yield f"4.1: a {what} without exactly one {name}"
    if not is_iri(element.findtext(f"{ATOM}id") or ""):
        yield f"4.2.6: the id of a {what} is not absolute: {element.findtext(f'{ATOM}id')}"
    for name in ("updated", "published"):
        for date in element.findall(f"{ATOM}{name}"):
            if not INSTANT.fullmatch(date.text or ""):
                yield f"3.3: {name} is {date.text}"
    for name in ("title", "subtitle", "summary", "rights"):
        for text in element.findall(f"{ATOM}{name}"):
            yield from _text(text, name)
    seen = set()
    for link in element.findall(f"{ATOM}link"):
        key = (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
        if not link.get("href"):
            yield "4.2.7.1: a link without href"
        if key[0] == "alternate" and key in seen:
            yield f"4.1: two alternate links of one type and language in a {what}"
        seen.add(key)


def _text(element: ElementTree.Element, what: str) -> Iterator[str]:
    """3.1 and 4.1.3: the type says what is inside."""
    kind = element.get("type", "text")
    if kind in ("text", "html") and len(element):
        yield f"3.1: {what} of type {kind} has child elements"
    if kind == "xhtml" and [child.tag for child in element] != ["{http://www.w3.org/1999/xhtml}div"]:
        yield f"3.1: {what} of type xhtml without one div"
    if kind == "html" and re.search(r"<script|<style|\son\w+=|javascript:", element.text or "", re.IGNORECASE):
        yield f"{what} has markup that readers refuse"
    if what != "content" and kind not in ("text", "html", "xhtml"):
        yield f"3.1: {what} of type {kind}"


def json_faults(feed: Any) -> Iterator[str]:
    """Each rule of JSON Feed 1.1 that a feed breaks; nothing for a good one."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version is {feed.get('version')}"
    if not isinstance(feed.get("title"), str) or not isinstance(feed.get("items"), list):
        yield "a feed without title or items"
    yield from _json_common(feed)
    ids = [item.get("id") for item in feed.get("items", [])]
    if len(set(ids)) < len(ids):
        yield "two items have one id"
    for item in feed.get("items", []):
        if not isinstance(item.get("id"), str) or not item["id"]:
            yield "an item without an id that is a string"
        if not any(isinstance(item.get(name), str) for name in ("content_html", "content_text")):
            yield "an item without content"
        for name in ("date_published", "date_modified"):
            if name in item and not INSTANT.fullmatch(str(item[name])):
                yield f"{name} is {item[name]}"
        yield from _json_common(item)


def _json_common(part: dict[str, Any]) -> Iterator[str]:
    """Addresses, authors, language: as in a feed, so in an item. Unknown keys must begin with an underscore."""
    for name in ADDRESSES & part.keys():
        if urlsplit(str(part[name])).scheme not in ("http", "https"):
            yield f"{name} is no address: {part[name]}"
    for author in part.get("authors", []):
        if not {"name", "url", "avatar"} & author.keys():
            yield "an author with neither name, url nor avatar"
    if "author" in part:
        yield "author is of version 1.0; 1.1 has authors"
    if "language" in part and not LANGUAGE.fullmatch(str(part["language"])):
        yield f"language is {part['language']}"
    if None in part.values():
        yield "a key with null"
