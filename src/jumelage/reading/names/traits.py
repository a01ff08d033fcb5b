"""What names that may be one entity's have in common, so that each name is compared with few others.

Two names that `same_person` or `same_organisation` takes for one share a trait, or one sounds as the other is written;
most names that do so are different all the same.
"""

import re

from jumelage.reading.han import simplified
from jumelage.reading.names.organisation_variants import SMALL_WORDS
from jumelage.reading.names.person_variants import DOT, TOKEN
from jumelage.reading.names.persons.given import readings
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import Script, folded, script_of

SHORTEST_PART = 4
"""A part in the middle of a name with fewer letters ("van") is no trait by itself."""
ENDS = 4
"""Long names that are alike but for spelling are so in their first or their last letters."""
WORD = re.compile(r"[^\W\d_]+")


def traits(name: str, kind: EntityType) -> set[str]:
    """The traits of the name of a person or an organisation."""
    found = _of_person(name) if kind is EntityType.PERSON else _of_organisation(name)
    return {f"whole {folded(name)}", *found}


def sounds(name: str, kind: EntityType) -> set[str]:
    """The letters that a person's name may begin with in Latin script, surname or given name first."""
    if kind is not EntityType.PERSON:
        return set()
    if script_of(name) is Script.HAN:
        return {reading[0] for reading in readings().get(simplified(name[0]), ())}
    return {token[0] for token in _tokens(name)[:2]}


def _of_person(name: str) -> set[str]:
    """Parts of the name, and how the surname begins and ends."""
    if script_of(name) is Script.HAN:
        return {f"han {part[0]}" for part in DOT.split(simplified(name)) if part}
    tokens = _tokens(name)
    if not tokens:
        return set()
    first, last = tokens[0], tokens[-1]
    parts = {f"part {token}" for token in tokens if len(token) >= SHORTEST_PART or token in (first, last)}
    return {*parts, f"begins {' '.join(tokens[:2])}", f"surname {last[:2]}", f"surname {last[0]}~{last[-1]}"}


def _of_organisation(name: str) -> set[str]:
    """Its last word, its first and last letters, its initials, and itself where it may be an acronym."""
    whole, words = folded(name), WORD.findall(name)
    initials = "".join(word[0] for word in words).casefold()
    great_initials = "".join(word[0] for word in words if not SMALL_WORDS.fullmatch(word)).casefold()
    acronym = re.sub(r"[^A-Za-z]", "", name).casefold() if " " not in name else initials
    ends = {f"begins {whole[:ENDS]}", f"ends {whole[-ENDS:]}"}
    return {*ends, *(f"initials {letters}" for letters in (initials, great_initials, acronym))}


def _tokens(name: str) -> list[str]:
    return [token for token in map(folded, TOKEN.findall(name)) if token]
