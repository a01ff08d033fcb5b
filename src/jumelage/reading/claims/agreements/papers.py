"""The words for what is signed and for signing it. They are each language's `agreements.toml`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.twinnings.cues import cues
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.reading.lexicon import Lexicon, lexicon
from jumelage.vocabulary.edtf import Edtf, Precision
from jumelage.vocabulary.kinds import AgreementKind, TwinningKind

BONDS = {TwinningKind.SISTER: AgreementKind.TWINNING, TwinningKind.FRIENDSHIP: AgreementKind.FRIENDSHIP}
FARTHEST = 60
"""A word for signing or renewing says nothing of a date that stands further off."""
BEHIND = 12
"""A date so close behind the word for a paper is that of the paper: "the agreement of 2008"."""
TITLE = 24
COMMA = re.compile(r"[,，;；]")
COMMA_AS_FAR_AS = 25
TITLE_BEFORE = re.compile(r"《[^《》]*$")


@dataclass(frozen=True, slots=True)
class Paper:
    """What is signed, and where the word for it stands."""

    kind: AgreementKind
    start: int
    end: int
    title_start: int
    """Where its name begins, as far as that tells what it is about."""
    plural: bool
    taken_up: bool
    """It was named before; here stands only a word that takes it up."""
    known: bool
    """It was spoken of before, whatever it is called here."""
    signed_here: bool
    """The clause tells of its signing."""
    renewed: bool
    """It is called a renewed one: "a renewed agreement"."""


@dataclass(frozen=True, slots=True)
class Signing:
    """One signing of a paper; `earlier` is true for those only mentioned beside the one told of."""

    date: Edtf | None
    worked_out: str | None = None
    renewal: bool = False
    earlier: bool = False
    granted: bool = False
    """It stands whatever the clause denies: "the pact concluded in 2002 was never honoured"."""


def paper_in(text: AnnotatedText, clause: Clause, spoken_of: AgreementKind | None) -> Paper | None:
    """The paper that a clause is about; None where it is about none."""
    words = lexicon(clause.sentence.language, "agreements")
    span = (clause.start, clause.end)
    names = [(m.start, m.end) for m in text.mentions_in(span)]
    signs = words["sign"].search(text.text, *span) is not None
    renews = words["renewed"].search(text.text, *span) is not None
    concludes = words["conclude"].search(text.text, *span) is not None
    for kind, pattern in words.possible("kinds", text.text, *span):
        for match in pattern.finditer(text.text, *span):
            if not any(start <= match.start() < end for start, end in names):
                found = AgreementKind(kind)
                if found in (AgreementKind.COOPERATION, AgreementKind.OTHER) and _is_generic(text, clause, match):
                    found = bond_beside(text, clause) or found
                return _paper(text, clause, found, match, False, signs or renews or concludes)
    if signs:
        for kind, pattern in words.possible("bonds", text.text, *span):
            for match in pattern.finditer(text.text, *span):
                if not any(start <= match.start() < end for start, end in names):
                    return _paper(text, clause, AgreementKind(kind), match, False, True)
    if renews and not spoken_of and any(clause.start <= d.start < clause.end for d in text.dates_in(clause.sentence)):
        spoken_of = bond_beside(text, clause)  # a bond is renewed by signing for it again
    if spoken_of and (signs or renews):
        patterns = (words["again"], words["sign"], words["renewed"])
        if again := next((m for p in patterns if (m := p.search(text.text, *span))), None):
            return _paper(text, clause, spoken_of, again, True, True)
    return None


def _is_generic(text: AnnotatedText, clause: Clause, noun: re.Match[str]) -> bool:
    """Whether a paper is only called "the agreement" or the like."""
    generic = lexicon(clause.sentence.language, "agreements")["generic"]
    return any(
        m.start() <= noun.start() and noun.end() <= m.end()
        for m in generic.finditer(text.text, clause.start, clause.end)
    )


def bond_beside(text: AnnotatedText, clause: Clause) -> AgreementKind | None:
    """The kind of bond the sentence, or the one before it in the paragraph, speaks of: what "the agreement" seals."""
    sentence = clause.sentence
    spans = [(sentence.start, sentence.end)]
    if sentence.index and text.sentences[sentence.index - 1].block == sentence.block:
        previous = text.sentences[sentence.index - 1]
        spans.append((previous.start, previous.end))
    for span in spans:
        for cue in cues(text, span, sentence.language):
            if not cue.loose and cue.kind in BONDS:
                return BONDS[cue.kind]
    return None


def _paper(
    text: AnnotatedText, clause: Clause, kind: AgreementKind, match: re.Match[str], taken_up: bool, signed_here: bool
) -> Paper:
    before = TITLE_BEFORE.search(text.text, clause.start, match.start())
    title_start = before.start() if before else max(clause.start, match.start() - TITLE)
    words = lexicon(clause.sentence.language, "agreements")
    renewals = list(words["renewed"].finditer(text.text, max(clause.start, match.start() - TITLE), match.start()))
    again = any(
        m.start() <= match.start() < m.end() for m in words["again"].finditer(text.text, clause.start, clause.end)
    )
    return Paper(
        kind,
        match.start(),
        match.end(),
        title_start,
        plural=_is_plural(match[0]),
        taken_up=taken_up,
        known=taken_up or again,
        signed_here=signed_here,
        renewed=bool(renewals) and not taken_up,
    )


def _is_plural(noun: str) -> bool:
    return noun.split()[0].endswith(("s", "en", "a", "äge", "ägen")) and len(noun) > 4


def signings(text: AnnotatedText, clause: Clause, paper: Paper) -> list[Signing]:
    """The signings of a paper that a clause tells of: one for each date that says so, or one without a date."""
    words = lexicon(clause.sentence.language, "agreements")
    found: list[Signing] = []
    for date in text.dates_in(clause.sentence):
        if clause.start <= date.start < clause.end and _may_be_signing(date):
            meaning = _meaning(text, clause, words, date, paper)
            if meaning:
                renewal = meaning == "renewed" or (meaning == "signed" and paper.renewed)
                granted = meaning == "earlier" or _is_granted(text, words, date, paper)
                found.append(Signing(date.date, date.worked_out, renewal, meaning == "earlier", granted))
    if found:
        return _in_their_order(found)
    if not paper.signed_here:
        return []
    return [Signing(None, renewal=words["renewed"].search(text.text, clause.start, clause.end) is not None)]


def _in_their_order(found: Sequence[Signing]) -> list[Signing]:
    """The signings of one paper: the first makes it, a later one renews it ("signed in 1990 and again in 2010")."""
    first = min((str(s.date) for s in found if not (s.renewal or s.earlier)), default="")
    return [replace(s, renewal=s.renewal or (not s.earlier and str(s.date) > first)) for s in found]


def _is_granted(text: AnnotatedText, words: Lexicon, date: DateMention, paper: Paper) -> bool:
    between = text.text[paper.end : date.start].strip() if paper.end < date.start <= paper.end + 2 * BEHIND else ""
    return any(words[name].match(between) for name in ("sign", "conclude")) and "," not in between


def _may_be_signing(date: DateMention) -> bool:
    return (
        date.kind is MentionKind.POINT
        and date.date is not None
        and date.role is not DateRole.UNTIL
        and not (
            date.date.precision is Precision.INTERVAL and date.date.text[:4] != date.date.text.partition("/")[2][:4]
        )
    )


def _meaning(text: AnnotatedText, clause: Clause, words: Lexicon, date: DateMention, paper: Paper) -> str:
    """signed or renewed, by the nearest word that says so; earlier, where the date only tells which paper is meant."""
    before = text.text[max(clause.start, date.start - BEHIND) : date.start]
    if any(m.end() >= len(before.rstrip()) for m in words["predecessor"].finditer(before)):
        return "earlier"
    if date.role is DateRole.SINCE:
        return (
            "earlier"
            if 0 <= paper.start - date.end <= FARTHEST and "," not in text.text[date.end : paper.start]
            else ""
        )
    behind = text.text[paper.end : date.start]
    if 0 <= date.start - paper.end <= BEHIND and words["of_date"].fullmatch(behind.strip()):
        return "earlier"
    told = list(_distances(text, clause, words, date))
    if 0 <= date.start - paper.end <= BEHIND and "," not in behind and paper.signed_here and not paper.taken_up:
        told.append((len(behind), "signed"))
    distance, meaning = min(told, default=(FARTHEST, ""))
    return meaning if distance < FARTHEST else ""


def _distances(text: AnnotatedText, clause: Clause, words: Lexicon, date: DateMention) -> Iterator[tuple[int, str]]:
    for meaning, names in (("renewed", ("renewed",)), ("signed", ("sign", "conclude", "first"))):
        for name in names:
            for match in words[name].finditer(text.text, clause.start, clause.end):
                start, end = sorted((match.span(), (date.start, date.end)))
                between = text.text[start[1] : end[0]]
                yield len(between) + COMMA_AS_FAR_AS * len(COMMA.findall(between)), meaning
