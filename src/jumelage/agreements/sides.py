"""What is meant by the name of a place when one asks for its papers: the place, and what belongs to it."""

from collections.abc import Iterable, Sequence

from jumelage.reading.gazetteer import gazetteer
from jumelage.register.keys import key_of
from jumelage.register.models import SHOWN, Entity, NameForm, Value

Side = frozenset[int]
"""The entities that speak for a place: itself, the towns in it, and the organisations of these."""


class Unknown(LookupError):
    """No place or organisation in the register has this `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Nothing in the register is called “{name}”")
        self.name = name


def side_called(name: str) -> Side:
    """The places and organisations that bear the name in any language, with what is there. Raises `Unknown`."""
    forms = NameForm.objects.filter(value__current=True, entity__record__standing__in=SHOWN, folded=key_of(name))
    found = set(forms.exclude(entity__record__kind="person").values_list("entity", flat=True))
    if not key_of(name) or not found:
        raise Unknown(name)
    return _with_what_is_there(found)


def _with_what_is_there(named: Iterable[int]) -> Side:
    """With the towns that lie in a named province, and the organisations of all of these."""
    places = set(named) | _inside(named)
    located = Value.objects.current().filter(field="place", entity__in=places, record__kind="organisation")
    return frozenset(places | set(located.values_list("record", flat=True)))


def _inside(named: Iterable[int]) -> set[int]:
    """The places of the register that the gazetteer says lie in one of these."""
    around = dict(Entity.objects.filter(pk__in=set(named)).exclude(gazetteer="").values_list("gazetteer", "country"))
    near = Entity.objects.filter(country__in=set(around.values())).exclude(gazetteer="")
    world = gazetteer()
    return {pk for pk, key in near.values_list("pk", "gazetteer") if any(world.within(key, outer) for outer in around)}


def records_between(sides: Sequence[Side]) -> set[int]:
    """The shown records that refer to somebody on every side, in whatever field; none where no side is named."""
    values = Value.objects.current().filter(record__standing__in=SHOWN)
    of_sides = [set(values.filter(entity__in=side).values_list("record", flat=True)) for side in sides]
    return set.intersection(*of_sides) if of_sides else set()


def touching(sides: Sequence[Side], kinds: Iterable[str]) -> set[int] | None:
    """The shown records of these kinds whose parties are on every side; None where no side was named."""
    if not sides:
        return None
    parties = Value.objects.current().filter(
        field="parties", record__kind__in=list(kinds), record__standing__in=SHOWN, record__merged_into=None
    )
    of_sides = (set(parties.filter(entity__in=side).values_list("record", flat=True)) for side in sides)
    return set.intersection(*of_sides)
