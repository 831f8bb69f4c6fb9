"""A standalone cluster of Spark on loopback: a master and two workers, processes of their own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pyspark

from .places import JOB, archive

HOME = Path(pyspark.__file__).parent
PATIENCE = 150  # seconds


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(what: str, ask: Callable[[], object]):
    """The first answer that is something; fails where none comes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.05)
    raise TimeoutError(what)


class Cluster:
    """A master and workers of one core each."""

    def __init__(self, scratch: Path, workers: int = 2) -> None:
        self.scratch = scratch
        self.port = free_port()
        self.master = f"spark://127.0.0.1:{self.port}"
        self.web = free_port()
        self.processes: dict[str, subprocess.Popen] = {}
        self.start("master", "master.Master", "--port", self.port, "--webui-port", self.web)
        for number in range(workers):
            self.start_worker(f"worker-{number}")
        wait_for("workers", lambda: self.alive() == workers)

    def start(self, name: str, kind: str, *arguments: object) -> None:
        """Starts a process of the cluster as the head of a group of its own."""
        log = (self.scratch / f"{name}.log").open("wb")
        command = [HOME / "bin" / "spark-class", f"org.apache.spark.deploy.{kind}", "--host", "127.0.0.1", *arguments]
        environment = os.environ | {"SPARK_HOME": str(HOME), "SPARK_DAEMON_MEMORY": "256m"}
        environment["SPARK_LOCAL_DIRS"] = str(self.scratch / "local")
        self.processes[name] = subprocess.Popen(
            [str(part) for part in command], stdout=log, stderr=log, env=environment, start_new_session=True
        )

    def start_worker(self, name: str) -> None:
        """Starts a worker."""
        options = ["--cores", 1, "--memory", "1g", "--work-dir", self.scratch / name, "--webui-port", free_port()]
        self.start(name, "worker.Worker", *options, self.master)

    def alive(self) -> int:
        """How many workers the master sees."""
        state = _ask(f"http://127.0.0.1:{self.web}/json/")
        return sum(worker["state"] == "ALIVE" for worker in state["workers"]) if state else 0

    def kill(self, name: str) -> None:
        """Kills a process with all that it started, as if the machine were gone."""
        process = self.processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def holder(self, executor: str) -> str | None:
        """The worker that started an executor."""
        for name in self.processes:
            if list((self.scratch / name).glob(f"app-*/{executor}")):
                return name
        return None

    def stop(self) -> None:
        """Ends all of it."""
        for name in list(self.processes):
            self.kill(name)


class Job:
    """The job as an operator submits it."""

    def __init__(self, scratch: Path, master: str, *arguments: object, program: Path | None = None) -> None:
        self.web = free_port()
        self.events = scratch / "events"
        self.events.mkdir(parents=True, exist_ok=True)
        self.log = scratch / f"job-{self.web}.log"
        settings = {
            "spark.driver.host": "127.0.0.1",
            "spark.driver.memory": "1g",
            "spark.executor.memory": "512m",
            "spark.executor.cores": 1,
            "spark.ui.port": self.web,
            "spark.ui.showConsoleProgress": "false",
            "spark.eventLog.enabled": "true",
            "spark.eventLog.dir": self.events.as_uri(),
            "spark.eventLog.compress": "false",
            "spark.eventLog.rolling.enabled": "false",
            "spark.local.dir": scratch / "driver",
        }
        command: list[object] = [HOME / "bin" / "spark-submit", "--master", master]
        for key, value in settings.items():
            command += ["--conf", f"{key}={value}"]
        if program is None:
            command += ["--archives", f"{archive()}#daybrief", JOB / "extract.py", *arguments]
        else:
            command += [JOB / "extract.py", *arguments, "--program", program]
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        environment["SPARK_HOME"] = str(HOME)
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdout=self.log.open("wb"),
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )

    def finish(self) -> str:
        """Waits for the end; what the job said last."""
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise
        text = self.log.read_text(encoding="utf-8", errors="replace")
        assert status == 0, f"{status}\n{text[-6000:]}"
        return next(line for line in reversed(text.splitlines()) if "files read" in line)

    def running(self) -> list[dict]:
        """The tasks that run now, by the status API, where some of their stage are done."""
        home = f"http://127.0.0.1:{self.web}/api/v1/applications"
        for application in _ask(home) or []:
            for stage in _ask(f"{home}/{application['id']}/stages?status=active") or []:
                if not stage["numCompleteTasks"]:
                    continue
                at = f"{home}/{application['id']}/stages/{stage['stageId']}/{stage['attemptId']}"
                tasks = _ask(f"{at}/taskList?length=1000") or []
                return [task for task in tasks if task["status"] == "RUNNING"]
        return []

    def ends_of_tasks(self) -> list[dict]:
        """What Spark wrote down of each task's end."""
        (log,) = self.events.iterdir()
        events = (json.loads(line) for line in log.read_text(encoding="utf-8").splitlines())
        return [event for event in events if event["Event"] == "SparkListenerTaskEnd"]


def _ask(url: str):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return json.load(answer)
    except (OSError, ValueError):
        return None


def fresh(folder: Path) -> Path:
    """A folder with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if sys.platform != "linux":
    raise OSError("the cluster of the tests is tried on Linux")
