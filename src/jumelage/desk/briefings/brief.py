"""The brief for the principal: on a twinning, an organisation or a person, before a visit, a call or a signing."""

from django.utils.translation import gettext as _

from jumelage.briefings import Block, Heading
from jumelage.desk.addresses import SLUGS
from jumelage.desk.briefings.asked import Asked
from jumelage.desk.briefings.parts import TwinningParts, began
from jumelage.desk.briefings.quoting import facts_of, listed
from jumelage.desk.briefings.who import posts_held, who_is_who
from jumelage.desk.words import KINDS
from jumelage.register.models import Entity, Twinning
from jumelage.register.queries import glances_of, referring_to

MOST = 15
"""Records of one kind that a brief on an organisation or a person tells of, the latest ones."""


def brief(asked: Asked) -> list[Block]:
    match asked.glance.details:
        case Twinning() as twinning:
            return _on_twinning(TwinningParts(twinning, asked.day, asked.quoting), asked)
        case Entity() as entity:
            return _on_entity(entity, asked)
    return [facts_of(asked.glance.record, asked.quoting)]


def _on_twinning(parts: TwinningParts, asked: Asked) -> list[Block]:
    return [
        facts_of(asked.glance.record, asked.quoting),
        *parts.history(),
        *parts.in_force(),
        *parts.people(),
        *parts.meetings(),
        *parts.promises(),
        *parts.sensitive(),
        *parts.map(),
    ]


def _on_entity(entity: Entity, asked: Asked) -> list[Block]:
    """What the register says of a place, an organisation or a person, and all that speaks of it, the latest first."""
    speaking = referring_to(entity)
    glances = glances_of((pk for of_kind in speaking.values() for pk in of_kind), asked.quoting.language)
    posts = posts_held((glance for glance in glances.values() if glance.record.kind == "post"), asked.day)
    blocks: list[Block] = [facts_of(asked.glance.record, asked.quoting)]
    blocks += [Heading(_("Who is who now")), who_is_who(posts, asked.quoting)]
    for kind in SLUGS:
        of_kind = [glances[pk] for pk in speaking.get(kind, ()) if pk in glances and kind != "post"]
        if of_kind:
            latest = sorted(of_kind, key=began, reverse=True)[:MOST]
            blocks += [Heading(str(KINDS[kind])), listed(asked.quoting.told(latest), "")]
    return blocks
