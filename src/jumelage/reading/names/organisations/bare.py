"""Finds names of organisations that have no head word: acronyms, and runs of capitals told by what stands around them.

They weigh little, so that places and persons of that name win; only the word for a trade right before a name ("chip
maker X", "der Autozulieferer X") says plainly that a company is meant.
"""

import re
from collections.abc import Container, Iterator, Sequence

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.lexicon import Lexicon, lexicon, words_of
from jumelage.reading.names.named import Named
from jumelage.reading.names.organisations.capitals import BEGIN, NOUNS_CAPITALISED, WORD, end_of_place_at, named
from jumelage.reading.names.place_hits import place_hits
from jumelage.reading.names.words import WordKind, words
from jumelage.reading.text.sentences import Sentence

ACRONYM = re.compile(rf"{BEGIN}[A-ZÀ-Þ](?:[A-ZÀ-Þ&]|[a-z](?=[A-Z-]))[A-ZÀ-Þa-z&-]*[A-ZÀ-Þ](?!\w)")
RUN = re.compile(rf"{BEGIN}{WORD}(?:\s+(?:&\s+)?{WORD}){{0,4}}")
RUN_AFTER = re.compile(rf"""\s+["“„«]?\s?(?P<name>{WORD}(?:\s+(?:&\s+)?{WORD}){{0,4}})""")
RUN_BEFORE = re.compile(rf"{BEGIN}(?P<name>{WORD}(?:\s+(?:&\s+)?{WORD}){{0,4}})(?:,|['’]s)\s$")
TO_A_PLACE = re.compile(r"\s(?:\(|in )")
LONGEST_RUN = 60
ACRONYMIC, BARE, OF_A_TRADE = 0.8, 0.3, 1.1
WITH_PLACE = 1.2
"""A name that ends in that of a place, as "POM Antwerp"; it has to weigh more than the place by itself."""


def find_bare(text: AnnotatedText, sentence: Sentence, places: Sequence[Named]) -> Iterator[Named]:
    """The names in a sentence that have no head word."""
    terms = lexicon(sentence.language, "organisations")
    yield from _acronyms(sentence, terms, places)
    yield from _of_a_trade(sentence, terms, places)
    if sentence.language not in NOUNS_CAPITALISED:
        adjectives = {h.start for h in place_hits(text)[sentence.index] if h.adjective}
        yield from _by_what_is_around(sentence, terms, places, adjectives)


def _acronyms(sentence: Sentence, terms: Lexicon, places: Sequence[Named]) -> Iterator[Named]:
    if sentence.text.isupper():
        return
    for match in ACRONYM.finditer(sentence.text):
        in_compound = sentence.text[match.end() : match.end() + 1] == "-"
        if in_compound and not terms["behind_acronyms"].match(sentence.text, match.end() + 1):
            continue
        if not terms["no_acronyms"].fullmatch(match[0]):
            place_end = end_of_place_at(sentence, match.end() + 1, places)
            yield named(sentence, (match.start(), place_end or match.end()), WITH_PLACE if place_end else ACRONYMIC)


def _of_a_trade(sentence: Sentence, terms: Lexicon, places: Sequence[Named]) -> Iterator[Named]:
    """What stands behind the word for a trade, or before ", a company from …" or "'s factory"."""
    text = sentence.text
    for match in terms["trades"].finditer(text):
        run = RUN_AFTER.match(text, match.end())
        if run and (end := _end_of_name(sentence, run, terms)):
            yield named(sentence, (run.start("name"), end), OF_A_TRADE, "company")
    for match in terms["after_a_name"].finditer(text):
        run = RUN_BEFORE.search(text, max(0, match.start() - LONGEST_RUN), match.start())
        end = _end_of_name(sentence, run, terms) if run else None
        if run and end == run.end("name") and not end_of_place_at(sentence, run.start(), places):
            yield named(sentence, (run.start("name"), end), OF_A_TRADE, "company")


def _end_of_name(sentence: Sentence, run: re.Match[str], terms: Lexicon) -> int | None:
    """Where a run of capitals ends that is a name; None where its first word already is no part of one."""
    end = None
    nouns = {w.start for w in words(sentence.text, sentence.language) if w.kind is WordKind.NOUN}
    for word in re.finditer(WORD, run["name"]):
        start = run.start("name") + word.start()
        plain_noun = start in nouns and terms["no_apposition"].fullmatch(word[0])
        article = terms["articles"].fullmatch(word[0])
        if plain_noun or (terms["no_part"].fullmatch(word[0]) and not article):
            break
        if not article:
            end = run.start("name") + word.end()
    return end


def _by_what_is_around(
    sentence: Sentence, terms: Lexicon, places: Sequence[Named], adjectives: Container[int]
) -> Iterator[Named]:
    """Runs that end in a place, stand before one ("X in Hoboken"), or behind such words as "visited"."""
    text = sentence.text
    led_to = {m.end() + 1 for m in terms["before_a_name"].finditer(text)}
    for match in RUN.finditer(text, 1):
        ends_in_place = any(
            p.end == sentence.start + match.end() and p.start > sentence.start + match.start() for p in places
        )
        after = TO_A_PLACE.match(text, match.end())
        beside_place = after is not None and end_of_place_at(sentence, after.end(), places) is not None
        if not ends_in_place and not beside_place and match.start() not in led_to:
            continue
        if match.start() not in adjectives and not _are_other_words(match[0], sentence.language, terms):
            yield named(sentence, match.span(), WITH_PLACE if ends_in_place else BARE)


def _are_other_words(run: str, language: str, terms: Lexicon) -> bool:
    """Whether a run of capitals is no name: it begins with a small word's capital, or consists of the field's words."""
    if terms["no_part"].fullmatch(run.split()[0]) or terms["no_names"].search(run):
        return True
    return all(word.casefold() in words_of(language) for word in run.split())
