"""The parts that several papers on a twinning have in common, each with its heading."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from jumelage.agreements.on_record import papers_with
from jumelage.agreements.stage import Life, Stage
from jumelage.briefings import Block, Heading, Picture, Run
from jumelage.commitments.promises import Promise, Turn, ledger
from jumelage.desk import in_force, promises
from jumelage.desk.briefings.quoting import Quoting, address_of, listed, tabled
from jumelage.desk.briefings.who import posts_held, who_is_who
from jumelage.desk.maps import map_words, tie_map
from jumelage.desk.titles import title_of
from jumelage.desk.words import FIELD, KIND
from jumelage.pictures import Form, drawn
from jumelage.pictures.map import map_picture
from jumelage.register.models import Twinning
from jumelage.register.queries import Dossier, Glance, dossier_of, glances_of

STORY = ("agreement", "honour", "visit", "event", "programme")
"""The kinds of record that tell the story of a twinning, those first that weigh most."""
LINES, MEETINGS = 10, 5
STARTS = ("start", "signed", "date", "since")


@dataclass(frozen=True)
class TwinningParts:
    """Writes the parts for one twinning as it stands on a day."""

    twinning: Twinning
    day: date
    quoting: Quoting

    @cached_property
    def dossier(self) -> Dossier:
        return dossier_of(self.twinning)

    @cached_property
    def glances(self) -> Mapping[int, Glance]:
        """The twinning itself and all that belongs to it."""
        belonging = (pk for of_kind in self.dossier.records.values() for pk in of_kind)
        return glances_of([self.twinning.pk, *belonging], self.quoting.language)

    @cached_property
    def title(self) -> str:
        return title_of(self.glances[self.twinning.pk])

    @cached_property
    def lives(self) -> list[Life]:
        """The papers that are texts of their own, each with where it stands on the day."""
        shelf = papers_with(self.dossier.records.get("agreement", ()))
        return [shelf.life(root, self.day) for root in shelf.roots]

    @cached_property
    def promised(self) -> list[Promise]:
        """What is promised and not answered."""
        found = ledger(self.day, self.dossier.records.get("commitment", ()))
        return [promise for promise in found if promise.turn is not Turn.ANSWERED]

    def history(self, most: int = LINES) -> list[Block]:
        """So many lines: what weighs most, in the order of time."""
        weighed = sorted(self.until_today(*STORY), key=lambda glance: STORY.index(glance.record.kind))[:most]
        lines = self.quoting.told(sorted(weighed, key=began))
        return [Heading(_("History")), listed(lines, _("No dated agreement, visit or event is on record."))]

    def in_force(self) -> list[Block]:
        rows = in_force.rows_of([life for life in self.lives if life.binds], self.quoting.language)
        lines = [
            [
                self.quoting.run(row.title, row.address, row.sources),
                Run(f" – {', '.join(part for part in (row.signed, row.detail, row.until, row.must) if part)}"),
            ]
            for row in rows
        ]
        return [Heading(_("In force")), listed(lines, _("No paper on record is in force."))]

    def people(self) -> list[Block]:
        posts = posts_held((g for g in self.glances.values() if g.record.kind == "post"), self.day)
        return [Heading(_("Who is who now")), who_is_who(posts, self.quoting)]

    def meetings(self) -> list[Block]:
        latest = sorted(self.until_today("visit", "event"), key=began, reverse=True)[:MEETINGS]
        return [Heading(_("Last meetings")), listed(self.quoting.told(latest), _("No meeting is on record."))]

    def promises(self) -> list[Block]:
        rows = [
            [
                self.quoting.cell(row.by),
                [self.quoting.run(row.action, row.address, row.said)],
                [self.quoting.run(row.due)],
                [Run(row.turn_words)],
            ]
            for row in promises.rows_of(self.promised, self.quoting.language)
        ]
        header = [str(FIELD["by"]), str(FIELD["action"]), str(FIELD["due"]), _("Where it stands")]
        return [Heading(_("Open promises on both sides")), tabled(header, rows, _("No promise is open."))]

    def sensitive(self) -> list[Block]:
        """What better does not come up by surprise: papers that lapsed, promises overdue, sources that disagree."""
        over = [life for life in self.lives if life.stage in (Stage.LAPSED, Stage.ENDED)]
        overdue = [promise for promise in self.promised if promise.turn is Turn.OVERDUE]
        quoting, language = self.quoting, self.quoting.language
        lines = [
            *(
                [Run(f"{row.stage}: "), quoting.run(row.title, row.address, row.sources), Run(f" ({row.until})")]
                for row in in_force.rows_of(over, language)
            ),
            *(
                [Run(f"{row.turn_words}: "), quoting.run(row.action, row.address, row.said), Run(f" ({row.due})")]
                for row in promises.rows_of(overdue, language)
            ),
            *(
                [
                    Run(f"{_('sources disagree')}: "),
                    quoting.run(f"{KIND[glance.record.kind]}, {title_of(glance)}", address_of(glance.record)),
                ]
                for glance in self.glances.values()
                if glance.record.disputed
            ),
        ]
        return [Heading(_("Sensitive points")), listed(lines, _("Nothing on record calls for care."))]

    def map(self) -> list[Block]:
        """The two sides on a map; nothing where the gazetteer does not know where they are."""
        shown = tie_map(
            Twinning.objects.filter(pk=self.twinning.pk).values_list("pk", flat=True), self.quoting.language
        )
        if not shown.lines:
            return []
        svg = drawn(map_picture(shown.spots, shown.lines, map_words(), shown.note, None), Form.SVG)
        return [Picture(svg.decode(), _("Map of %(title)s") % {"title": self.title})]

    def until_today(self, *kinds: str) -> list[Glance]:
        """The records of these kinds that had begun by the day; those without a date are left out."""
        wanted = [self.glances[pk] for kind in kinds for pk in self.dossier.records.get(kind, ()) if pk in self.glances]
        return [glance for glance in wanted if began(glance) <= self.day]


def began(glance: Glance) -> date:
    """The first day on which a record may have begun; the end of time where nobody says."""
    for field in STARTS:
        if when := getattr(glance.details, field, None):
            return when.earliest or when.latest or date.max
    return date.max
