"""Who is who: posts held on a day, with all names that their holders go by."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from jumelage.briefings import Block
from jumelage.desk.addresses import record_address
from jumelage.desk.briefings.quoting import Quoting, address_of, tabled
from jumelage.desk.cells import entities
from jumelage.desk.statements import Source, first_sources
from jumelage.register.models import NameForm, Post
from jumelage.register.queries import Glance, sheets_of
from jumelage.vocabulary.names import NameOrder, script_of


def posts_held(posts: Iterable[Glance], day: date) -> list[Glance]:
    """Those that nobody calls former, and whose end is not known to lie before the day."""
    return [
        glance
        for glance in posts
        if isinstance(post := glance.details, Post)
        and not post.former
        and not (post.until_latest and post.until_latest < day)
    ]


def who_is_who(posts: Sequence[Glance], quoting: Quoting) -> Block:
    """A table: the name in the paper's language and in the other script, the post, and where it is held."""
    sheets = sheets_of(glance.record for glance in posts)
    said = {record: first_sources(sheet) for record, sheet in sheets.items()}
    posts = _once_each(posts, said, quoting.language)
    others = _in_other_scripts(
        {named.record: named.name for one in posts for named in one.references.get("person", ())}
    )
    rows = [
        [
            [quoting.run(" · ".join((named.name, *others[named.record])), record_address("person", named.record))],
            [quoting.run(getattr(glance.details, "title", ""), address_of(glance.record), said[glance.record.pk])],
            quoting.cell(entities(glance.references.get("of", ()))),
        ]
        for glance in posts
        for named in glance.references.get("person", ())
    ]
    return tabled([_("Name"), _("Post"), _("At")], rows, _("No post is on record."))


def _once_each(posts: Sequence[Glance], said: Mapping[int, Sequence[Source]], language: str) -> list[Glance]:
    """Of several words for what one person is at one place the one that a source in the language of the paper uses."""
    best: dict[tuple[int, ...], tuple[bool, int, Glance]] = {}
    for glance in posts:
        held = tuple(named.record for field in ("person", "of") for named in glance.references.get(field, ()))
        sources = said[glance.record.pk]
        rank = (any(source.language.startswith(language[:2]) for source in sources), len(sources), glance)
        if held not in best or rank[:2] > best[held][:2]:
            best[held] = rank
    return [glance for *_rank, glance in best.values()]


def _in_other_scripts(names: Mapping[int, str]) -> Mapping[int, list[str]]:
    """For each person the names in another script than the one shown, and what comes first where that is known."""
    found: dict[int, list[str]] = defaultdict(list)
    forms = NameForm.objects.filter(entity__in=set(names), value__current=True).order_by("-value__sources", "pk")
    for person, text, script, order in forms.values_list("entity", "text", "script", "order"):
        if script != script_of(names[person]) and not found[person]:
            found[person].append(text)
        if text == names[person] and order == NameOrder.SURNAME_FIRST:
            found[person].append(_("surname first"))
    return found
