"""The anniversary page: the story of a twinning from its first day on."""

from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jumelage.briefings import Block, Heading, Paragraph, Run
from jumelage.desk.briefings.asked import Asked
from jumelage.desk.briefings.parts import STORY, TwinningParts, began
from jumelage.desk.briefings.quoting import listed, not_known
from jumelage.desk.dates import in_words
from jumelage.desk.statements import sources_of
from jumelage.register.models import Twinning
from jumelage.register.queries import Glance, sheets_of


def anniversary(asked: Asked) -> list[Block]:
    twinning = asked.glance.details
    assert isinstance(twinning, Twinning)  # noqa: S101  offered for twinnings only
    parts = TwinningParts(twinning, asked.day, asked.quoting)
    story = sorted(parts.until_today(*STORY), key=began)
    blocks: list[Block] = [_opening(parts), *parts.map()]
    for decade, glances in groupby(story, key=_decade):
        heading = _("%(first)s to %(last)s") % {"first": decade, "last": min(decade + 9, asked.day.year)}
        blocks += [Heading(heading), listed(asked.quoting.told(glances), "")]
    return [*blocks, *parts.people()]


def _opening(parts: TwinningParts) -> Paragraph:
    """How long it has lasted, with who says since when."""
    twinning, quoting = parts.twinning, parts.quoting
    if twinning.since is None or twinning.since.earliest is None:
        return Paragraph([Run(_("Since when: ")), not_known()])
    lines = sheets_of([twinning.record])[twinning.pk].get("since", ())
    said = [source for line in lines if line.value.current for source in sources_of(line)]
    years = parts.day.year - twinning.since.earliest.year
    lasted = ngettext("%(years)s year, since ", "%(years)s years, since ", years) % {"years": years}
    return Paragraph([Run(lasted), quoting.run(in_words(twinning.since), "", said)])


def _decade(glance: Glance) -> int:
    return began(glance).year // 10 * 10
