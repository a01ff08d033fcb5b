"""What everybody may see: the records that officers published, with nothing of those that they did not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jumelage.desk.maps import map_words, placed
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import CHOICE, choices_of
from jumelage.pictures import Description
from jumelage.pictures.map import Line, Spot, map_picture
from jumelage.register.models import Twinning, Value
from jumelage.register.queries import Glance, dossier_of, glances_of, public_entities, published
from jumelage.vocabulary.edtf import Edtf, Precision

HISTORY = ("agreement", "visit", "event", "programme", "commitment", "honour")
"""The kinds that make up the history of a twinning."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A published record. `file` is where the site tells of it; `day` is its date where that is known to the day."""

    record: int
    kind: str
    title: str
    when: str
    day: str
    updated: datetime
    file: str


@dataclass(frozen=True, slots=True)
class Party:
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class TwinningPage:
    entry: Entry
    word: str
    parties: Sequence[Party]
    topics: Sequence[str]
    history: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Site:
    """`others` are published records that belong to no published twinning; `entries` are all, the latest first."""

    twinnings: Sequence[TwinningPage]
    others: Sequence[Entry]
    entries: Sequence[Entry]
    map: Description


def site_in(language: str) -> Site:
    """The site for readers of a language; titles and the like are in the language that is active."""
    publications = list(published())
    updated = {publication.record_id: publication.entry.at for publication in publications}
    glances = _without_unpublished(glances_of(updated, language).values())
    twinnings = {pk: glance for pk, glance in glances.items() if isinstance(glance.details, Twinning)}
    belonging = {pk: _history(glance, glances) for pk, glance in twinnings.items()}
    files = {record: f"twinning-{pk}.html" for pk, records in belonging.items() for record in (*records, pk)}
    entries = {
        pk: _entry(glance, updated[pk], files.get(pk, "index.html"))
        for pk, glance in glances.items()
        if glance.record.kind in ("twinning", *HISTORY)
    }
    return Site(
        [_page(glance, entries[pk], [entries[one] for one in belonging[pk]]) for pk, glance in twinnings.items()],
        [entry for pk, entry in entries.items() if pk not in files],
        list(entries.values()),
        _map(twinnings.values()),
    )


def _without_unpublished(glances: Iterable[Glance]) -> dict[int, Glance]:
    """The records, naming only those whose names everybody may read."""
    known = list(glances)
    named = {one.record for glance in known for field in glance.references.values() for one in field}
    public = public_entities(named)
    return {
        glance.record.pk: replace(
            glance,
            references={
                field: [one for one in entities if one.record in public]
                for field, entities in glance.references.items()
            },
        )
        for glance in known
    }


def _history(glance: Glance, glances: dict[int, Glance]) -> list[int]:
    """The published records that belong to a twinning, in the order of time."""
    assert isinstance(glance.details, Twinning)  # noqa: S101  the caller sorts them out
    records = dossier_of(glance.details).records
    found = [pk for kind in HISTORY for pk in records.get(kind, ()) if pk in glances]
    return sorted(found, key=lambda pk: (_first_day(glances[pk]), pk))


def _page(glance: Glance, entry: Entry, history: Sequence[Entry]) -> TwinningPage:
    kind = getattr(glance.details, "kind", "")
    topics = Value.objects.current().filter(record=entry.record, field="fields").values_list("text", flat=True)
    return TwinningPage(
        entry,
        str(choices_of("twinning", "kind").get(kind, kind)),
        [Party(one.name, one.kind) for one in glance.references.get("parties", ())],
        [str(CHOICE["fields"].get(topic, topic)) for topic in topics],
        history,
    )


def _entry(glance: Glance, updated: datetime, file: str) -> Entry:
    kind = glance.record.kind
    day = _date(glance)
    known = day and day.precision is Precision.DAY and not (day.approximate or day.uncertain)
    return Entry(glance.record.pk, kind, title_of(glance), when(glance), str(day) if known else "", updated, file)


def _date(glance: Glance) -> Edtf | None:
    for field in ("since", "signed", "start", "date", "due"):
        if isinstance(day := getattr(glance.details, field, None), Edtf):
            return day
    return None


def _first_day(glance: Glance) -> str:
    day = _date(glance)
    return str(day.earliest or "9999") if day else "9999"


def _map(twinnings: Iterable[Glance]) -> Description:
    """The published twinnings whose parties are places; the ties of others would tell where unpublished ones are."""
    pairs = [
        (glance, parties)
        for glance in twinnings
        if len(parties := [one for one in glance.references.get("parties", ()) if one.kind == "place"]) == 2
    ]
    at = placed({one.record for _glance, parties in pairs for one in parties})
    spots: dict[int, Spot] = {}
    lines = []
    for glance, parties in pairs:
        if all(one.record in at for one in parties):
            for one in parties:
                tied = spots[one.record].ties if one.record in spots else 0
                spots[one.record] = Spot(one.record, one.name, *at[one.record], tied + 1)
            first, second = (list(spots).index(one.record) for one in parties)
            nested = bool(glance.references.get("within"))
            lines.append(Line(first, second, getattr(glance.details, "kind", ""), nested))
    return map_picture(list(spots.values()), lines, map_words())
