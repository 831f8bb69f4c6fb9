"""Reads files into lines: JSON lines and Parquet by Spark, WARC by `warcio`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from pyspark import RDD
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from .files import FileState, Folder, Opened, literal, plain_uri
from .lines import Line
from .warc import warc_lines

JSON_ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.bz2", ".ndjson.bz2")
PARQUET_ENDINGS = (".parquet",)
WARC_ENDINGS = (".warc", ".warc.gz")

ARTICLE_FIELDS = (
    "id", "text", "html", "title", "url", "source", "author", "published", "publishedBasis", "updated", "language",
    "file", "guid",
)  # fmt: skip
"""The keys of an article, which columns of Parquet are named for."""


def is_input(state: FileState) -> bool:
    """Whether a file is one that is read, by its name."""
    return state.path.lower().endswith(JSON_ENDINGS + PARQUET_ENDINGS + WARC_ENDINGS)


def set_splits(spark: SparkSession, split_bytes: int) -> None:
    """Cuts input into tasks by its bytes alone, so that the size of the cluster changes no file of the output."""
    spark.conf.set("spark.sql.files.maxPartitionBytes", str(split_bytes))
    spark.conf.set("spark.sql.files.minPartitionNum", "1")
    spark.conf.set("spark.sql.session.timeZone", "UTC")


def read(spark: SparkSession, folder: Folder, files: list[FileState], split_bytes: int) -> RDD:
    """The lines of some files, each file's in order within a partition."""

    def named(endings: tuple[str, ...]) -> list[FileState]:
        return [state for state in files if state.path.lower().endswith(endings)]

    parts = []
    if named(JSON_ENDINGS):
        parts.append(_json(spark, folder, named(JSON_ENDINGS), split_bytes))
    if named(PARQUET_ENDINGS):
        parts.append(_parquet(spark, folder, named(PARQUET_ENDINGS)))
    if named(WARC_ENDINGS):
        parts.append(_warc(spark, folder, named(WARC_ENDINGS)))
    return spark.sparkContext.union(parts)


def _names(folder: Folder, files: Iterable[FileState]) -> dict[str, str]:
    """Paths below the input by the address that Spark gives them."""
    return {plain_uri(folder.address(state.path)): state.path for state in files}


def _plain(uri: str) -> str:
    """An address as Spark's metadata has it, with escapes, in the form of `plain_uri`."""
    return plain_uri(unquote(uri))


def _json(spark: SparkSession, folder: Folder, files: list[FileState], split_bytes: int) -> RDD:
    names = _names(folder, files)
    firsts = _first_lines(spark, folder, [s for s in files if s.size > split_bytes])

    def lines(rows: Iterator) -> Iterator[Line]:
        at: tuple[str, int] | None = None
        number = 0
        for text, uri, start in rows:
            if at != (uri, start):
                at, number = (uri, start), firsts.get((_plain(uri), start), 0)
            number += 1
            yield Line(names[_plain(uri)], number, bytes(text))

    table = _text(spark, [folder.address(state.path) for state in files])
    return table.select(F.col("value").cast("binary"), "uri", "start").rdd.mapPartitions(lines)


def _text(spark: SparkSession, addresses: list[str]):
    table = spark.read.option("lineSep", "\n").option("recursiveFileLookup", "true").text(list(map(literal, addresses)))
    return table.select(
        "value", F.col("_metadata.file_path").alias("uri"), F.col("_metadata.file_block_start").alias("start")
    )


def _first_lines(spark: SparkSession, folder: Folder, files: list[FileState]) -> dict[tuple[str, int], int]:
    """How many lines stand before each part of files that are read in several: counted once, for their numbers."""
    if not files:
        return {}
    table = _text(spark, [folder.address(state.path) for state in files])
    counts = table.groupBy("uri", "start").count().collect()
    firsts: dict[tuple[str, int], int] = {}
    before: dict[str, int] = {}
    for uri, start, count in sorted((_plain(row[0]), row[1], row[2]) for row in counts):
        firsts[(uri, start)] = before.get(uri, 0)
        before[uri] = before.get(uri, 0) + count
    return firsts


def _parquet(spark: SparkSession, folder: Folder, files: list[FileState]) -> RDD:
    names = _names(folder, files)
    table = (
        spark.read.option("mergeSchema", "true")
        .option("recursiveFileLookup", "true")
        .parquet(*[literal(folder.address(state.path)) for state in files])
    )
    columns = [name for name in ARTICLE_FIELDS if name in table.columns]
    article = F.to_json(F.struct(*columns)) if columns else F.lit("{}")
    rows = table.select(
        article.alias("value"), F.col("_metadata.file_path").alias("uri"), F.col("_metadata.row_index").alias("row")
    )

    def lines(rows: Iterator) -> Iterator[Line]:
        for text, uri, row in rows:
            yield Line(names[_plain(uri)], row + 1, text.encode("utf-8"))

    return rows.rdd.mapPartitions(lines)


def _warc(spark: SparkSession, folder: Folder, files: list[FileState]) -> RDD:
    sources = [(folder.address(state.path), state.path) for state in files]
    settings = spark.sparkContext.broadcast(
        {key.removeprefix("spark.hadoop."): value for key, value in spark.sparkContext.getConf().getAll()
         if key.startswith("spark.hadoop.")}
    )  # fmt: skip

    def lines(source: tuple[str, str]) -> Iterator[Line]:
        uri, name = source
        with Opened(uri, settings.value) as opened:
            yield from warc_lines(opened.stream, name)

    return spark.sparkContext.parallelize(sources, len(sources)).flatMap(lines)
