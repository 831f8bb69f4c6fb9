"""What a driver that is killed leaves, what is taken for done, and where what was written ends up."""

from __future__ import annotations

import unittest
from pathlib import Path

from harness.cluster import fresh
from harness.local import spark
from harness.places import SCRATCH, tree

from daybrief_spark.files import FileState, Folder
from daybrief_spark.ledger import Ledger

PART = "kind={}/day={}/language={}/part-00007-aaaa.c000.txt.gz"


class LedgerTests(unittest.TestCase):
    """Runs take their place whole, once, and over nothing."""

    def setUp(self) -> None:
        self.home = fresh(SCRATCH / "tests" / "ledger")
        self.folder = Folder(spark(), self.home.as_uri())
        self.files = [FileState("a.jsonl", 10, 1000), FileState("é b.jsonl", 20, 2000, "tag")]

    def stage(self) -> None:
        """What Spark leaves in the staging folder."""
        for kind, day, language in (
            ("digests", "2026-02-03", "fr"),
            ("digests", "unknown", "unknown"),
            ("rejected", "unknown", "unknown"),
            ("keys", "unknown", "unknown"),
        ):
            path = self.home / "_staging" / PART.format(kind, day, language)
            path.parent.mkdir(parents=True)
            path.write_text(f"{kind} {day}")
        (self.home / "_staging" / "_SUCCESS").write_text("")

    def names(self) -> set[str]:
        """What stands in the output."""
        return {name for name in tree(self.home) if "ledger" not in name}

    WHOLE = {
        "digests/revision=r/day=2026-02-03/language=fr/000001-00007.jsonl.gz",
        "digests/revision=r/day=unknown/language=unknown/000001-00007.jsonl.gz",
        "rejected/revision=r/000001-00007.jsonl.gz",
    }

    def test_commit(self) -> None:
        """A run's files are named by run and part; its input is done, under this revision alone."""
        ledger = Ledger(self.folder, "r")
        self.assertEqual((ledger.next_run, ledger.missing(self.files)), (1, self.files))
        self.stage()
        self.assertEqual(ledger.commit(1, self.files), 4)
        self.assertEqual(self.names(), self.WHOLE)
        again = Ledger(self.folder, "r")
        self.assertEqual((again.next_run, again.missing(self.files)), (2, []))
        self.assertEqual(len(again.keys(1)), 1)
        self.assertEqual(Ledger(self.folder, "s").missing(self.files), self.files)

    def test_looks(self) -> None:
        """Another size or time is another file; where a store has tags, the tag decides and not the time."""
        ledger = Ledger(self.folder, "r")
        ledger.commit(1, self.files)
        again = Ledger(self.folder, "r")
        self.assertEqual(again.missing([FileState("é b.jsonl", 20, 9999, "tag")]), [])
        changed = [FileState("a.jsonl", 11, 1000), FileState("a.jsonl", 10, 1001), FileState("é b.jsonl", 20, 2000, "u")]
        self.assertEqual(again.missing(changed), changed)
        self.assertEqual(again.earlier(changed), {1: {"a.jsonl", "é b.jsonl"}})

    def test_killed_at_each_step(self) -> None:
        """A driver that dies at any step of taking its place is finished by the next: nothing half, nothing twice."""

        class Killed(Exception):
            """The driver is gone."""

        steps = 0
        for after in range(100):
            self.setUp()
            self.stage()
            left = after

            def step() -> None:
                nonlocal left
                if left == 0:
                    raise Killed
                left -= 1

            class Mortal(Folder):
                """A folder whose driver dies before its next change."""

                def move(self, source: str, target: str) -> None:
                    step()
                    super().move(source, target)

                def remove(self, relative: str) -> None:
                    step()
                    super().remove(relative)

            try:
                Ledger(Mortal(spark(), self.home.as_uri()), "r").commit(1, self.files)
                steps = after
                break
            except Killed:
                pass
            noted = any(Path(self.home, "_ledger", "revision=r").glob("pending"))
            next_one = Ledger(self.folder, "r")
            if noted or next_one.done:
                self.assertEqual(self.names(), self.WHOLE, f"killed before step {after}")
                self.assertEqual(next_one.missing(self.files), [])
            else:
                self.assertEqual(next_one.missing(self.files), self.files)
                next_one.staging()
                self.assertEqual(self.names(), set(), f"killed before step {after}")
        self.assertGreater(steps, 6)

    def test_good_output_stays(self) -> None:
        """What stands there is not overwritten."""
        self.folder.write_records("x", [{"a": 1}])
        (self.home / "y").write_text("other")
        with self.assertRaises(FileExistsError):
            self.folder.move("y", "x")
        self.assertEqual(list(self.folder.records("x")), [{"a": 1}])


if __name__ == "__main__":
    unittest.main()
