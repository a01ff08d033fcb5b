"""Finds agreements: texts that were signed or are yet to be.

`papers` knows the words for what is signed and for signing, `binding` tells whom an agreement binds and who signed it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.agreements.binding import Undersigned, place_of_signing, signatories, undersigned
from jumelage.reading.claims.agreements.papers import Paper, Signing, paper_in, signings
from jumelage.reading.claims.clauses import Clause, Standing, clauses, standing
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.scene import WHEN, date_of_the_scene, is_a_point
from jumelage.reading.claims.topics import topics
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.blocks import Block, BlockKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Agreement, Ids, Topics
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.kinds import AgreementKind

__all__ = ["find_agreements"]

SAID_IN_FULL, TAKEN_UP, GUESSED = 0.9, 0.75, 0.55
"""How sure an agreement is whose paper and parties are named, whose paper or parties were named before, or both."""


@dataclass(slots=True)
class Spoken:
    """The agreement last spoken of: what "the text" or "it" takes up."""

    kind: AgreementKind
    parties: Ids
    sentence: Sentence
    renewal: bool

    @property
    def block(self) -> Block:
        return self.sentence.block


def find_agreements(text: AnnotatedText) -> Iterator[Agreement]:
    """The agreements that a text asserts or says to be planned."""
    focus = Focus(text)
    spoken: Spoken | None = None
    for sentence in text.sentences:
        for clause in clauses(sentence):
            here = spoken if spoken and spoken.block == sentence.block else None
            paper = paper_in(text, clause, here.kind if here else None)
            if paper is None:
                continue
            bound = undersigned(text, focus, clause, paper)
            parties = bound.parties or (here.parties if here else ())
            acts = signings(text, clause, paper) or _just_told(text, clause, paper, here)
            if here and here.sentence == sentence and here.renewal and paper.taken_up:
                acts = [replace(act, renewal=True) for act in acts]
            if parties:
                spoken = Spoken(paper.kind, parties, sentence, paper.renewed)
            if sentence.block.kind is BlockKind.HEADING and bound.taken_up:
                continue
            yield from _signed(text, clause, paper, bound, parties, acts)


def _just_told(text: AnnotatedText, clause: Clause, paper: Paper, here: Spoken | None) -> list[Signing]:
    """The signing that the sentence before told of in other words: "the tie was made in May. This memorandum …"."""
    this = lexicon(clause.sentence.language, "agreements")["this"].search(text.text, clause.start, paper.start)
    if not this or (here and here.kind is paper.kind) or text.text[this.end() : paper.start].strip():
        return []
    return [Signing(None)]


def _signed(
    text: AnnotatedText, clause: Clause, paper: Paper, bound: Undersigned, parties: Ids, acts: list[Signing]
) -> Iterator[Agreement]:
    """The agreements that a clause tells of: one for each signing and each couple that signs apart."""
    how = standing(text, clause)
    if how is Standing.DENIED:
        acts = [act for act in acts if act.granted]
    if bound.apart and acts:
        acts = _one_for_each(text, clause, acts, len(bound.apart))
    if bound.apart and len(acts) == len(bound.apart):
        for couple, act in zip(bound.apart, acts, strict=True):
            yield _agreement(text, clause, paper, couple, act, how, bound.taken_up)
        return
    for together in bound.apart or (parties,):
        for act in acts:
            if len(together) > 1:
                yield _agreement(text, clause, paper, together, act, how, bound.taken_up)


def _agreement(
    text: AnnotatedText, clause: Clause, paper: Paper, parties: Ids, act: Signing, how: Standing, taken_up: bool
) -> Agreement:
    past = act.earlier or _is_past(text, act)
    planned = how is Standing.PLANNED and not past
    signed, found_how = act.date, act.worked_out
    if signed is None and not planned:
        signed, found_how = _date_just_named(text, clause) or date_of_the_scene(text, clause), WHEN
    return Agreement(
        kind=paper.kind,
        parties=parties,
        signed=signed,
        signatories=() if act.earlier else signatories(text, clause),
        signed_at=None if act.earlier else place_of_signing(text, clause),
        renewal=act.renewal,
        planned=planned,
        fields=() if act.earlier else _fields(text, clause, paper),
        evidence=(text.passage(clause.sentence),),
        confidence=GUESSED if taken_up and paper.taken_up else TAKEN_UP if taken_up or paper.taken_up else SAID_IN_FULL,
        worked_out={"signed": found_how} if signed and found_how else {},
    )


def _one_for_each(text: AnnotatedText, clause: Clause, acts: list[Signing], couples: int) -> list[Signing]:
    """The signings, where each couple has a date of its own: "with A in 1996, with B in 2008 and with C in 2016"."""
    dates = [d for d in text.dates_in(clause.sentence) if clause.start <= d.start < clause.end and is_a_point(d)]
    if len(dates) != couples:
        return acts
    return [replace(acts[0], date=d.date, worked_out=d.worked_out) for d in dates]


def _is_past(text: AnnotatedText, act: Signing) -> bool:
    """Whether a signing lies before the document, whatever else the clause says is to come."""
    signed, today = act.date and act.date.latest, text.published and text.published.earliest
    return bool(signed and today and signed < today)


def _date_just_named(text: AnnotatedText, clause: Clause) -> Edtf | None:
    """The date behind which a clause begins with "when": "goes back to 1983, when an agreement was signed"."""
    if not lexicon(clause.sentence.language, "agreements")["when"].match(text.text, clause.start):
        return None
    before = [d for d in text.dates_in(clause.sentence) if d.end <= clause.start]
    return before[-1].date if before and not text.text[before[-1].end : clause.start].strip(" ,，") else None


def _fields(text: AnnotatedText, clause: Clause, paper: Paper) -> Topics:
    """What the agreement covers, by what its name says and what is said of it in the sentence and the two after it."""
    sentence = clause.sentence
    words = lexicon(sentence.language, "agreements")
    found = list(topics(text, (paper.title_start, paper.end), sentence.language))
    if words["covers"].search(text.text, paper.end, sentence.end):
        found += topics(text, (paper.end, sentence.end), sentence.language)
    for following in text.sentences[sentence.index + 1 : sentence.index + 3]:
        if following.block != sentence.block or paper.known:
            break
        takes_up = words["again"].search(following.text) and words["covers"].search(following.text)
        if takes_up and not words["sign"].search(following.text):
            found += topics(text, (following.start, following.end), following.language)
    return tuple(dict.fromkeys(found))
