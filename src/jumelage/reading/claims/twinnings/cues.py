"""The words for a bond, and what they say of it. They are each language's `twinnings.toml`."""

from collections.abc import Iterator
from dataclasses import dataclass

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.parties import Acceptance, is_organisation, is_party, is_place
from jumelage.reading.lexicon import lexicon
from jumelage.vocabulary.kinds import TwinningKind

SORTS: dict[str, Acceptance] = {"places": is_place, "alike": is_organisation, "either": is_party, "loose": is_party}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word for a bond. `sort` is the table it stands in: what it is said of."""

    start: int
    end: int
    sort: str
    kind: TwinningKind
    taken_up: bool = False
    """It only takes up the bond told of before: "another one", "the youngest", "it"."""

    @property
    def loose(self) -> bool:
        return self.sort == "loose"

    @property
    def accepts(self) -> Acceptance:
        return SORTS[self.sort]


def cues(text: AnnotatedText, span: tuple[int, int], language: str, *, in_heading: bool = False) -> list[Cue]:
    """The cues in a stretch of text; of overlapping ones the longest, and none that begins or ends with a name.

    In a heading "sister city programme" or 友城名单 speaks of the bonds themselves.
    """
    names = [(m.start, m.end) for m in text.mentions_in(span)]
    kept: list[Cue] = []
    for cue in sorted(_all(text, span, language, in_heading), key=lambda c: (c.loose, c.start - c.end, c.start)):
        apart = all(cue.end <= c.start or c.end <= cue.start for c in kept)
        if apart and all(
            cue.end <= start or end <= cue.start or cue.start < start < cue.end < end for start, end in names
        ):
            kept.append(cue)
    return sorted(kept, key=lambda c: c.start)


def taken_up(text: AnnotatedText, span: tuple[int, int], language: str, told: Cue) -> Cue | None:
    """The word in a stretch of text that takes up a bond told of before; None where there is none."""
    names = [(m.start, m.end) for m in text.mentions_in(span)]
    for match in lexicon(language, "twinnings")["again"].finditer(text.text, *span):
        if all(match.end() <= start or end <= match.start() for start, end in names):
            return Cue(match.start(), match.end(), told.sort, told.kind, taken_up=True)
    return None


def _all(text: AnnotatedText, span: tuple[int, int], language: str, in_heading: bool) -> Iterator[Cue]:
    words = lexicon(language, "twinnings")
    for sort in SORTS:
        for kind, pattern in words.possible(sort, text.text, *span):
            for match in pattern.finditer(text.text, *span):
                if in_heading or not words["not_before"].match(text.text, _next_word(text.text, match.end())):
                    yield Cue(match.start(), match.end(), sort, TwinningKind(kind))


def _next_word(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " -":
        offset += 1
    return offset
