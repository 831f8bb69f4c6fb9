"""Spark within the process of the tests."""

from __future__ import annotations

import atexit
import os
from functools import lru_cache

from pyspark.sql import SparkSession

from . import places


@lru_cache
def spark() -> SparkSession:
    """One session for all tests."""
    # A cluster gets the job's modules from the job itself; here nobody sends them.
    os.environ["PYTHONPATH"] = str(places.JOB)
    session = (
        SparkSession.builder.master("local[2]")
        .appName("tests")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.local.dir", str(places.SCRATCH / "local"))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    atexit.register(session.stop)
    return session
