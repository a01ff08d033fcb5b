"""The commands, as people type them."""

import json
import os
import re
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import click
import pytest

from jumelage import cli

LETTER = "Zusterprovincie: de provincie Antwerpen en Shaanxi zijn sinds 1985 zusterprovincies.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    return folder


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def command(home: Path, *arguments: str | Path) -> tuple[list[str], dict[str, str]]:
    environment = {k: v for k, v in os.environ.items() if k != "JUMELAGE_DATABASE"}
    return [sys.executable, "-m", "jumelage.cli", *map(str, arguments)], {**environment, "JUMELAGE_HOME": str(home)}


def jumelage(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    words, environment = command(home, *arguments)
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


def test_what_can_be_read_is_written_and_what_cant_is_named(home: Path, folder: Path) -> None:
    (folder / "empty.txt").touch()
    output = folder.parent / "claims.jsonl"
    done = jumelage(home, "read", folder, folder / "missing.txt", "--output", output)
    assert done.returncode == 1
    named = [line.partition(": ")[0] for line in done.stderr.splitlines()[-2:]]
    assert named == [str(folder / "empty.txt"), str(folder / "missing.txt")]
    [line] = output.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["document"] == str(folder / "letter.txt")
    assert not home.exists()


def test_a_text_that_is_too_long_is_named_and_not_read(home: Path, folder: Path) -> None:
    (folder / "long.txt").write_text("x" * 1_000_001, encoding="utf-8")
    done = jumelage(home, "read", folder, "--output", "-")
    assert done.returncode == 1
    assert "has 1,000,001 characters" in done.stderr


def test_a_list_is_imported_once_and_not_where_a_row_is_wrong(home: Path, folder: Path) -> None:
    listed = folder / "list.csv"
    listed.write_text("party_a,country_a,party_b,country_b\nLille,France,Leeds,England\n", encoding="utf-8")
    told = [jumelage(home, "import", listed, *options).stdout.splitlines()[-1] for options in (["--dry-run"], [], [])]
    assert told == ["1 rows of the kind twinning: 1 new", "Imported.", "All of it was in the register already."]
    with closing(sqlite3.connect(home / "register.sqlite3")) as register:
        assert register.execute("SELECT count(*) FROM register_twinning").fetchone() == (1,)
    with listed.open("a", encoding="utf-8") as file:
        file.write("Lyon,France,,\n")
    done = jumelage(home, "import", listed)
    assert (done.returncode, "row 3: parties 2 is missing" in done.stderr) == (1, True)


def test_readings_can_go_to_standard_output(home: Path, folder: Path) -> None:
    done = jumelage(home, "read", folder, "--output", "-")
    assert (done.returncode, json.loads(done.stdout)["language"]) == (0, "nl")


def test_an_output_that_cant_be_written_is_told(home: Path, folder: Path) -> None:
    done = jumelage(home, "read", folder, "--output", folder / "nowhere" / "claims.jsonl")
    assert done.returncode == 1
    assert "can't be written" in done.stderr


def test_a_register_from_a_newer_version_is_left_alone(home: Path, taken: int) -> None:
    jumelage(home, "serve", "--port", str(taken))
    with closing(sqlite3.connect(home / "register.sqlite3")) as register, register:
        register.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('register', '9999_later', '')")
    done = jumelage(home, "serve", "--port", str(taken))
    assert done.returncode == 1
    assert "newer version" in done.stderr
    assert "9999_later" in done.stderr


def test_a_full_disk_is_told_and_loses_nothing(home: Path, folder: Path) -> None:
    """No file of the process may grow beyond 64 KiB, so that there is no room for a second, longer document."""
    assert jumelage(home, "read", folder).returncode == 0
    (folder / "long.txt").write_text(LETTER + "\n" * 50_000 + LETTER, encoding="utf-8")
    words, environment = command(home, "read", folder)

    def keep_small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))

    with subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=keep_small) as process:  # noqa: PLW1509, S603
        _, told = process.communicate()
    assert process.returncode == 1
    assert "The register can't be written" in told.splitlines()[-1]
    with closing(sqlite3.connect(home / "register.sqlite3")) as register:
        assert register.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert register.execute("SELECT count(*) FROM register_document").fetchone() == (1,)


def test_run_reads_and_opens_the_desk(home: Path, folder: Path) -> None:
    words, environment = command(home, "run", folder)
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            told = next(line for line in process.stdout or () if "http://" in line)
            address = urlsplit(next(word for word in told.split() if word.startswith("http://")))
            with closing(HTTPConnection(address.netloc)) as connection:
                connection.request("GET", "/")
                answer = connection.getresponse()
                assert answer.status < 500
                assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        finally:
            process.terminate()


def test_a_port_that_is_taken_is_told(home: Path, taken: int) -> None:
    done = jumelage(home, "serve", "--port", str(taken))
    assert done.returncode == 1
    assert "taken by another program" in done.stderr


def test_a_port_that_is_taken_just_before_it_is_opened_is_told(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_is_free", lambda *_: True)
    with pytest.raises(click.ClickException) as told:
        cli._serve("127.0.0.1", taken)
    assert re.fullmatch(rf"Port {taken} can't be opened: Address already in use.*--port\.", told.value.message)


def test_an_officer_gets_an_account_and_then_a_new_password(home: Path) -> None:
    first = jumelage(home, "officer", "mei", "--password", "one of her own")
    again = jumelage(home, "officer", "mei", "--password", "another")
    assert (first.stdout, again.stdout) == ("mei can sign in now.\n", "mei has a new password.\n")
    with closing(sqlite3.connect(home / "register.sqlite3")) as register:
        ((name, password),) = register.execute("SELECT username, password FROM auth_user").fetchall()
    assert name == "mei"
    assert "another" not in password


def test_an_account_may_be_for_reading_only(home: Path) -> None:
    for options, groups in ((["--reader"], [("readers",)]), ([], [])):
        jumelage(home, "officer", "otto", "--password", "his own", *options)
        with closing(sqlite3.connect(home / "register.sqlite3")) as register:
            member = "SELECT name FROM auth_group JOIN auth_user_groups ON auth_group.id = group_id"
            assert register.execute(member).fetchall() == groups
