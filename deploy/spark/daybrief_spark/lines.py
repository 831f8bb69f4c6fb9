"""What readers give and the program takes: a line of JSON with the place where it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

# A line that a reader could not use goes to the program too, marked by a character that begins no JSON, so that all
# that is rejected takes one way.
MARK = "\ufffd"

# What begins a line that stands for a fault of reading. `rdd.pipe` feeds the program from a thread of its own, where an
# error would be lost and the program wait for ever: so the fault goes through it, and fails the task behind it.
FAULT = MARK + "fault" + MARK

# The bytes that the program passes over where a line holds nothing else.
_BLANK = bytes(range(0x21))


def placed(lines: Iterable[Line]) -> Iterator[str]:
    """Lines as the program takes them, and a line for a fault that ended them."""
    try:
        for line in lines:
            text = line.placed()
            if text is not None:
                yield text
    except Exception as error:  # whatever it is, the task is to fail by it
        yield FAULT + f"{type(error).__name__}: {error}".replace("\n", " ").encode("utf-8", "replace").decode()


@dataclass(frozen=True)
class Line:
    """One article as JSON, or what is there instead of one."""

    file: str
    """The path of its file below the input."""
    number: int
    """The line of the file, or the record, from 1."""
    text: bytes
    """The line without its end, in UTF-8."""
    problem: str | None = None
    """Why it is of no use, where the reader knows that already."""

    def key(self) -> bytes:
        """What tells whether this line was extracted before: its place and what it holds."""
        content = f"{self.number}\t".encode() + self.text
        return blake2b(content, digest_size=8).digest()

    def placed(self) -> str | None:
        """The line as `daybrief extract --placed` takes it; None where there is nothing on it."""
        problem = self.problem
        try:
            text = self.text.decode("utf-8")
        except UnicodeDecodeError:
            text = self.text.decode("utf-8", "replace")
            problem = problem or "not UTF-8: save the file as UTF-8"
        if not problem and not self.text.strip(_BLANK):
            return None
        if problem:
            text = MARK + problem.replace(MARK, " ") + MARK + text
        text = text.replace("\n", " ")
        return f"{self.file}\t{self.number}\t{text}"
