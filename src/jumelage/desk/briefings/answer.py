"""The answer sheet: a question of a council member, the query behind the answer, the rows and their sources."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from jumelage.briefings import Block, Heading, Paragraph, Run
from jumelage.desk.addresses import list_address
from jumelage.desk.briefings.quoting import Quoting, listed
from jumelage.desk.lists import LISTS
from jumelage.desk.words import KINDS
from jumelage.register.queries import glances_of

MOST = 200
"""Rows that a sheet tells; the list in the desk has the others."""


def answer(kind: str, asked: QueryDict, question: str, quoting: Quoting) -> list[Block]:
    """What the list of a kind of record answers, narrowed down as the address `asked` has it."""
    declared = LISTS[kind]
    records = declared.records(asked)
    number = records.count()
    narrowed = [(one.label, asked.get(one.parameter, "").strip()) for one in declared.filters]
    query = "; ".join(f"{label}: {value}" for label, value in narrowed if value)
    address = f"{list_address(kind)}?{asked.urlencode()}"
    lines = quoting.told(glances_of(records[:MOST], quoting.language).values())
    if number > MOST:
        lines.append([Run(_("and %(more)s more") % {"more": number - MOST})])
    return [
        Heading(_("Question")),
        Paragraph([Run(question) if question else Run(_("to be written by the office"), unknown=True)]),
        Heading(_("Answer")),
        Paragraph([Run(f"{KINDS[kind]}: "), quoting.run(str(number), address)]),
        listed(lines, _("Nothing on record fits.")),
        Heading(_("The query behind it")),
        Paragraph([Run(f"{KINDS[kind]}. {query or _('all that nobody rejected')}. "), quoting.run(address, address)]),
    ]
