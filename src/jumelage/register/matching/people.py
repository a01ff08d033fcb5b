"""Persons whose names are not quite the same, but who hold a post at the same place or organisation."""

from collections.abc import Iterable, Mapping
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein

from jumelage.register.keys import key_of
from jumelage.register.matching.sameness import Sameness, different, doubtful
from jumelage.register.models import NameForm, Value
from jumelage.vocabulary.names import Script, script_of

MOST_LETTERS_APART = 2
SHORTEST_SURNAME = 4


class Colleagues:
    """Everybody in the register who holds or held a post at any of the given organisations or places."""

    def __init__(self, employers: Iterable[int]) -> None:
        posts = Value.objects.current().filter(record__kind="post", field="of", entity__in=set(employers)).order_by()
        employer_of = dict(posts.values_list("record_id", "entity_id"))
        holders = Value.objects.current().filter(record__in=employer_of, field="person").order_by()
        self.at: dict[int, set[int]] = {}
        for post, person in holders.values_list("record_id", "entity_id"):
            if person and (employer := employer_of[post]):
                self.at.setdefault(employer, set()).add(person)
        everybody = set[int]().union(*self.at.values())
        self.names: dict[int, list[str]] = {person: [] for person in everybody}
        forms = NameForm.objects.filter(entity__in=everybody, value__current=True).order_by("pk")
        for person, text in forms.values_list("entity_id", "text"):
            self.names[person].append(text)

    def alike(self, names: Iterable[str], employer: int) -> Mapping[int, Sameness]:
        """Those at the employer who may be the person of these names."""
        wanted = tuple(names)
        compared = {person: compare(wanted, self.names[person]) for person in sorted(self.at.get(employer, ()))}
        return {person: sameness for person, sameness in compared.items() if sameness.outcome == "doubtful"}


def compare(names: Iterable[str], others: Iterable[str]) -> Sameness:
    """Two persons with a post at the same organisation or place, by the forms of their names in letters."""
    for name, other in product(_in_letters(names), _in_letters(others)):
        surname, other_surname = key_of(name.split()[-1]), key_of(other.split()[-1])
        if min(len(surname), len(other_surname)) < SHORTEST_SURNAME:
            continue
        if surname == other_surname and 1 in (len(name.split()), len(other.split())):
            return doubtful(f"both hold a post there; {name} may be {other}")
        apart = DamerauLevenshtein.distance(key_of(name), key_of(other), score_cutoff=MOST_LETTERS_APART)
        if apart <= MOST_LETTERS_APART:
            letters = "no letter" if not apart else "one letter" if apart == 1 else f"{apart} letters"
            return doubtful(f"both hold a post there; {name} and {other} are {letters} apart")
    return different("other names")


def _in_letters(names: Iterable[str]) -> list[str]:
    return [name for name in names if name.split() and script_of(name) is Script.LATIN]
