"""The job on a cluster: a worker that is killed costs a retry, and the site is that of one machine."""

from __future__ import annotations

import gzip
import shutil
import unittest
from pathlib import Path

from harness.cluster import Cluster, Job, fresh, wait_for
from harness.corpus import line, reports, write
from harness.places import PROGRAM, SCRATCH, site, tree

COUNT = 480
SPLIT = "64K"


def digests(output: Path) -> list[Path]:
    """What `build --digests` is given."""
    return [output / "digests", output / "rejected"]


def built(output: Path, place: Path) -> dict[str, bytes]:
    """The site of an output."""
    options = [part for folder in digests(output) for part in ("--digests", folder)]
    return site(place, *options)


def lines(folder: Path, pattern: str) -> int:
    """How many lines compressed files hold."""
    return sum(gzip.decompress(path.read_bytes()).count(b"\n") for path in folder.rglob(pattern))


class ClusterTests(unittest.TestCase):
    """One story, told in the order of the tests' names."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.scratch = fresh(SCRATCH / "cluster")
        cls.input = cls.scratch / "in"
        write(cls.input, COUNT)
        cls.output = cls.scratch / "out"
        cls.expected = site(fresh(cls.scratch / "one-machine"), cls.input)
        cls.cluster = Cluster(cls.scratch)
        cls.addClassCleanup(cls.cluster.stop)

    def submit(self, name: str, output: Path, *more: object) -> Job:
        """Submits the job to the cluster."""
        return Job(fresh(self.scratch / name), self.cluster.master, self.input, output, "--split", SPLIT, *more)

    def test_1_a_killed_worker_costs_a_retry(self) -> None:
        """A worker dies while its task runs; the task is lost, runs elsewhere, and nothing else differs."""
        job = self.submit("killed", self.output)
        running = wait_for("a running task", job.running)
        victim = running[0]
        worker = self.cluster.holder(victim["executorId"])
        self.assertIsNotNone(worker)
        self.cluster.kill(worker)
        said = job.finish()
        self.assertIn("7 files read, 0 known", said)

        ends = job.ends_of_tasks()
        lost = [end for end in ends if end["Task End Reason"]["Reason"] == "ExecutorLostFailure"]
        self.assertTrue(lost, "no task was lost: the worker was killed too late")
        again = {
            (end["Stage ID"], end["Task Info"]["Index"])
            for end in ends
            if end["Task End Reason"]["Reason"] == "Success" and end["Task Info"]["Attempt"] > 0
        }
        for end in lost:
            self.assertIn((end["Stage ID"], end["Task Info"]["Index"]), again)
        self.assertEqual(self.cluster.alive(), 1)
        self.assertFalse((self.output / "_staging").exists())

        self.assertGreater(len(self.expected), COUNT)
        actual = built(self.output, fresh(self.scratch / "from-digests"))
        self.assertEqual(sorted(actual), sorted(self.expected))
        differing = [path for path in actual if actual[path] != self.expected[path]]
        self.assertEqual(differing, [])

    def test_2_the_files_do_not_depend_on_the_cluster(self) -> None:
        """One process that nothing happens to writes the same files with the same bytes."""
        output = self.scratch / "alone"
        job = Job(fresh(self.scratch / "calm"), "local[2]", self.input, output, "--split", SPLIT, program=PROGRAM)
        job.finish()
        self.assertGreater(len(tree(output / "digests")), 20)
        for part in ("digests", "rejected"):
            self.assertEqual(tree(output / part), tree(self.output / part))

    def test_3_what_is_done_is_not_done_again(self) -> None:
        """A second run changes nothing; a file that grew gives its new lines alone, and a new file all of its own."""
        before = tree(self.output)
        self.assertIn("0 files read, 7 known", self.submit("again", self.output).finish())
        self.assertEqual(tree(self.output), before)

        more = [line(article) for article in reports(60, seed=8)]
        with (self.input / "one.jsonl").open("a", encoding="utf-8") as grown:
            grown.write("".join(more[:20]))
        (self.input / "later.jsonl").write_text("".join(more[20:]), encoding="utf-8")
        self.assertIn("2 files read, 6 known", self.submit("more", self.output, "--parquet").finish())
        self.assertEqual(lines(self.output / "digests", "000002-*.gz"), 60)
        after = tree(self.output)
        self.assertEqual({path: after[path] for path in before}, before)

        expected = site(fresh(self.scratch / "one-machine-later"), self.input)
        actual = built(self.output, fresh(self.scratch / "from-digests-later"))
        self.assertEqual([path for path in expected if actual.get(path) != expected[path]], [])
        self.assertEqual(sorted(actual), sorted(expected))
        tables = list((self.output / "tables").rglob("000002-*.parquet"))
        self.assertGreater(len(tables), 5)

    @classmethod
    def tearDownClass(cls) -> None:
        # What failed is looked at; what went well takes no room.
        if not cls.failed():
            shutil.rmtree(cls.scratch, ignore_errors=True)

    @classmethod
    def failed(cls) -> bool:
        """Whether the last test left its traces to be read."""
        return not (cls.output / "tables").exists()


if __name__ == "__main__":
    unittest.main()
