"""The yearly overview and plan of a place: partners, activity, delegations, projects, key events, and what is due.

Its parts are those of the yearly overview that the Province of Zuid-Holland gives its states.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from jumelage.agenda.items import items
from jumelage.briefings import Block, Heading, Line, Paragraph, Run
from jumelage.desk import agenda
from jumelage.desk.addresses import list_address, record_address
from jumelage.desk.briefings.asked import Asked
from jumelage.desk.briefings.parts import began
from jumelage.desk.briefings.quoting import Quoting, address_of, listed, tabled
from jumelage.desk.cards import cards_of
from jumelage.desk.cells import entities
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import CHOICE, FIELD, KINDS
from jumelage.register.models import Entity, Value
from jumelage.register.queries import Glance, glances_of, referring_to

YEARS = 5
INBOUND, OUTBOUND = "hosts", "visitors"


def yearly(asked: Asked) -> list[Block]:
    """The year of the day asked for, and the plan for the next one."""
    entity = asked.glance.details
    assert isinstance(entity, Entity)  # noqa: S101  offered for places and organisations only
    year, quoting = asked.day.year, asked.quoting
    speaking = referring_to(entity)
    glances = glances_of((pk for of_kind in speaking.values() for pk in of_kind), quoting.language)
    of_kind: dict[str, list[Glance]] = defaultdict(list)
    for glance in glances.values():
        of_kind[glance.record.kind].append(glance)
    of_year = {kind: [glance for glance in rows if began(glance).year == year] for kind, rows in of_kind.items()}
    return [
        Heading(_("Strategy")),
        Paragraph([Run(_("to be written by the office"), unknown=True)]),
        Heading(str(KINDS["twinning"])),
        _partners(speaking.get("twinning", ()), asked.day, quoting),
        Heading(_("Activity of the last years")),
        _activity(of_kind, entity, year, quoting),
        Heading(_("Delegations received")),
        *_received(of_year.get("visit", ()), entity, quoting),
        Heading(_("Projects by organisation")),
        *_projects([*of_kind["programme"], *of_year.get("agreement", ())], quoting),
        Heading(_("Key events")),
        listed(quoting.told(sorted(_key_events(of_year), key=began)), _("No event of the year is on record.")),
        Heading(_("Plan for %(year)s") % {"year": year + 1}),
        _plan(year + 1, asked.day, set(glances), quoting),
    ]


def _partners(twinnings: Iterable[int], day: date, quoting: Quoting) -> Block:
    rows: list[Sequence[Line]] = [
        [
            [quoting.run(card.title, card.address)],
            [Run(card.kind)],
            [quoting.run(card.when)],
            [quoting.run(card.contact.when, card.contact.address) if card.contact else quoting.run("")],
        ]
        for card in cards_of(twinnings, day, quoting.language)
    ]
    header = [_("Title"), str(FIELD["kind"]), _("Since"), _("Last contact")]
    return tabled(header, rows, _("No document told of a twinning yet."))


def _activity(of_kind: Mapping[str, Sequence[Glance]], entity: Entity, year: int, quoting: Quoting) -> Block:
    """Numbers by year, each leading to the list of its rows."""
    columns = (
        (_("Agreements signed"), "agreement", of_kind.get("agreement", ())),
        (_("Visits received"), "visit", [v for v in of_kind.get("visit", ()) if _is(v, INBOUND, entity)]),
        (_("Visits made"), "visit", [v for v in of_kind.get("visit", ()) if _is(v, OUTBOUND, entity)]),
        (str(KINDS["event"]), "event", of_kind.get("event", ())),
        (str(KINDS["honour"]), "honour", of_kind.get("honour", ())),
    )
    rows = [
        [
            [Run(str(one))],
            *(
                [
                    quoting.run(
                        str(sum(began(glance).year == one for glance in found)),
                        f"{list_address(kind)}?{urlencode({'name': entity.name, 'year': one})}",
                    )
                ]
                for _heading, kind, found in columns
            ),
        ]
        for one in range(year, year - YEARS, -1)
    ]
    return tabled([_("Year"), *(heading for heading, *_rest in columns)], rows, "")


def _received(visits: Iterable[Glance], entity: Entity, quoting: Quoting) -> list[Block]:
    """Who came, from where, led by whom, and about what."""
    inbound = sorted((visit for visit in visits if _is(visit, INBOUND, entity)), key=began)
    topics = _topics(visit.record.pk for visit in inbound)
    rows: list[Sequence[Line]] = [
        [
            [quoting.run(when(visit) or title_of(visit), address_of(visit.record))],
            quoting.cell(entities(visit.references.get("visitors", ()))),
            quoting.cell(entities(visit.references.get("head", ()))),
            [quoting.run(", ".join(str(CHOICE["fields"][topic]) for topic in topics.get(visit.record.pk, ())))],
        ]
        for visit in inbound
    ]
    header = [_("When"), str(FIELD["visitors"]), str(FIELD["head"]), str(FIELD["fields"])]
    return [tabled(header, rows, _("No delegation received in the year is on record."))]


def _topics(records: Iterable[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    said = Value.objects.current().filter(record__in=set(records), field="fields").order_by("pk")
    for record, topic in said.values_list("record", "text"):
        found[record].append(topic)
    return found


def _projects(glances: Iterable[Glance], quoting: Quoting) -> list[Block]:
    """Programmes that run and papers of the year, by the organisations that carry them."""
    by_carrier: dict[tuple[int, str], list[Glance]] = defaultdict(list)
    for glance in glances:
        for named in (*glance.references.get("parties", ()), *glance.references.get("signatories", ())):
            if named.kind == "organisation":
                by_carrier[named.record, named.name].append(glance)
    rows: list[Sequence[Line]] = [
        [
            [quoting.run(name, record_address("organisation", record))],
            [run for glance in of_one for run in (quoting.run(title_of(glance), address_of(glance.record)), Run(". "))],
        ]
        for (record, name), of_one in sorted(by_carrier.items(), key=lambda item: item[0][1])
    ]
    return [tabled([_("Organisation"), _("Projects")], rows, _("No project of an organisation is on record."))]


def _key_events(of_year: Mapping[str, Sequence[Glance]]) -> list[Glance]:
    return [glance for kind in ("agreement", "event", "honour") for glance in of_year.get(kind, ())]


def _plan(year: int, today: date, scope: set[int], quoting: Quoting) -> Block:
    """What the agenda holds for a year."""
    found = items(date(year, 1, 1), date(year, 12, 31), today, scope)
    lines: list[Line] = [
        [Run(f"{row.when}: "), quoting.run(row.title, row.address), Run(f" ({row.detail})" if row.detail else "")]
        for row in agenda.rows_of(found, today, quoting.language)
    ]
    return listed(lines, _("Nothing is due in that year."))


def _is(visit: Glance, role: str, entity: Entity) -> bool:
    return any(named.record == entity.pk for named in visit.references.get(role, ()))
