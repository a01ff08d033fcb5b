"""The agenda, as the page, calendars and the digest tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from jumelage.agenda.anniversaries import Kept
from jumelage.agenda.feeds import Entry
from jumelage.agenda.items import Item, What
from jumelage.agenda.profiles import Sure
from jumelage.desk.addresses import record_address
from jumelage.desk.dates import in_words, period
from jumelage.desk.titles import title_of
from jumelage.register.models import Record
from jumelage.register.queries import Glance, glances_of
from jumelage.vocabulary.edtf import Edtf, Precision

KEPT: MappingProxyType[Kept, str | Promise] = MappingProxyType(
    {
        Kept.CELEBRATION: pgettext_lazy("how an anniversary is kept", "celebration"),
        Kept.LETTER: pgettext_lazy("how an anniversary is kept", "letter of congratulation"),
        Kept.NOTHING: pgettext_lazy("how an anniversary is kept", "nothing"),
    }
)
SURE: MappingProxyType[Sure, str | Promise] = MappingProxyType(
    {
        Sure.LAW: gettext_lazy("read in an official text"),
        Sure.SOURCE: gettext_lazy("told by a public source"),
        Sure.COPY: gettext_lazy("seen on a copy only"),
        Sure.CUSTOM: gettext_lazy("a custom, no rule was found"),
    }
)
ASKING = (What.NOTICE, What.RENEWAL, What.PROMISE, What.DUTY, What.SIGNING)
"""What somebody must do; the others only happen."""
TASK: MappingProxyType[str, str | Promise] = MappingProxyType(
    {
        "apply for the team": gettext_lazy("Apply for the team that travels"),
        "count the participants": gettext_lazy("Count the participants"),
        "decide the mission": gettext_lazy("Decide on the mission"),
        "declare the aid": gettext_lazy("Declare the aid of the year"),
        "get the approval": gettext_lazy("Get the approval"),
        "keep the papers": gettext_lazy("Keep the papers"),
        "know the grade": gettext_lazy("Know the grade"),
        "register gifts": gettext_lazy("Register gifts"),
        "report on the grant": gettext_lazy("Report on the grant"),
        "report on the mission": gettext_lazy("Report on the mission"),
        "tell the council": gettext_lazy("Tell the council"),
        "tell the ministry": gettext_lazy("Tell the ministry"),
        "tell the public": gettext_lazy("Tell the public"),
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """One item in words. `source` and `sure` say where a rule comes from."""

    item: Item
    when: str
    title: str
    address: str
    detail: str
    begin: str
    source: str
    sure: str
    passed: bool
    record: Record | None

    @property
    def group(self) -> str:
        """The month under which it stands, or the year where nobody knows the month."""
        if self.item.when.precision is Precision.YEAR:
            return in_words(Edtf(f"{self.item.day.year:04}"))
        return in_words(Edtf(f"{self.item.day:%Y-%m}"))


def rows_of(items: Iterable[Item], today: date, language: str) -> list[Row]:
    """In the order given; as many queries for many as for a few."""
    items = list(items)
    named = [item.record for item in items if item.record] + [side.entity for item in items for side in item.sides]
    glances = glances_of(named, language)
    return [_row(item, glances, today) for item in items if item.record is None or item.record in glances]


def entry_of(row: Row, address: str) -> Entry:
    """The row as calendars take it: on its first day where the day is not known, and said so."""
    item = row.item
    whole_days = item.when.precision in (Precision.DAY, Precision.INTERVAL)
    summary = row.title
    if not whole_days:
        summary = _("%(title)s (%(when)s, day not known)") % {"title": row.title, "when": row.when}
    last = item.last_day if whole_days else item.day
    return Entry(
        key=item.key,
        summary=summary,
        description="\n".join(part for part in (row.detail, row.source, row.sure) if part),
        start=item.day,
        end=last + timedelta(days=1),
        address=address,
        alarms=tuple(item.day - lead.before(item.day) for lead in item.lead),
    )


def _row(item: Item, glances: Mapping[int, Glance], today: date) -> Row:
    glance = glances.get(item.record) if item.record else None
    return Row(
        item=item,
        when=period(item.when, item.end),
        title=_title(item, title_of(glance) if glance else ""),
        address=record_address(glance.record.kind, glance.record.pk) if glance else "",
        detail=_detail(item, glances),
        begin=in_words(Edtf(str(item.begin))) if item.begin and item.begin > today else "",
        source=item.rule.source if item.rule else "",
        sure=str(SURE[item.rule.sure]) if item.rule else "",
        passed=item.last_day < today and item.what in ASKING,
        record=glance.record if glance else None,
    )


def _title(item: Item, title: str) -> str:
    match item.what:
        case What.ANNIVERSARY:
            return _("%(years)s years: %(title)s") % {"years": item.years, "title": title}
        case What.NOTICE:
            return _("Give notice, or it goes on: %(title)s") % {"title": title}
        case What.RENEWAL:
            return _("Renew, or it lapses: %(title)s") % {"title": title}
        case What.PROMISE:
            return _("Promised: %(title)s") % {"title": title}
        case What.SIGNING:
            return _("To be signed: %(title)s") % {"title": title}
        case What.DUTY if item.rule:
            task = str(TASK[item.rule.what])
            return f"{task}: {title}" if title else task
    return title


def _detail(item: Item, glances: Mapping[int, Glance]) -> str:
    if item.sides:
        return " · ".join(
            f"{glances[side.entity].name}: {KEPT[side.kept]} ({side.profile})"
            for side in item.sides
            if side.entity in glances
        )
    if item.otherwise:
        return _("otherwise it goes on until %(date)s") % {"date": in_words(Edtf(str(item.otherwise)))}
    return item.profile
