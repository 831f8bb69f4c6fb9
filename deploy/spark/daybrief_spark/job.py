"""The job: reads what is missing, pipes it through the program, and writes it run by run."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyspark import RDD
from pyspark.sql import SparkSession
from pyspark.sql.types import LongType, StringType, StructField, StructType

from . import readers, tables
from .files import FileState, Folder
from .ledger import Ledger
from .lines import Line, placed
from .results import UNKNOWN, result

_PIPE = Path(__file__).parent.parent / "pipe.sh"
_ROWS = StructType(
    [StructField(name, StringType(), nullable=False) for name in ("kind", "day", "language", "value")]
    + [StructField("place", LongType(), nullable=False)]
)
_PARTITIONS = ("kind", "day", "language")


@dataclass
class Plan:
    """What a job is asked for."""

    input: str
    output: str
    program: str = "daybrief"
    """The name of the archive that Spark unpacked, or the path of a program that every node has."""
    as_is: bool = False
    parquet: bool = False
    split_bytes: int = 32 << 20
    """Bytes of input that one task takes, where the file can be cut."""
    run_bytes: int = 64 << 30
    """Bytes of input after which what is done takes its place; a driver that is killed loses no more."""


@dataclass
class Report:
    """What a job did."""

    runs: list[int] = field(default_factory=list)
    files: int = 0
    """Files that were read."""
    passed: int = 0
    """Files that looked as they did when an earlier run read them."""
    written: int = 0


def command(plan: Plan) -> str:
    """The line for `rdd.pipe`, which cuts it as a shell would."""
    options = ["--as-is"] if plan.as_is else []
    return shlex.join(["sh", "-c", _script(), "daybrief", plan.program, *options])


def _script() -> str:
    loader = globals().get("__loader__")
    # Within an archive of Python files (--py-files) there is no path to open.
    if hasattr(loader, "get_data") and not _PIPE.exists():
        return loader.get_data(str(_PIPE)).decode("utf-8")
    return _PIPE.read_text(encoding="utf-8")


def run(spark: SparkSession, plan: Plan, revision: str) -> Report:
    """Extracts all files that no run of this revision read as they look now."""
    readers.set_splits(spark, plan.split_bytes)
    source, output = Folder(spark, plan.input), Folder(spark, plan.output)
    ledger = Ledger(output, revision)
    files = [state for state in source.files() if readers.is_input(state)]
    unfit = [state.path for state in files if any(c in state.path for c in "\t\n\r")]
    if unfit:
        raise ValueError(f"{unfit[0]!r}: a name with a tab or a line end cannot be told to the program; rename it")
    missing = ledger.missing(files)
    report = Report(files=len(missing), passed=len(files) - len(missing))
    number = ledger.next_run
    for batch in _batches(missing, plan.run_bytes):
        known = _known(spark, ledger, batch)
        _write(spark, plan, readers.read(spark, source, batch, plan.split_bytes), known, ledger.staging())
        if plan.parquet:
            tables.write(spark, output)
        report.written += ledger.commit(number, batch)
        report.runs.append(number)
        number += 1
    return report


def _batches(files: list[FileState], most: int) -> Iterator[list[FileState]]:
    batch: list[FileState] = []
    size = 0
    for state in files:
        if batch and size + state.size > most:
            yield batch
            batch, size = [], 0
        batch.append(state)
        size += state.size
    if batch:
        yield batch


def _known(spark: SparkSession, ledger: Ledger, batch: list[FileState]) -> dict[str, set[bytes]]:
    """The lines of files that grew or changed which earlier runs extracted, by file."""
    known: dict[str, set[bytes]] = {}
    for run_number, paths in ledger.earlier(batch).items():
        addresses = ledger.keys(run_number)
        if not addresses:
            continue
        rows = spark.read.text(addresses).rdd.map(lambda row: row[0].split("\t", 1))
        for key, path in rows.filter(lambda pair: pair[1] in paths).collect():
            known.setdefault(path, set()).add(bytes.fromhex(key))
    return known


def _write(spark: SparkSession, plan: Plan, lines: RDD, known: dict[str, set[bytes]], address: str) -> None:
    seen = spark.sparkContext.broadcast(known)

    def new(line: Line) -> bool:
        return line.file not in seen.value or line.key() not in seen.value[line.file]

    def results(lines: Iterable[str]) -> Iterator[tuple]:
        for place, line in enumerate(lines):
            found = result(line)
            yield found.kind, found.day, found.language, found.text, place

    def keys(lines: Iterable[Line]) -> Iterator[tuple]:
        for place, line in enumerate(lines):
            if line.placed() is not None:
                yield "keys", UNKNOWN, UNKNOWN, f"{line.key().hex()}\t{line.file}", place

    fresh = lines.filter(new)
    piped = fresh.mapPartitions(placed).pipe(command(plan), checkCode=True).mapPartitions(results)
    # Which lines were extracted is read once more and written with the digests. The tables are joined, not what Python
    # made: that would go through Python a second time.
    extracted = spark.createDataFrame(piped, _ROWS, verifySchema=False)
    rows = extracted.union(spark.createDataFrame(fresh.mapPartitions(keys), _ROWS, verifySchema=False))
    # Sorted here by place too: the writer then finds its order as it needs it and leaves the lines as they came.
    ordered = rows.sortWithinPartitions(*_PARTITIONS, "place").drop("place")
    ordered.write.partitionBy(*_PARTITIONS).option("compression", "gzip").mode("errorifexists").text(address)
