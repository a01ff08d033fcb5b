"""Calendars that other programs read: made and revoked by officers, with ids that stay and numbers that grow."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.utils import timezone
from icalendar import Alarm, Calendar, Event

from jumelage.agenda.models import Feed, Told, fingerprint_of, new_secret
from jumelage.register.models import Record
from jumelage.register.transactions import writing

GONE_FOR = timedelta(days=90)
"""How long a feed says of an item that it was called off, so that calendars that look seldom learn it too."""
REFRESH = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item in words. `end` is the day after its last; `alarms` are so long before its first."""

    key: str
    summary: str
    description: str
    start: date
    end: date
    address: str
    alarms: tuple[timedelta, ...] = ()


def make_feed(officer: User, language: str, twinning: Record | None = None) -> str:
    """A new feed; returns the secret of its address, which is told this once."""
    secret = new_secret()
    with writing():
        Feed.objects.create(fingerprint=fingerprint_of(secret), officer=officer, twinning=twinning, language=language)
    return secret


def revoke_feed(officer: User, feed: int) -> bool:
    """Whether there was such a feed of the officer. Its address answers nothing from now on."""
    with writing():
        return bool(Feed.objects.filter(pk=feed, officer=officer, revoked_at=None).update(revoked_at=timezone.now()))


def calendar_of(feed: Feed, name: str, entries: Sequence[Entry]) -> bytes:
    """The feed as an iCalendar file (RFC 5545). What has not changed since it was last read stays as it was."""
    told = _brought_up_to_date(feed, entries)
    calendar = Calendar()
    calendar.add("prodid", "-//Jumelage//Agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(feed, entry, told[entry.key]))
    present = {entry.key for entry in entries}
    for row in told.values():
        if row.key not in present and row.changed_at > timezone.now() - GONE_FOR:
            calendar.add_component(_called_off(feed, row))
    return bytes(calendar.to_ical())


def _brought_up_to_date(feed: Feed, entries: Iterable[Entry]) -> Mapping[str, Told]:
    """What the feed says now of each item it ever told of; written only where something changed."""
    now = timezone.now().replace(microsecond=0)
    told = {row.key: row for row in feed.told.all()}
    new, changed = [], []
    for entry in entries:
        row = told.get(entry.key)
        if row is None:
            told[entry.key] = Told(feed=feed, key=entry.key, changed_at=now, **_state(entry))
            new.append(told[entry.key])
        elif row.digest != _digest(entry) or row.gone:
            _change(row, now, **_state(entry), gone=False)
            changed.append(row)
    present = {entry.key for entry in entries}
    for row in told.values():
        if row.key not in present and not row.gone:
            _change(row, now, gone=True)
            changed.append(row)
    if new or changed:
        with writing():
            Told.objects.bulk_create(new, ignore_conflicts=True)
            Told.objects.bulk_update(
                changed, ["digest", "sequence", "changed_at", "summary", "start", "gone"], batch_size=100
            )
    return told


def _change(row: Told, now: datetime, **state: object) -> None:
    for name, value in state.items():
        setattr(row, name, value)
    row.sequence += 1
    row.changed_at = now


def _state(entry: Entry) -> dict[str, object]:
    return {"digest": _digest(entry), "summary": entry.summary, "start": entry.start}


def _digest(entry: Entry) -> str:
    return hashlib.sha256(repr(entry).encode()).hexdigest()


def _event(feed: Feed, entry: Entry, row: Told) -> Event:
    event = Event()
    event.add("uid", _uid(feed, entry.key))
    event.add("dtstamp", row.changed_at)
    event.add("last-modified", row.changed_at)
    event.add("sequence", row.sequence)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("url", entry.address)
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("transp", "TRANSPARENT")
    for before in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.summary)
        alarm.add("trigger", -before)
        event.add_component(alarm)
    return event


def _called_off(feed: Feed, row: Told) -> Event:
    event = Event()
    event.add("uid", _uid(feed, row.key))
    event.add("dtstamp", row.changed_at)
    event.add("sequence", row.sequence)
    event.add("summary", row.summary)
    event.add("dtstart", row.start)
    event.add("status", "CANCELLED")
    return event


def _uid(feed: Feed, key: str) -> str:
    """Different in every feed, so that a calendar may read several; the same for ever in each."""
    return f"{key.replace('/', '.')}.{feed.fingerprint[:16]}@jumelage"
