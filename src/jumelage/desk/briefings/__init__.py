"""The papers that the desk gives out, and on what kinds of record each can be made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from jumelage.briefings import Block, Briefing
from jumelage.desk.briefings.anniversary import anniversary
from jumelage.desk.briefings.answer import answer
from jumelage.desk.briefings.asked import Asked
from jumelage.desk.briefings.brief import brief
from jumelage.desk.briefings.evaluation import evaluation
from jumelage.desk.briefings.quoting import Quoting
from jumelage.desk.briefings.yearly import yearly
from jumelage.desk.titles import title_of
from jumelage.desk.words import KINDS
from jumelage.register.models import Document
from jumelage.register.queries import glances_of


@dataclass(frozen=True, slots=True)
class Offered:
    """A paper that can be made on records of some kinds."""

    name: str | Promise
    use: str | Promise
    kinds: frozenset[str]
    compose: Callable[[Asked], list[Block]]


PLACES = frozenset({"place", "organisation"})
BRIEFINGS: Mapping[str, Offered] = MappingProxyType(
    {
        "brief": Offered(
            gettext_lazy("Brief"),
            gettext_lazy("for the principal: history, what is in force, who is who, open promises, sensitive points"),
            PLACES | {"twinning", "person"},
            brief,
        ),
        "evaluation": Offered(
            gettext_lazy("Evaluation"),
            gettext_lazy("for a decision: facts, costs, risks, and four ways on"),
            frozenset({"twinning"}),
            evaluation,
        ),
        "anniversary": Offered(
            gettext_lazy("Anniversary page"),
            gettext_lazy("the story from the first day on"),
            frozenset({"twinning"}),
            anniversary,
        ),
        "yearly": Offered(
            gettext_lazy("Yearly overview and plan"),
            gettext_lazy("partners, activity, delegations, projects, key events, and what is due next year"),
            PLACES,
            yearly,
        ),
    }
)


def offered_on(kind: str) -> Mapping[str, Offered]:
    """The papers that can be made on a record of this kind."""
    return {key: offered for key, offered in BRIEFINGS.items() if kind in offered.kinds}


def compose(key: str, record: int, day: date, today: date, language: str, desk: str) -> Briefing:
    """The paper of that name on a record, as things stand on a day, in a language of the desk.

    `desk` is the desk's address. KeyError where there is no such record or paper.
    """
    with override(language):
        offered = BRIEFINGS[key]
        glance = glances_of([record], language)[record]
        blocks = offered.compose(Asked(glance, day, Quoting(desk, language)))
        return _briefing(
            title_of(glance), f"{offered.name}, {date_format(day, 'DATE_FORMAT')}", today, language, blocks
        )


def compose_answer(kind: str, asked: QueryDict, question: str, today: date, language: str, desk: str) -> Briefing:
    """The answer sheet to a question, with the rows of the list that the address `asked` asks for."""
    with override(language):
        blocks = answer(kind, asked, question, Quoting(desk, language))
        title = f"{_('Answer')}: {KINDS[kind]}"
        return _briefing(title, date_format(today, "DATE_FORMAT"), today, language, blocks)


def _briefing(title: str, subtitle: str, today: date, language: str, blocks: Sequence[Block]) -> Briefing:
    made = _(
        "Made on %(day)s from a register of %(documents)s documents. What was read counts until somebody rejects it."
    )
    told = made % {"day": date_format(today, "DATE_FORMAT"), "documents": Document.objects.count()}
    return Briefing(title, subtitle, told, language, blocks)
