"""What takes long to work out is kept until the register changes."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import cache

from jumelage.register.queries import state_of_register

T = TypeVar("T")
AN_HOUR = 3600
"""Seconds after which it is worked out again in any case."""


def remembered(what: str, work_out: Callable[[], T]) -> T:
    """What `work_out` gives, or gave for the same `what` since the register last changed. It must not be None."""
    key = sha256(f"{state_of_register()} {what}".encode()).hexdigest()
    kept: T | None = cache.get(key)
    if kept is None:
        kept = work_out()
        cache.set(key, kept, AN_HOUR)
    return kept
