"""The evaluation of a twinning: facts, costs, risks, who was heard, and the four ways on."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from jumelage.agreements.stage import Stage
from jumelage.briefings import Block, Bullets, Heading, Paragraph, Run
from jumelage.commitments.promises import Turn
from jumelage.commitments.spending import spending
from jumelage.desk.briefings.asked import Asked
from jumelage.desk.briefings.parts import TwinningParts, began
from jumelage.desk.briefings.quoting import address_of, facts_of, listed, tabled
from jumelage.desk.dates import in_words
from jumelage.desk.spending import parts_of, totals_in_words
from jumelage.desk.words import KINDS
from jumelage.register.models import Twinning
from jumelage.vocabulary.edtf import Edtf

YEARS = 10
"""So many years back activity and money are told of."""
COUNTED = ("agreement", "visit", "event", "honour")


def evaluation(asked: Asked) -> list[Block]:
    twinning = asked.glance.details
    assert isinstance(twinning, Twinning)  # noqa: S101  offered for twinnings only
    parts = TwinningParts(twinning, asked.day, asked.quoting)
    return [
        facts_of(asked.glance.record, asked.quoting),
        *parts.in_force(),
        *_activity(parts),
        *_money(parts),
        *parts.promises(),
        *parts.sensitive(),
        Heading(_("Who was heard")),
        tabled([_("Who"), _("When"), _("What they said")], [[[_to_write()] for _column in range(3)]], ""),
        Heading(_("Ways on")),
        *_ways_on(parts),
    ]


def _activity(parts: TwinningParts) -> list[Block]:
    """How often the sides had to do with each other, year by year."""
    years = range(parts.day.year, parts.day.year - YEARS, -1)
    found = {kind: Counter(began(glance).year for glance in parts.until_today(kind)) for kind in COUNTED}
    rows = [
        [
            [Run(str(year))],
            *([parts.quoting.run(str(found[kind][year]), _section(parts, kind))] for kind in COUNTED),
        ]
        for year in years
    ]
    header = [_("Year"), *(str(KINDS[kind]) for kind in COUNTED)]
    return [Heading(_("Activity of the last years")), tabled(header, rows, "")]


def _section(parts: TwinningParts, kind: str) -> str:
    """Where the twinning's page lists the records that a number counts."""
    return f"{address_of(parts.twinning.record)}#{kind}s"


def _money(parts: TwinningParts) -> list[Block]:
    """What was spent and what came of it; what is only promised stands apart."""
    since = parts.day.year - YEARS
    found = spending(parts.dossier.sides, since, parts.day)
    blocks: list[Block] = [Heading(_("Costs and results since %(year)s") % {"year": since})]
    totals = totals_in_words(found.totals)
    parties = [named.original for named in parts.glances[parts.twinning.pk].references.get("parties", ())]
    rows = f"{reverse('desk:spending')}?{urlencode({'since': since, 'place': parties}, doseq=True)}"
    spent = parts.quoting.run(", ".join(totals), rows)
    blocks.append(Paragraph([Run(_("Spent: ")), spent]))
    for part in parts_of(found, parts.quoting.language):
        if part.rows:
            lines = [
                [
                    Run(f"{row.when or _('no date')}: "),
                    parts.quoting.run(row.title, row.address, row.sources),
                    Run(f" {row.number} {row.unit}".rstrip()),
                ]
                for row in part.rows
            ]
            blocks += [Heading(" – ".join(words for words in (part.heading, part.note) if words), 2), Bullets(lines)]
    return blocks


def _ways_on(parts: TwinningParts) -> list[Block]:
    """The four ways, each with what on record speaks for it; the office weighs them."""
    blocks: list[Block] = []
    for heading, reasons in (
        (_("End"), [*_lapsed(parts), *_broken(parts)]),
        (_("Let sleep"), _silence(parts)),
        (_("Continue"), [*_binding(parts), *_running(parts)]),
        (_("Continue with conditions"), [*_broken(parts), *_deadlines(parts), *_disputed(parts)]),
    ):
        lines: list[Sequence[Run]] = [[Run(reason)] for reason in reasons]
        blocks += [Heading(heading, 2), listed(lines, _("Nothing on record speaks for it.")), Paragraph([_to_write()])]
    return blocks


def _lapsed(parts: TwinningParts) -> list[str]:
    number = sum(life.stage in (Stage.LAPSED, Stage.ENDED) for life in parts.lives)
    return [_("papers no longer in force: %(number)s") % {"number": number}] if number else []


def _broken(parts: TwinningParts) -> list[str]:
    number = sum(promise.turn is Turn.OVERDUE for promise in parts.promised)
    return [_("promises overdue: %(number)s") % {"number": number}] if number else []


def _silence(parts: TwinningParts) -> list[str]:
    held = parts.until_today("visit", "event", "agreement")
    if not held:
        return [_("no contact is on record")]
    last: date = max(map(began, held))
    return [_("last contact: %(date)s") % {"date": in_words(Edtf(str(last)))}] if last.year < parts.day.year - 1 else []


def _binding(parts: TwinningParts) -> list[str]:
    number = sum(life.binds for life in parts.lives)
    return [_("papers in force: %(number)s") % {"number": number}] if number else []


def _running(parts: TwinningParts) -> list[str]:
    number = len(parts.dossier.records.get("programme", ()))
    return [_("programmes on record: %(number)s") % {"number": number}] if number else []


def _deadlines(parts: TwinningParts) -> list[str]:
    number = sum(life.deadline is not None for life in parts.lives)
    return [_("papers that must be renewed or cancelled by a day: %(number)s") % {"number": number}] if number else []


def _disputed(parts: TwinningParts) -> list[str]:
    number = sum(glance.record.disputed for glance in parts.glances.values())
    return [_("records on which sources disagree: %(number)s") % {"number": number}] if number else []


def _to_write() -> Run:
    return Run(_("to be written by the office"), unknown=True)
