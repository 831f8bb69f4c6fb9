"""What goes through the program, and what happens where the program does not do its work."""

from __future__ import annotations

import json
import os
import subprocess
import unittest
from pathlib import Path

from harness.cluster import fresh
from harness.local import spark
from harness.places import PROGRAM, SCRATCH

from daybrief_spark.job import Plan, command
from daybrief_spark.lines import FAULT, Line, placed
from daybrief_spark.results import result


def piped(lines: list[Line], program: Path) -> list[str]:
    """Lines through the program, in one task."""
    plan = Plan("", "", str(program))
    source = spark().sparkContext.parallelize(lines, 1).mapPartitions(placed)
    return source.pipe(command(plan), checkCode=True).collect()


class Pipe(unittest.TestCase):
    """The program in `rdd.pipe`."""

    def setUp(self) -> None:
        self.scratch = fresh(SCRATCH / "tests" / "pipe")

    def script(self, text: str) -> Path:
        """A program of a few lines of the shell."""
        path = self.scratch / "daybrief"
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
        return path

    def test_digests_and_rejected(self) -> None:
        """Digests come by day and language; what cannot be used comes with its reason, its place and the line."""
        text = 'Il a écrit : ","published":"1999-01-01","language":"xx","publishedBasis":"given"'
        articles = [
            {"id": "a", "title": "Un", "published": "2026-02-03T23:30:00+01:00", "language": "fr", "text": text},
            {"id": "b", "title": "The dyke held", "text": "The dyke at Kervran held overnight, officials said."},
            {"id": "c", "title": "Deux", "published": "2026-02", "language": "../../etc", "text": "x"},
            {"id": "d", "title": "Trois", "text": "x", "language": "pt-BR", "source": text, "published": "2026-02-04"},
            {"id": "e", "text": "3 février 2026\n\nLa digue de Kervran a cédé dans la nuit.", "title": "Vu"},
        ]
        lines = [Line("é.jsonl", n, json.dumps(a, ensure_ascii=False).encode()) for n, a in enumerate(articles, 1)]
        lines += [Line("é.jsonl", 6, b"{"), Line("é.jsonl", 7, b"\xff{}"), Line("w.warc", 8, b"http://x", "cut off")]
        found = [result(line) for line in piped(lines, PROGRAM)]
        digests = [json.loads(r.text) for r in found if r.kind == "digests"]
        self.assertEqual([d["id"] for d in digests], ["a", "b", "c", "d", "e"])
        self.assertEqual(digests[4]["publishedBasis"], "masthead")
        parts = [(r.day, r.language) for r in found if r.kind == "digests"]
        self.assertEqual(parts[0], ("2026-02-03", "fr"))
        self.assertEqual(parts[1], ("unknown", "en"))
        self.assertEqual(parts[2], ("unknown", "unknown"))
        self.assertEqual(parts[3], ("2026-02-04", "pt-BR"))
        self.assertEqual(parts[4][0], "unknown")
        rejected = [json.loads(r.text) for r in found if r.kind == "rejected"]
        self.assertEqual([(r["file"], r["line"]) for r in rejected], [("é.jsonl", 6), ("é.jsonl", 7), ("w.warc", 8)])
        self.assertEqual(rejected[0]["input"], "{")
        self.assertEqual([r["detail"].split(":")[0] for r in rejected], ["not JSON", "not UTF-8", "cut off"])
        self.assertEqual(rejected[2]["input"], "http://x")

    def test_a_fault_is_no_success(self) -> None:
        """A program that dies, fails, or is not there fails the task, with what it wrote thrown away."""
        for program in (
            self.script("echo '{}'; kill -9 $$"),
            self.script("echo '{}'; exit 2"),
            self.script("kill -SEGV $$"),
            self.scratch / "nowhere",
            self.scratch,
        ):
            with self.assertRaisesRegex(Exception, "PIPE_FUNCTION_EXITED"):
                piped([Line("a", 1, b"{}")], program)

    def test_input_that_breaks_off(self) -> None:
        """Where the input cannot be read to its end the task fails, and does not wait for ever."""

        def broken():
            yield Line("a", 1, b'{"title":"x"}')
            raise OSError("the disk\nis gone")

        texts = list(placed(broken()))
        self.assertEqual(texts[0], 'a\t1\t{"title":"x"}')
        self.assertTrue(texts[1].startswith(FAULT))
        plan = Plan("", "", str(PROGRAM))
        answers = spark().sparkContext.parallelize(texts, 1).pipe(command(plan), checkCode=True).collect()
        with self.assertRaisesRegex(OSError, "the disk is gone"):
            list(map(result, answers))

    def test_a_fault_once_costs_a_retry(self) -> None:
        """A program that dies in the first try of a task does its work in the second."""
        mark = self.scratch / "tried"
        program = self.script(f"[ -e '{mark}' ] || {{ touch '{mark}'; kill -9 $$; }}; exec '{PROGRAM}' \"$@\"")
        job = (
            "import sys; sys.path[:0] = sys.argv[1:3]\n"
            "from pyspark.sql import SparkSession\n"
            "SparkSession.builder.master('local[1,2]').config('spark.ui.enabled', 'false').getOrCreate()\n"
            "from test_pipe import piped, Line; from pathlib import Path\n"
            "print(len(piped([Line('a', 1, b'{\"title\":\"x\"}')], Path(sys.argv[3]))), 'digest')"
        )
        here = Path(__file__).parent
        run = subprocess.run(
            [os.environ["PYSPARK_PYTHON"], "-B", "-c", job, here, here.parents[1] / "deploy" / "spark", program],
            capture_output=True,
            text=True,
        )
        self.assertIn("1 digest", run.stdout, run.stderr[-2000:])
        self.assertTrue(mark.exists())


if __name__ == "__main__":
    unittest.main()
