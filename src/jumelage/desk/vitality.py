"""Whether a twinning is alive, in a sentence that says what it goes by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from jumelage.desk.addresses import record_address
from jumelage.desk.dates import in_words
from jumelage.desk.titles import title_of, when
from jumelage.register.models import Record, Twinning
from jumelage.register.queries import Glance, glances_of
from jumelage.vitality.evidence import vitality
from jumelage.vitality.signal import Signal, Vitality

SIGNAL: MappingProxyType[Signal, str | Promise] = MappingProxyType(
    {
        Signal.ALIVE: pgettext_lazy("signal of a twinning", "alive"),
        Signal.QUIET: pgettext_lazy("signal of a twinning", "quiet"),
        Signal.ASLEEP: pgettext_lazy("signal of a twinning", "asleep"),
        Signal.NO_EVIDENCE: gettext_lazy("no evidence"),
        Signal.DORMANT: gettext_lazy("dormant by decision"),
        Signal.ENDED: pgettext_lazy("signal of a twinning", "ended"),
    }
)


@dataclass(frozen=True, slots=True)
class SignalView:
    """The signal of one twinning; `last` leads to the last contact."""

    record: Record
    title: str
    address: str
    signal: str
    word: str
    sentence: str
    last_address: str


def signals_of(twinnings: Iterable[int], today: date, language: str) -> list[SignalView]:
    """In the order given; as many queries for many as for a few."""
    twinnings = list(twinnings)
    rows = Twinning.objects.filter(pk__in=twinnings).select_related("record")
    found = vitality(rows, today)
    contacts = [one.last.record for one in found.values() if one.last]
    people = [one.depends_on for one in found.values() if one.depends_on]
    glances = glances_of([*twinnings, *contacts, *people], language)
    return [_view(glances[pk], found[pk], glances) for pk in twinnings if pk in found and pk in glances]


def _view(glance: Glance, one: Vitality, glances: Mapping[int, Glance]) -> SignalView:
    last = glances.get(one.last.record) if one.last else None
    return SignalView(
        record=glance.record,
        title=title_of(glance),
        address=record_address("twinning", glance.record.pk),
        signal=one.signal.value.replace(" ", "-"),
        word=str(SIGNAL[one.signal]),
        sentence=" ".join(_sentences(glance, one, last, glances)),
        last_address=record_address(last.record.kind, last.record.pk) if last else "",
    )


def _sentences(glance: Glance, one: Vitality, last: Glance | None, glances: Mapping[int, Glance]) -> Iterable[str]:
    yield _why(glance, one, last)
    if contacts := sum(one.by_kind.values()):
        yield ngettext(
            "%(n)s contact is on record (visits: %(visits)s, events: %(events)s, papers: %(papers)s).",
            "%(n)s contacts are on record (visits: %(visits)s, events: %(events)s, papers: %(papers)s).",
            contacts,
        ) % {
            "n": contacts,
            "visits": one.by_kind["visit"],
            "events": one.by_kind["event"],
            "papers": one.by_kind["agreement"],
        }
    sides = [named.name for named in glance.references.get("parties", ())]
    if len(sides) == 2 and any(one.visits):
        yield _("Visits by %(one)s: %(there)s (days: %(days)s), by %(other)s: %(back)s (days: %(days_back)s).") % {
            "one": sides[0],
            "there": one.visits[0],
            "days": one.days[0],
            "other": sides[1],
            "back": one.visits[1],
            "days_back": one.days[1],
        }
    if one.one_sided:
        yield _("All visits went one way.")
    if any(one.evidence.given) and len(sides) == 2:
        yield _("Programmes given: %(one)s %(there)s, %(other)s %(back)s.") % {
            "one": sides[0],
            "there": one.evidence.given[0],
            "other": sides[1],
            "back": one.evidence.given[1],
        }
    if one.evidence.promises_due:
        yield _("Of %(due)s promises that were due, %(kept)s were kept.") % {
            "due": one.evidence.promises_due,
            "kept": one.evidence.promises_kept,
        }
    if one.depends_on and (person := glances.get(one.depends_on)):
        yield _("Most contacts name one person: %(person)s.") % {"person": title_of(person)}


def _why(glance: Glance, one: Vitality, last: Glance | None) -> str:
    twinning = glance.details
    assert isinstance(twinning, Twinning)  # noqa: S101  only twinnings have a signal
    if one.signal is Signal.ENDED and twinning.until:
        return _("It ended: %(date)s.") % {"date": in_words(twinning.until)}
    if one.signal is Signal.DORMANT and twinning.dormant:
        return _("It sleeps by decision since %(date)s.") % {"date": in_words(twinning.dormant)}
    if last is None or one.months is None:
        return _("No source tells of a contact with a date; whether there were any, nobody knows.")
    facts = {
        "contact": title_of(last),
        "date": when(last),
        "months": one.months,
        "quiet": one.threshold.quiet,
        "asleep": one.threshold.asleep,
    }
    if one.signal is Signal.ALIVE:
        words = _(
            "The last contact, %(contact)s (%(date)s), is %(months)s months ago, "
            "less than the %(quiet)s that count as quiet."
        )
    elif one.signal is Signal.QUIET:
        words = _(
            "The last contact, %(contact)s (%(date)s), is %(months)s months ago; "
            "after %(quiet)s it counts as quiet, after %(asleep)s as asleep."
        )
    else:
        words = _(
            "The last contact, %(contact)s (%(date)s), is %(months)s months ago; after %(asleep)s it counts as asleep."
        )
    return words % facts
