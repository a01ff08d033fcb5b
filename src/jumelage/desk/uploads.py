"""Lists that officers sent and have not brought in yet: kept beside the register for a day, for nobody else to read."""

import json
import secrets
import time
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

KEPT = 24 * 3600
"""Seconds after which a list that nobody brought in is thrown away."""

Fates = Sequence[tuple[int, str, str, int | None]]
"""For each row its number, its fate, why, and the record that it is of or may be of."""


def keep(content: bytes) -> str:
    """Keeps a file and gives the token by which it is found again."""
    _sweep()
    token = secrets.token_hex(16)
    _path(token).parent.mkdir(mode=0o700, exist_ok=True)
    _path(token).touch(mode=0o600)
    _path(token).write_bytes(content)
    return token


def kept(token: str) -> bytes | None:
    """The file; None where it has been thrown away."""
    path = _path(token)
    return path.read_bytes() if path.exists() else None


def keep_fates(token: str, fates: Fates) -> None:
    """Keeps what a dry run found, so that one can leaf through it."""
    _fates(token).touch(mode=0o600)
    _fates(token).write_text(json.dumps(list(fates)))


def kept_fates(token: str) -> Fates:
    path = _fates(token)
    return [tuple(fate) for fate in json.loads(path.read_text())] if path.exists() else []


def drop_fates(token: str) -> None:
    _fates(token).unlink(missing_ok=True)


def drop(token: str) -> None:
    drop_fates(token)
    _path(token).unlink(missing_ok=True)


def _sweep() -> None:
    for path in _path("").parent.glob("*.list*"):
        if path.stat().st_mtime < time.time() - KEPT:
            path.unlink(missing_ok=True)


def _path(token: str) -> Path:
    return Path(settings.HOME) / "uploads" / f"{token}.list"


def _fates(token: str) -> Path:
    return _path(token).with_suffix(".list.json")
