"""What the program gives back, sorted into digests and rejected lines."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from .lines import FAULT, MARK

UNKNOWN = "unknown"

# The program writes its keys in order and escapes every quote mark within a string, so these stand for keys alone.
_PUBLISHED = re.compile(r',"published":"(\d{4}-\d\d-\d\d)[T"]')
_BASIS = re.compile(r',"publishedBasis":"(\w+)"')
_LANGUAGE = re.compile(r',"language":"([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)"')
# A date that is printed at the top of a page may be the day of the copy: the program puts no such article in an edition.
_TRUSTED = ("given", "page")


@dataclass(frozen=True)
class Result:
    """A line to be written."""

    kind: str
    """`digests` or `rejected`."""
    day: str
    """The day of publication, or `unknown`."""
    language: str
    """As the digest says, or `unknown`."""
    text: str


def result(line: str) -> Result:
    """The result that a line of `pipe.sh` stands for."""
    if line.startswith("\t"):
        return Result("rejected", UNKNOWN, UNKNOWN, _explained(line[1:]))
    day = _PUBLISHED.search(line)
    basis = _BASIS.search(line)
    language = _LANGUAGE.search(line)
    trusted = basis is not None and basis.group(1) in _TRUSTED
    return Result(
        "digests",
        day.group(1) if day and trusted else UNKNOWN,
        language.group(1) if language else UNKNOWN,
        line,
    )


def _explained(line: str) -> str:
    """A rejected line with the reader's reason, where the reader had one."""
    record = json.loads(line)
    text = record.get("input", "")
    if text.startswith(FAULT):
        raise OSError(f"the input could not be read to its end: {text.removeprefix(FAULT)}")
    if text.startswith(MARK) and text.count(MARK) >= 2:
        _, record["detail"], text = text.split(MARK, 2)
    record["input"] = text
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
