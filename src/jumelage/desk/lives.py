"""What the pages say of the life of papers."""

from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from jumelage.agreements.course import Because
from jumelage.agreements.ladder import Rung
from jumelage.agreements.stage import Life, Must, Stage
from jumelage.desk.dates import in_words
from jumelage.vocabulary.edtf import Edtf

STAGE: MappingProxyType[Stage, str | Promise] = MappingProxyType(
    {
        Stage.UNSIGNED: gettext_lazy("not signed yet"),
        Stage.NEGOTIATED: gettext_lazy("being negotiated"),
        Stage.TO_BE_SIGNED: gettext_lazy("to be signed"),
        Stage.UNDATED: gettext_lazy("no source says when it was signed"),
        Stage.PENDING: gettext_lazy("signed, not yet in force"),
        Stage.IN_FORCE: gettext_lazy("in force"),
        Stage.SUSPENDED: gettext_lazy("suspended"),
        Stage.LAPSED: gettext_lazy("lapsed"),
        Stage.ENDED: pgettext_lazy("stage of an agreement", "ended"),
    }
)
BECAUSE: MappingProxyType[Because, str | Promise] = MappingProxyType(
    {
        Because.SIGNED: gettext_lazy("as it was signed"),
        Because.RENEWED: gettext_lazy("renewed by a paper"),
        Because.TACIT: gettext_lazy("renewed tacitly"),
    }
)
RUNG: MappingProxyType[Rung, str | Promise] = MappingProxyType(
    {
        Rung.CONTACT: gettext_lazy("first contact"),
        Rung.INTENT: gettext_lazy("letter of intent"),
        Rung.MEMORANDUM: gettext_lazy("memorandum or friendship"),
        Rung.SISTER: gettext_lazy("relationship agreed"),
        Rung.RENEWAL: gettext_lazy("renewal"),
        Rung.DEEPENING: gettext_lazy("deepening"),
        Rung.END: gettext_lazy("end"),
    }
)


def until_in_words(life: Life) -> str:
    """Until when the text binds, or bound; and where that is not known, that it is not."""
    end = life.term.end if life.term else None
    if end:
        return in_words(Edtf(str(end)))
    if life.binds:
        return _("without a term") if life.course.unlimited else _("no source says until when")
    return ""


def history_in_words(life: Life) -> str:
    """How it came to bind still: renewed, amended; and whether the day it began is sure."""
    parts = []
    if number := life.renewals:
        parts.append(ngettext("renewed by %(n)s paper", "renewed by %(n)s papers", number) % {"n": number})
    if number := life.tacit_renewals:
        parts.append(ngettext("renewed tacitly %(n)s time", "renewed tacitly %(n)s times", number) % {"n": number})
    if number := len(life.course.amended_by):
        parts.append(ngettext("amended by %(n)s paper", "amended by %(n)s papers", number) % {"n": number})
    if life.binds and not life.sure:
        parts.append(_("perhaps only later in the time that sources give"))
    return ", ".join(parts)


def deadline_in_words(life: Life) -> str:
    """What must happen by when; empty where nothing must, or nobody says."""
    deadline = life.deadline
    if deadline is None:
        return ""
    by = in_words(Edtf(str(deadline.by)))
    if deadline.must is Must.RENEW:
        return _("to be renewed by %(date)s, or it lapses") % {"date": by}
    return _("notice by %(date)s, or it goes on until %(end)s") % {
        "date": by,
        "end": in_words(Edtf(str(deadline.otherwise))),
    }
