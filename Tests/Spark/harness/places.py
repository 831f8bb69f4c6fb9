"""Where things are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
JOB = ROOT / "deploy" / "spark"
PROGRAM = ROOT / ".build" / "release" / "daybrief"
SCRATCH = ROOT / ".build" / "spark"

sys.path.insert(0, str(JOB))
# Workers take the Python that runs the tests.
os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
# Nothing is left in deploy/, which is packed as it is.
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


def archive() -> Path:
    """What `make dist` packed."""
    version = subprocess.run([PROGRAM, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return ROOT / "dist" / f"daybrief-{version}-{os.uname().machine}.tar.gz"


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder by path, without those of checksums that Hadoop keeps beside its own."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not (path.name.startswith(".") and path.name.endswith(".crc"))
    }


def site(output: Path, *arguments: object) -> dict[str, bytes]:
    """The files of a site built on this machine."""
    command = [PROGRAM, "build", *map(str, arguments), "--output", output / "site", "--quiet"]
    built = subprocess.run(command, cwd=output.parent, capture_output=True, text=True)
    assert built.returncode <= 1, built.stderr
    return tree(output / "site")
