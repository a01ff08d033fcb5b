"""Who stands with whom in a sentence: names joined into sides, and sides into couples.

The words that tie names together ("with", "between", "und", 与) are each language's `parties.toml`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.dates import DateMention
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, Lexicon, lexicon
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

HEIGHT = {level: height for height, level in enumerate(reversed(PlaceLevel))}
BRACKETS = re.compile(r"[(（\[][^()（）\[\]]{0,80}(?:[)）\]]|$)")
POSSESSIVE = re.compile(r"^['’]s?(?=\s|$)")
ALIAS = re.compile(r"^\s*/\s*[\w-]+(?=\W|$)")
DATE = "\x01"
"""Stands in a gap for each character of a date."""
DASH = re.compile(r"\s?[-–—·/]\s?|\s[-–—]+\s")
LONGEST_INTRODUCTION = 5

Acceptance = Callable[[Entity], bool]
Span = tuple[int, int]


class Role(StrEnum):
    """The part a side plays, told by the word before it."""

    PLAIN = "plain"
    WITH = "with"
    BETWEEN = "between"
    WHERE = "where"
    OF = "of"


@dataclass(frozen=True, slots=True)
class Side:
    """Names that are joined by "and" and play one part."""

    members: tuple[Mention, ...]
    role: Role
    relative: bool = False
    """It follows "with which": what it is tied to stands before that."""

    @property
    def start(self) -> int:
        return self.members[0].start

    @property
    def end(self) -> int:
        return self.members[-1].end

    @property
    def entities(self) -> tuple[EntityId, ...]:
        return tuple(dict.fromkeys(m.entity for m in self.members))


def is_place(entity: Entity) -> bool:
    """A place that can be twinned or sign: any but a country."""
    return entity.type is EntityType.PLACE and entity.level is not PlaceLevel.COUNTRY


def is_organisation(entity: Entity) -> bool:
    return entity.type is EntityType.ORGANISATION


def is_party(entity: Entity) -> bool:
    return is_place(entity) or is_organisation(entity)


def sides(text: AnnotatedText, sentence: Sentence, span: Span, accepts: Acceptance = is_party) -> list[Side]:
    """The sides in a stretch of a sentence, in their order."""
    words = lexicon(sentence.language, "parties")
    found: list[Side] = []
    last_end = span[0]
    for mention in named(text, sentence, span, accepts):
        gap = _gap(text, sentence, last_end, mention.start)
        role, relative = _introduction(gap, words, sentence.language)
        if found and (joined := _joined(found[-1], mention, gap, role, words)):
            found[-1] = joined
        else:
            found.append(Side((mention,), role, relative))
        last_end = mention.end
    return found


def named(text: AnnotatedText, sentence: Sentence, span: Span, accepts: Acceptance = is_party) -> list[Mention]:
    """The mentions of possible parties; what only says where another one lies is left out."""
    words = lexicon(sentence.language, "parties")
    kept: list[Mention] = []
    everything = text.mentions_in(span, EntityType.PLACE, EntityType.ORGANISATION)
    for index, mention in enumerate(everything):
        if not accepts(text.entity(mention)):
            continue
        following = everything[index + 1] if index + 1 < len(everything) else None
        if (
            following
            and mention.reference
            and not following.reference
            and _is_its_name(text, mention, following, words)
        ):
            continue
        if (
            following
            and text.text[mention.end : following.start].strip("·") == ""
            and _contains(text, mention, following)
        ):
            continue
        if kept and (_explains(text, kept[-1], mention, sentence.language) or _repeats(text, kept[-1], mention)):
            continue
        kept.append(mention)
    return kept


def couples(found: Sequence[Side]) -> list[tuple[EntityId, EntityId]]:
    """Each of a side with each of the next: all ties of "A and B with C"; of one side alone, each with each."""
    if len(found) == 1:
        return list(combinations(found[0].entities, 2))
    return [(a, b) for a in found[0].entities for b in found[1].entities if a != b]


def _joined(side: Side, mention: Mention, gap: str, role: Role, words: Lexicon) -> Side | None:
    """The side with one more member, where only "and", a comma or a dash stands between; a date stands before these."""
    between = _without_filler(gap, words)
    joint = rf"[\s{DATE}]*(?:[,、;]+\s*(?:{words['and'].pattern})?|(?:{words['and'].pattern}))[\s,]*"
    again = role is side.role is Role.WITH and re.fullmatch(
        f"{joint}(?:{words['with'].pattern})", between, re.IGNORECASE
    )
    together = re.fullmatch(joint, between, re.IGNORECASE) and not (side.role is Role.WHERE and between.strip() == ",")
    if DASH.fullmatch(gap) or again or together:
        return Side((*side.members, mention), side.role, side.relative)
    return None


def _introduction(gap: str, words: Lexicon, language: str) -> tuple[Role, bool]:
    """The role that the words before a name give it."""
    bare = _without_filler(gap, words)
    for role in (Role.BETWEEN, Role.WITH, Role.WHERE, Role.OF):
        for match in words[role.value].finditer(bare):
            if match.end() == len(bare.rstrip()):
                return role, False
    if language in WITHOUT_WORD_BOUNDARIES:
        return Role.PLAIN, False
    for role in (Role.BETWEEN, Role.WITH):
        for match in words[role.value].finditer(bare):
            rest = bare[match.end() :]
            if len(rest.split()) <= LONGEST_INTRODUCTION and not re.search(r"[,;:.\d]", rest):
                return role, bool(words["relative"].search(gap[-40:]))
    return Role.PLAIN, False


def _without_filler(gap: str, words: Lexicon) -> str:
    """A gap without what may stand before a name and changes nothing: "the Chinese city of"."""
    bare = gap.rstrip()
    while True:
        for match in words["filler"].finditer(bare, max(0, len(bare) - 24)):
            if match.end() == len(bare):
                bare = bare[: match.start()].rstrip()
                break
        else:
            return bare


def _gap(text: AnnotatedText, sentence: Sentence, start: int, end: int) -> str:
    """What stands between two names, without brackets, dates and names that are no parties."""
    gap = list(text.text[start:end])
    blanks: list[Mention | DateMention] = [*text.mentions_in((start, end)), *text.dates_in(sentence)]
    for blank in blanks:
        if start <= blank.start and blank.end <= end:
            filled = " " if isinstance(blank, Mention) else DATE
            gap[blank.start - start : blank.end - start] = filled * (blank.end - blank.start)
    return ALIAS.sub("", POSSESSIVE.sub("", BRACKETS.sub("", "".join(gap)), count=1))


def _explains(text: AnnotatedText, name: Mention, other: Mention, language: str) -> bool:
    """Whether `other` only says where `name` lies: "Hakone (Kanagawa)", "Mol, Antwerp", "Towada in Aomori"."""
    between = text.text[name.end : other.start]
    if not _contains(text, other, name):
        return False
    if re.match(r"\s*[(（\[]", between) and not re.search(r"[)）\]]", between):
        return True
    words = lexicon(language, "parties")
    role, _ = _introduction(between, words, language)
    return _without_filler(between, words).strip() == "," or (
        role is Role.WHERE and len(between.split()) <= LONGEST_INTRODUCTION
    )


def _repeats(text: AnnotatedText, name: Mention, other: Mention) -> bool:
    between = text.text[name.end : other.start]
    bracketed = re.match(r"\s*[(（]", between) and not re.search(r"[)）]", between)
    return name.entity == other.entity and bool(bracketed or re.fullmatch(r"\W*", between))


def _is_its_name(text: AnnotatedText, reference: Mention, name: Mention, words: Lexicon) -> bool:
    """Whether a name follows that says what "the city" is: "the French city of Lyon"."""
    between = text.text[reference.end : name.start]
    return reference.type is name.type and not _without_filler(between, words).strip()


def _contains(text: AnnotatedText, outer: Mention, inner: Mention) -> bool:
    a, b = text.entity(outer), text.entity(inner)
    if a.type is not EntityType.PLACE or a.level is None:
        return False
    if b.type is EntityType.ORGANISATION:
        return b.place == outer.entity
    return b.level is not None and HEIGHT[a.level] > HEIGHT[b.level] and (not a.country or a.country == b.country)
