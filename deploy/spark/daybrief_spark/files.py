"""Files and folders on whatever Hadoop can open: a disk, HDFS, S3, Google and Azure storage."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import pyspark
from pyspark.sql import SparkSession


@dataclass(frozen=True, order=True)
class FileState:
    """A file and how it looked."""

    path: str
    """Below the folder that was listed."""
    size: int
    modified: int
    """Milliseconds since 1970."""
    etag: str = ""
    """Of an object store that tells it, which then decides instead of the time."""

    def looks(self) -> tuple:
        """What is the same as long as the file is."""
        return (self.path, self.size, self.etag or self.modified)

    def record(self) -> dict:
        """As JSON has it."""
        return asdict(self)


def plain_uri(uri: str) -> str:
    """One form of an address that Hadoop and Spark write in several (`file:/a` and `file:///a`)."""
    scheme, _, rest = uri.partition(":")
    return "file:/" + rest.lstrip("/") if scheme == "file" else uri


class Folder:
    """A folder, seen by the driver through Hadoop's own client."""

    def __init__(self, spark: SparkSession, uri: str) -> None:
        self._jvm = spark.sparkContext._jvm
        configuration = spark.sparkContext._jsc.hadoopConfiguration()
        path = self._jvm.org.apache.hadoop.fs.Path(uri)
        self._fs = path.getFileSystem(configuration)
        self.uri = self._fs.makeQualified(path).toString().rstrip("/")

    def _path(self, relative: str):
        # Given as parent and child, a name with a colon is no scheme.
        parent = self._jvm.org.apache.hadoop.fs.Path(self.uri)
        return self._jvm.org.apache.hadoop.fs.Path(parent, "./" + relative) if relative else parent

    def exists(self, relative: str) -> bool:
        """Whether something is there."""
        return self._fs.exists(self._path(relative))

    def files(self, relative: str = "") -> list[FileState]:
        """All files below, sorted; hidden ones and those of jobs (`.` and `_` before the name) are passed over."""
        if not self.exists(relative):
            return []
        root = plain_uri(self._fs.makeQualified(self._path(relative)).toString())
        found = self._fs.listFiles(self._path(relative), True)
        states = []
        while found.hasNext():
            status = found.next()
            path = plain_uri(status.getPath().toString())
            below = path[len(root) :].lstrip("/") or path.rsplit("/", 1)[-1]
            if any(part[:1] in "._" for part in below.split("/")):
                continue
            states.append(FileState(below, status.getLen(), status.getModificationTime(), self._etag(status)))
        return sorted(states)

    def _etag(self, status) -> str:
        source = self._jvm.java.lang.Class.forName("org.apache.hadoop.fs.EtagSource")
        return (status.getEtag() or "") if source.isInstance(status) else ""

    def address(self, relative: str) -> str:
        """What Spark opens."""
        return f"{self.uri}/{relative}"

    def move(self, source: str, target: str) -> None:
        """Renames a file; does nothing where that was done before."""
        if not self.exists(source) and self.exists(target):
            return
        if self.exists(target):
            raise FileExistsError(f"{self.address(target)} is there already and is not overwritten")
        self._fs.mkdirs(self._path(target).getParent())
        if not self._fs.rename(self._path(source), self._path(target)):
            raise OSError(f"{self.address(source)} could not be renamed to {self.address(target)}")

    def remove(self, relative: str) -> None:
        """Removes a folder with all below, or a file, where it is there."""
        self._fs.delete(self._path(relative), True)

    def write_records(self, relative: str, records: list[dict]) -> None:
        """Writes compressed lines of JSON, whole or not at all."""
        lines = "".join(json.dumps(r, ensure_ascii=False, sort_keys=True) + "\n" for r in records)
        folder, _, name = relative.rpartition("/")
        beside = f"{folder}/.{name}.new" if folder else f".{name}.new"
        out = self._fs.create(self._path(beside), True)
        try:
            out.write(bytearray(gzip.compress(lines.encode("utf-8"), mtime=0)))
        finally:
            out.close()
        self.move(beside, relative)

    def records(self, relative: str) -> Iterator[dict]:
        """The records of such a file."""
        source = self._fs.open(self._path(relative))
        try:
            data = bytes(self._jvm.org.apache.commons.io.IOUtils.toByteArray(source))
        finally:
            source.close()
        for line in gzip.decompress(data).decode("utf-8").splitlines():
            yield json.loads(line)


def literal(address: str) -> str:
    """An address in which no letter stands for others, where patterns are read."""
    return re.sub(r"([\\*?\[\]{}])", r"\\\1", address)


class Opened:
    """A file opened on a worker, where Hadoop's client cannot be called from Python: read from the disk, or from the
    pipe of `hadoop fs -cat`, which Spark brings along where no `hadoop` is installed."""

    def __init__(self, uri: str, settings: dict[str, str] | None = None) -> None:
        """Opens a file; `settings` are those of Hadoop's client that the job was given."""
        self._process: subprocess.Popen | None = None
        self._folder: tempfile.TemporaryDirectory | None = None
        if urlsplit(uri).scheme in ("", "file"):
            self.stream: BinaryIO = open("/" + uri.removeprefix("file:").lstrip("/"), "rb")
            return
        self._folder = tempfile.TemporaryDirectory()
        command, environment = cat_command(uri, settings or {}, Path(self._folder.name))
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        assert self._process.stdout is not None
        self.stream = self._process.stdout

    def __enter__(self) -> "Opened":
        return self

    def __exit__(self, kind, error, trace) -> None:
        self.stream.close()
        status = self._process.wait() if self._process else 0
        if self._folder:
            self._folder.cleanup()
        if status and error is None:
            raise OSError("the file could not be read to its end; see the worker's log")


def cat_command(uri: str, settings: dict[str, str], folder: Path) -> tuple[list[str], dict[str, str]]:
    """The command that writes a file of any store to its standard output, and its environment.

    The settings go into a file that nobody else may read, not into the command, which all processes see.
    """
    environment = dict(os.environ)
    hadoop = shutil.which("hadoop")
    client = [hadoop, "fs"]
    if hadoop is None:
        home = environment.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
        client = [os.path.join(home, "bin", "spark-class"), "org.apache.hadoop.fs.FsShell"]
    site = folder / "core-site.xml"
    site.touch(mode=0o600)
    pairs = (f"<property><name>{escape(k)}</name><value>{escape(v)}</value></property>" for k, v in settings.items())
    site.write_text(f"<configuration>{''.join(pairs)}</configuration>", encoding="utf-8")
    if hadoop is None and "HADOOP_CONF_DIR" not in environment:
        environment["HADOOP_CONF_DIR"] = str(folder)
        return [*client, "-cat", literal(uri)], environment
    return [*client, "-conf", str(site), "-cat", literal(uri)], environment
