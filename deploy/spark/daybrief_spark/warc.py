"""News crawls: the pages in WARC files (ISO 28500), as articles with `html` and `url`.

The day of the crawl is not a date of publication: that is left to what the page says of itself.
"""

from __future__ import annotations

import codecs
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader

from .lines import Line

LARGEST = 16 << 20
"""Bytes of the longest page that is read; what is longer is no article."""

_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
# Declarations stand within the first bytes of a page (HTML, "prescan").
_PRESCAN = 1024
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What these names stand for on the web (WHATWG, Encoding).
_WESTERN = {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "iso_8859-1"}


def decoded(page: bytes, content_type: str) -> str:
    """A page as text: by its byte order mark, by what the server said, by what the page says, as UTF-8, as Windows-1252."""
    for mark, name in _MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(name, "replace")
    for source in (content_type.encode("latin-1", "replace"), page[:_PRESCAN]):
        found = _CHARSET.search(source)
        if not found:
            continue
        name = found.group(1).decode("ascii").lower()
        try:
            return page.decode("cp1252" if name in _WESTERN else name, "strict")
        except (LookupError, UnicodeDecodeError):
            continue
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        return page.decode("cp1252", "replace")


class _Expanded(gzip.GzipFile):
    """A compressed file that says where it is cut off, within a header too: `warcio` takes that for its end."""

    def read(self, size: int | None = -1) -> bytes:
        """What comes next."""
        try:
            return super().read(size)
        except EOFError:
            raise ValueError("it is cut off") from None


def warc_lines(stream: BinaryIO, file: str) -> Iterator[Line]:
    """The pages of a file, numbered with all its records, as they come; a damaged record is told and not used."""
    number = 0
    try:
        whole = _Expanded(fileobj=stream, mode="rb") if file.endswith(".gz") else stream
        for record in ArchiveIterator(whole):
            number += 1
            line = _line(record, file, number)
            if line:
                yield line
    except Exception as error:  # damage shows as whatever the parser tripped over; what was read before it is sound
        yield Line(file, number + 1, b"", f"the file cannot be read on from here: {error}")


def _body(record) -> bytes:
    """The page as its server meant it, up to one byte more than is read."""
    stream = record.raw_stream
    if (record.http_headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        stream = ChunkedDataReader(stream)
    body = stream.read(LARGEST + 1) if stream is record.raw_stream else b"".join(iter(lambda: stream.read(1 << 16), b""))
    if len(body) <= LARGEST and getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("it is cut off")
    coding = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
    # Crawlers that keep a page decompressed often leave the header as it was.
    if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        expander = zlib.decompressobj(zlib.MAX_WBITS | 16)
    elif coding == "deflate" and body[:1] in (b"\x78", b"\x58"):
        expander = zlib.decompressobj()
    elif coding == "br" and not body.lstrip().startswith(b"<"):
        raise ValueError("it is compressed by Brotli, which this job does not read")
    else:
        return body
    page = expander.decompress(body, LARGEST + 1)
    if not expander.eof and len(page) <= LARGEST:
        raise EOFError("it is cut off")
    return page


def _line(record, file: str, number: int) -> Line | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    content_type = record.http_headers.get_header("Content-Type") or ""
    if record.http_headers.get_statuscode() != "200" or content_type.split(";")[0].strip().lower() not in _PAGES:
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    try:
        page = _body(record)
    except (zlib.error, EOFError, ValueError) as error:
        return Line(file, number, url.encode(), f"the page cannot be read: {error}")
    if len(page) > LARGEST:
        return Line(file, number, url.encode(), f"the page has more than {LARGEST} bytes")
    article = {"html": decoded(page, content_type), "url": url}
    return Line(file, number, json.dumps(article, ensure_ascii=False).encode("utf-8", "replace"))
