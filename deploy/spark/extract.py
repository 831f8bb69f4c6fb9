"""Articles in, digests out, on a cluster: spark-submit [OPTIONS OF SPARK] extract.py INPUT OUTPUT"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from pyspark import SparkFiles
from pyspark.sql import SparkSession

HERE = Path(__file__).resolve().parent
PACKAGES = ("daybrief_spark", "warcio", "six")


def bundle(target: Path) -> None:
    """Writes the Python that workers need into one archive, for `--py-files`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in PACKAGES:
            found = importlib.util.find_spec(name)
            if found is None or found.origin is None:
                sys.exit(f"extract.py: the Python package {name} is missing: pip install -r requirements.txt")
            origin = Path(found.origin)
            files = sorted(origin.parent.rglob("*.py")) if origin.name == "__init__.py" else [origin]
            for file in files:
                inside = file.relative_to(origin.parent)
                archive.write(file, f"{name}/{inside}" if origin.name == "__init__.py" else str(inside))
        if (HERE / "pipe.sh").exists():
            archive.write(HERE / "pipe.sh", "pipe.sh")


def size(text: str) -> int:
    """A number of bytes, as `64M` or `20G`."""
    units = {"K": 10, "M": 20, "G": 30, "T": 40}
    power = units.get(text[-1:].upper(), 0)
    value = int(text[:-1] if power else text) << power
    if value <= 0:
        raise ValueError
    return value


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="extract.py", description=__doc__)
    parser.add_argument("input", nargs="?", help="folder of .jsonl[.gz], .parquet and .warc[.gz]; any store of Hadoop's")
    parser.add_argument("output", nargs="?", help="folder of digests; kept from run to run")
    parser.add_argument("--program", default="daybrief", help="name of the archive (--archives FILE#daybrief), or a path")
    parser.add_argument("--as-is", action="store_true", help="the texts are clean, as daybrief read leaves them")
    parser.add_argument("--parquet", action="store_true", help="also write tables for analysts")
    parser.add_argument("--split", type=size, default=size("32M"), help="input that a task takes (32M)")
    parser.add_argument("--run", type=size, default=size("64G"), help="input after which work takes its place (64G)")
    parser.add_argument("--bundle", type=Path, help="write the Python that workers need to this .zip, and end")
    options = parser.parse_args()
    if options.bundle is None and options.output is None:
        parser.error("name the INPUT and the OUTPUT")
    return options


def revision(program: str) -> str:
    """What digests depend on besides their articles, as the program says."""
    # Spark unpacks an archive here, or where the driver runs on the cluster in its working folder; a path that is
    # absolute stays as it is.
    for home in (Path(SparkFiles.getRootDirectory()) / program, Path(program).absolute()):
        for path in (home, *home.glob("bin/daybrief"), *home.glob("*/bin/daybrief")):
            if path.is_file():
                said = subprocess.run([path, "extract", "--revision"], check=True, capture_output=True, text=True)
                return said.stdout.strip()
    sys.exit(f"extract.py: there is no program {program}; give --archives daybrief.tar.gz#daybrief, or its path")


def main() -> None:
    """Runs the job and says what it did."""
    options = arguments()
    if options.bundle:
        return bundle(options.bundle)
    from daybrief_spark.job import Plan, run

    spark = SparkSession.builder.appName("daybrief extract").getOrCreate()
    with tempfile.TemporaryDirectory() as folder:
        # Where the driver runs on the cluster, --py-files brought the archive along.
        if (HERE / "daybrief_spark").is_dir():
            archive = Path(folder) / "daybrief_spark.zip"
            bundle(archive)
            spark.sparkContext.addPyFile(str(archive))
        plan = Plan(
            options.input, options.output, options.program, options.as_is, options.parquet, options.split, options.run
        )
        report = run(spark, plan, revision(options.program))
    print(
        f"{report.files} files read, {report.passed} known and passed over; "
        f"{report.written} files written in {len(report.runs)} runs"
    )
    spark.stop()


if __name__ == "__main__":
    main()
