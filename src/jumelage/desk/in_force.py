"""What was in force on a day, as the page, the file and the command line tell it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jumelage.agreements.in_force import Bond, InForce
from jumelage.agreements.stage import Life, Stage
from jumelage.desk.addresses import record_address
from jumelage.desk.dates import in_words
from jumelage.desk.lives import STAGE, deadline_in_words, history_in_words, until_in_words
from jumelage.desk.statements import Source, sources_of
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import choices_of
from jumelage.register.models import Record, Twinning
from jumelage.register.queries import Glance, Sheet, glances_of, sheets_of

CITED = ("since", "signed", "effective", "until", "term", "unlimited", "tacit", "notice", "parties", "dormant")
"""The fields whose sources say why something counts as in force."""


@dataclass(frozen=True, slots=True)
class Row:
    """A twinning or a paper on the day. `signed` is since when, in words; `detail` how it came to bind still."""

    record: Record
    title: str
    address: str
    kind: str
    signed: str
    stage: str
    until: str
    detail: str
    must: str
    sources: Sequence[Source]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; `more` are left out of the page."""

    heading: str
    rows: Sequence[Row]
    more: int = 0


Thing = Bond | Life


def things_of(found: InForce) -> list[Thing]:
    """What stood on the day, the twinnings first."""
    return [*found.bonds, *found.binding]


def groups_beside(found: InForce, most: int, language: str) -> list[Group]:
    """What did not stand on the day, and why it is told nevertheless."""
    beside = (
        (_("On its way"), found.coming),
        (_("No longer in force"), found.over),
        (_("Signed, but no source says when"), found.undated),
    )
    return [
        Group(heading, rows_of(lives[:most], language), max(0, len(lives) - most)) for heading, lives in beside if lives
    ]


def rows_of(things: Iterable[Thing], language: str) -> list[Row]:
    """Rows with their sources, in as many queries for many as for a few."""
    things = list(things)
    glances = glances_of((_record_of(thing) for thing in things), language)
    sheets = sheets_of(glance.record for glance in glances.values())
    return [_row(thing, glances[pk], sheets[pk]) for thing in things if (pk := _record_of(thing)) in glances]


def told_in_lines(row: Row) -> Iterator[str]:
    """A row for a terminal: what it is, then each source on lines of its own."""
    yield f"\n{row.title} ({row.record.standing})"
    facts = (row.stage, row.detail, row.signed and f"since {row.signed}", row.until and f"until: {row.until}", row.must)
    yield f"  {'; '.join(fact for fact in facts if fact)}"
    for source in row.sources:
        quote = f"“{' '.join(source.quote.split())}” " if source.quote else ""
        yield f"  – {quote}({source.title or source.officer}{source.published and f', {source.published}'})"


def _record_of(thing: Thing) -> int:
    return thing.record if isinstance(thing, Bond) else thing.root.key


def _row(thing: Thing, glance: Glance, sheet: Sheet) -> Row:
    kind = str(choices_of(glance.record.kind, "kind").get(getattr(glance.details, "kind", ""), ""))
    words = _of_bond(thing, glance) if isinstance(thing, Bond) else _of_life(thing)
    return Row(
        record=glance.record,
        title=title_of(glance),
        address=record_address(glance.record.kind, glance.record.pk),
        kind=kind,
        signed=_since(glance),
        sources=_cited(sheet),
        **words,
    )


def _since(glance: Glance) -> str:
    match glance.details:
        case Twinning(since=since):
            return in_words(since) if since else ""
    return when(glance)


def _of_bond(bond: Bond, glance: Glance) -> Mapping[str, str]:
    until = getattr(glance.details, "until", None)
    return {
        "stage": _("dormant by decision") if bond.dormant else str(STAGE[Stage.IN_FORCE]),
        "until": in_words(until) if until else _("no end on record"),
        "detail": "" if bond.sure else _("perhaps only later in the time that sources give"),
        "must": "",
    }


def _of_life(life: Life) -> Mapping[str, str]:
    return {
        "stage": str(STAGE[life.stage]),
        "until": until_in_words(life),
        "detail": history_in_words(life),
        "must": deadline_in_words(life),
    }


def _cited(sheet: Sheet) -> list[Source]:
    """Each passage or officer once, in the order of the fields."""
    found: dict[tuple[str, str, str], Source] = {}
    for field in CITED:
        for line in sheet.get(field, ()):
            if line.value.current:
                for source in sources_of(line):
                    found.setdefault((source.address, source.quote, source.officer), source)
    return list(found.values())
