"""What was done already, beside the output, and how a run's output takes its place there.

`_ledger/revision=R/000003.jsonl.gz` lists the files that run 3 read, as they looked then. A run writes to `_staging` by
Spark's committer, so a task that is lost or runs twice leaves nothing. Then the driver notes all renames in
`_ledger/revision=R/pending`, makes them, and writes the list of files last. A driver that is killed on the way leaves
a note that the next one finishes, or a staging folder that it removes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .files import FileState, Folder

_PART = re.compile(r"kind=(?P<kind>\w+)/day=(?P<day>[^/]+)/language=(?P<language>[^/]+)/part-(?P<part>\d{5})-")
_TABLE = re.compile(r"table/day=(?P<day>[^/]+)/language=(?P<language>[^/]+)/part-(?P<part>\d{5})-")
STAGING = "_staging"


@dataclass(frozen=True)
class Done:
    """A file that a run read."""

    state: FileState
    run: int


class Ledger:
    """The list of what was done for one revision of the program."""

    def __init__(self, folder: Folder, revision: str) -> None:
        self.folder = folder
        self.revision = revision
        self._home = f"_ledger/revision={revision}"
        self._recover()
        self.done: list[Done] = []
        for state in folder.files(self._home):
            number = re.fullmatch(r"(\d{6})\.jsonl\.gz", state.path)
            if number:
                run = int(number.group(1))
                for record in folder.records(f"{self._home}/{state.path}"):
                    self.done.append(Done(FileState(**record), run))

    @property
    def next_run(self) -> int:
        """The number of the run that is to come."""
        return max((done.run for done in self.done), default=0) + 1

    def missing(self, files: list[FileState]) -> list[FileState]:
        """The files that no run read as they look now."""
        known = {done.state.looks() for done in self.done}
        return [state for state in files if state.looks() not in known]

    def earlier(self, files: list[FileState]) -> dict[int, set[str]]:
        """By run, which of some files it read when they looked otherwise."""
        paths = {state.path for state in files}
        runs: dict[int, set[str]] = {}
        for done in self.done:
            if done.state.path in paths:
                runs.setdefault(done.run, set()).add(done.state.path)
        return runs

    def keys(self, run: int) -> list[str]:
        """Where a run noted which lines it extracted: addresses of text files."""
        home = f"{self._home}/keys"
        names = [state.path for state in self.folder.files(home) if state.path.startswith(f"{run:06}-")]
        return [self.folder.address(f"{home}/{name}") for name in names]

    def staging(self) -> str:
        """Where a run is to write, emptied."""
        self.folder.remove(STAGING)
        return self.folder.address(STAGING)

    def commit(self, run: int, files: list[FileState]) -> int:
        """Puts what was staged in its place and notes the files as done; says how many files were written."""
        moves = [
            {"from": f"{STAGING}/{state.path}", "to": target}
            for state in self.folder.files(STAGING)
            if state.size and (target := self._target(run, state.path))
        ]
        note = [{"run": run, "moves": len(moves)}, *moves, *(state.record() for state in files)]
        self.folder.write_records(f"{self._home}/pending", note)
        return self._finish(note)

    def _target(self, run: int, staged: str) -> str | None:
        part = _PART.match(staged)
        if part is None:
            table = _TABLE.match(staged)
            if table is None:
                return None
            return (
                f"tables/revision={self.revision}/day={table['day']}/language={table['language']}/"
                f"{run:06}-{table['part']}.parquet"
            )
        name = f"{run:06}-{part['part']}"
        if part["kind"] == "keys":
            return f"{self._home}/keys/{name}.txt.gz"
        if part["kind"] == "rejected":
            return f"rejected/revision={self.revision}/{name}.jsonl.gz"
        day = f"day={part['day']}/language={part['language']}"
        return f"digests/revision={self.revision}/{day}/{name}.jsonl.gz"

    def _finish(self, note: list[dict]) -> int:
        head, rest = note[0], note[1:]
        moves, files = rest[: head["moves"]], rest[head["moves"] :]
        for move in moves:
            self.folder.move(move["from"], move["to"])
        name = f"{self._home}/{head['run']:06}.jsonl.gz"
        if not self.folder.exists(name):
            self.folder.write_records(name, files)
        self.folder.remove(STAGING)
        self.folder.remove(f"{self._home}/pending")
        return len(moves)

    def _recover(self) -> None:
        """Finishes what a driver that was killed had begun to put in place."""
        if self.folder.exists(f"{self._home}/pending"):
            self._finish(list(self.folder.records(f"{self._home}/pending")))
