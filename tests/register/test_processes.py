"""What happens to the register when a process is killed, or when two write at once."""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from .many import TOWNS

Start = Callable[[str, int], subprocess.Popen[str]]
numbers = itertools.count()


@pytest.fixture
def start(tmp_path: Path, root: Path) -> Iterator[Start]:
    """Starts a task of `many` in a process of its own, on a register of this test's own."""
    environment = {**os.environ, "JUMELAGE_HOME": str(tmp_path)}
    server = os.environ.get("JUMELAGE_DATABASE")
    name = f"processes_{os.getpid()}_{next(numbers)}"
    if server:
        environment["JUMELAGE_DATABASE"] = f"{server.rpartition('/')[0]}/{name}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
    started = []

    def start(task: str, count: int) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603  our own module, our own arguments
            [sys.executable, "-m", "tests.register.many", task, str(count)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
            env=environment,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
    if server:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def checked(start: Start) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(start("check", 0).communicate()[0])
    assert (report["broken"], report["values twice"], report["values without a citation"]) == ([], [], 0)
    return report


@pytest.mark.slow
def test_a_kill_in_the_middle_of_a_thousand_documents_leaves_nothing_half_recorded(start: Start) -> None:
    recording = start("record", 1000)
    assert recording.stdout
    recorded = next(int(line) for line in recording.stdout if int(line) >= 300)
    recording.kill()
    recording.communicate()
    assert recorded <= checked(start)["documents"] < 1000

    assert start("record", 1000).wait() == 0
    whole = checked(start)
    assert (whole["documents"], whole["tellings"]) == (1000, 3000)

    assert start("record", 1000).wait() == 0
    assert checked(start) == whole


def test_two_processes_can_record_at_once(start: Start) -> None:
    both = [start("record", 60), start("record-backwards", 60)]
    assert [process.communicate() and process.returncode for process in both] == [0, 0]
    report = checked(start)
    assert (report["documents"], report["readings"]) == (60, 60)
    assert report["entities"] == TOWNS
