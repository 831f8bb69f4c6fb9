"""Digests as Parquet, for analysts: nested as the lines of JSON are, a file for each day and language of a run."""

from __future__ import annotations

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from .files import Folder
from .ledger import STAGING

_PASSAGE = "struct<text: string, start: bigint, end: bigint>"
SCHEMA = f"""
id string, title string, url string, source string, author string, published string, publishedBasis string,
updated string, language string, file string, guid string, text string,
place struct<file: string, line: bigint>,
keyPoints array<struct<text: string, start: bigint, end: bigint, score: double>>,
quotes array<struct<text: string, start: bigint, end: bigint, form: string, cue: {_PASSAGE}, utterance: bigint,
  speaker: struct<actor: string, text: string, start: bigint, end: bigint, basis: string>, leftOpen: boolean>>,
actors array<struct<id: string, name: string, kind: string, roles: array<string>, mentions: array<{_PASSAGE}>>>,
dates array<struct<text: string, start: bigint, end: bigint, value: string, precision: string, basis: string,
  anchor: struct<kind: string, value: string, precision: string>>>,
figures array<struct<text: string, start: bigint, end: bigint, value: double, unit: string, approximation: string,
  low: double, high: double>>,
relays array<struct<text: string, start: bigint, end: bigint, name: string, url: string>>,
diagnostics array<struct<code: string, detail: string, start: bigint, end: bigint, sign: string>>
"""
"""The columns, by the names that digests have in JSON."""

_TASKS = 64
"""Into how many tasks days and languages are dealt; a fixed number, so that the files do not depend on the cluster."""


def write(spark: SparkSession, output: Folder) -> None:
    """Writes the digests that are staged as Parquet beside them."""
    staged = f"{STAGING}/kind=digests"
    if not output.exists(staged):
        return
    lines = (
        spark.read.option("basePath", output.address(staged))
        .schema("value string, day string, language string")
        .text(output.address(staged))
    )
    # What the digest says of its language stays as it is, beside the column of the folder.
    table = lines.select("day", F.col("language").alias("part"), F.from_json("value", SCHEMA).alias("digest"))
    table = table.select("day", "part", "digest.*").withColumnRenamed("language", "languageTag")
    table = table.withColumnRenamed("part", "language")
    table = table.repartition(_TASKS, "day", "language").sortWithinPartitions("day", "language", "id", "place")
    table.write.partitionBy("day", "language").mode("errorifexists").parquet(output.address(f"{STAGING}/table"))
