"""Finds visits: who travelled to whom, who led, who came along, when, and what was seen.

The words around a name say whether it travels or receives (`visits.toml`); the order of the names says nothing. What
several sentences tell of one journey becomes one visit; a leg to another country becomes a visit of its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.counterparts import Counterparts, counterparts
from jumelage.reading.claims.evidence import evidence
from jumelage.reading.claims.phrases import Found, phrase_book
from jumelage.reading.claims.signs import PARTY, PERSON, PLACE, Seen, seen
from jumelage.reading.claims.subjects import subjects
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Visit
from jumelage.vocabulary.edtf import Edtf, Precision
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import PlaceLevel

ROLES = (
    ("visitor", PARTY),
    ("host", PARTY),
    ("head", (PERSON,)),
    ("companion", (PERSON,)),
    ("stop", PARTY),
)
OPENING = ("journeys", "receptions", "arrivals", "departures")
"""The lists of phrases each of which tells of a visit by itself."""
DATED = ("presence", "travellers")
"""The lists of phrases that tell of a visit where a date stands with them: a delegation from there, on that day."""
ADDING = (*DATED, "stops")
VERBS = {"moves": "visitor", "stays": "visitor", "receives": "host"}
"""The lists of verbs, and the part that their subject plays."""
VAGUE = (Precision.DECADE, Precision.YEAR)
"""Dates that make no visit of a delegation that is merely mentioned."""
OPPOSITE = {"visitor": ("host",), "host": ("visitor",)}
"""Roles that nobody plays at once; the phrase that says it in fewer words is believed."""
ENTRY_MARK = "10.2) "
"""The longest mark that an entry has before the name it is about."""
ENTRY_END = re.compile(r"\s*[.:：(（–—,，]")
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
FAR = 12
"""Sentences after which "the delegation" is no longer the one told of before."""
APART = timedelta(days=10)
"""Two dates further apart than this are not of one visit."""


@dataclass(slots=True)
class Told:
    """What one sentence, or what all sentences so far, tell of a visit."""

    sentences: list[Sentence]
    opens: bool
    refers: bool
    """It speaks of "the delegation", "the guests": those told of before."""
    to_come: bool
    """It is told as somebody's undertaking."""
    roles: dict[str, list[EntityId]] = field(default_factory=dict)
    start: Edtf | None = None
    end: Edtf | None = None
    worked_out: dict[str, str] = field(default_factory=dict)
    receives: bool = False
    """It is told of those who receive, not of those who travel."""
    inferred: bool = False
    """Who travels or who receives was not said."""
    led: bool = False
    """A word says who leads: "led by", 率."""

    @property
    def confidence(self) -> float:
        return 0.6 + 0.15 * (not self.inferred) + 0.1 * bool(self.who("head")) + 0.1 * (len(self.sentences) > 1)

    @property
    def names_both(self) -> bool:
        """Whether both those who travel and those who receive are named."""
        return bool(self.who("visitor", "head") and self.who("host"))

    @property
    def parties(self) -> list[EntityId]:
        return self.who("visitor", "head", "host")

    def who(self, *roles: str) -> list[EntityId]:
        return [e for role in roles for e in self.roles.get(role, ())]

    def add(self, role: str, entities: Iterable[EntityId]) -> None:
        known = self.roles.setdefault(role, [])
        known += [e for e in dict.fromkeys(entities) if e not in known]


def find_visits(text: AnnotatedText) -> Iterator[Visit]:
    """The visits that a text asserts; those that are yet to come are commitments."""
    for journey in journeys(text):
        if not journey.to_come:
            yield _claim(text, journey)


@lru_cache(maxsize=1)
def journeys(text: AnnotatedText) -> tuple[Told, ...]:
    """All dated journeys that a text tells of, each with who travels and who receives."""
    sides = counterparts(text)
    told: list[Told] = []
    for sentence in seen(text):
        if one := _told(text, sentence, sides):
            known = next((t for t in reversed(told) if _continues(t, one, sides)), None)
            if known:
                _join(known, one)
            elif one.opens:
                told.append(one)
    for one in told:
        _complete(one, text, sides)
    return tuple(t for t in told if _is_whole(t))


def _told(text: AnnotatedText, seen: Seen, sides: Counterparts) -> Told | None:
    book = phrase_book(seen.sentence.language, "visits", ROLES)
    unreal, future = list(book.find("unreal", seen)), list(book.find("future", seen))
    found = {
        key: [f for f in book.find(key, seen) if not any(seen.together(f.start, u.start) for u in unreal)]
        for key in (*OPENING, *ADDING, *VERBS)
    }
    if not any(found.values()):
        return None
    opening = [phrase for key in OPENING for phrase in found[key]]
    named = any(role in phrase.names for phrase in opening for role in ("visitor", "head"))
    told = Told(
        [seen.sentence],
        opens=bool(opening) or bool(any(found[k] for k in DATED) and _gives_a_date(seen)),
        refers=not named and book.says("refers", seen),
        to_come=any(seen.together(o.start, f.start) for o in (*opening, *found["moves"]) for f in future),
    )
    for phrase in sorted((p for phrases in found.values() for p in phrases), key=lambda p: p.end - p.start):
        for role, mentions in phrase.names.items():
            told.add(role, (m.entity for m in mentions if m.entity not in told.who(*OPPOSITE.get(role, ()))))
    told.opens |= _add_subjects(told, text, seen, {key: found[key] for key in VERBS}, sides)
    _settle_roles(told)
    _settle_dates(told, seen, {k: [(f.start, f.end) for f in found[k]] for k in OPENING})
    told.led = bool(told.who("head"))
    told.receives = bool(found["receptions"]) and not found["journeys"]
    return told if told.opens or told.roles else None


def _add_subjects(
    told: Told, text: AnnotatedText, seen: Seen, verbs: Mapping[str, Sequence[Found]], sides: Counterparts
) -> bool:
    """Adds the subjects of verbs of travelling and receiving, and whereto these lead; whether that tells of a visit."""
    opens = False
    for key, role in VERBS.items():
        for verb in verbs[key]:
            hosts = _goals(text, seen, verb, sides) if role == "visitor" else []
            doers = [m for m in subjects(seen, (verb.start, verb.end)) if m.entity not in hosts]
            if not doers or (role == "visitor" and not hosts) or (key == "stays" and not _is_stay(told, seen, doers)):
                continue
            opens = True
            if role == "visitor":
                _add(told, "head", (m.entity for m in doers if m.type is PERSON))
                _add(told, "host", hosts)
            _add(told, role, (m.entity for m in doers if m.type is not PERSON))
    return opens


def _goals(text: AnnotatedText, seen: Seen, verb: Found, sides: Counterparts) -> list[EntityId]:
    """Whereto a verb leads: whom its statement names, the text's own place ("here"), the one spoken of ("there")."""
    book = phrase_book(seen.sentence.language, "visits", ROLES)
    named = [m.entity for g in book.find("goals", seen) if seen.together(g.start, verb.start) for m in g.names["host"]]
    if named:
        return named
    if any(seen.together(w.start, verb.start) for w in book.find("here", seen)):
        return [sides.focus.home] if sides.focus.home else []
    if word := next((w for w in book.find("there", seen) if seen.together(w.start, verb.start)), None):
        return _named_before(text, seen, word.start, sides)
    return []


def _named_before(text: AnnotatedText, seen: Seen, sign: int, sides: Counterparts) -> list[EntityId]:
    """The place spoken of: named last in the sentence or first in the one before, but not the text's own."""
    here = [m.entity for m in seen.mentions(0, sign) if m.type is PLACE]
    if here or not seen.sentence.index:
        return here[-1:]
    before = text.mentions_in(text.sentences[seen.sentence.index - 1], PLACE)
    return [m.entity for m in before if m.entity != sides.focus.home][:1]


def _is_stay(told: Told, seen: Seen, doers: Sequence[Mention]) -> bool:
    """Whether somebody is said to be somewhere on a day: a person, a body, the people of a place."""
    people = told.who("visitor", "head") or any(m.type is not PLACE or m.reference for m in doers)
    return bool(people) and _gives_a_date(seen)


def _add(told: Told, role: str, entities: Iterable[EntityId]) -> None:
    told.add(role, [e for e in entities if e not in told.who("visitor", "host", "head", "companion")])


def _gives_a_date(seen: Seen) -> bool:
    """Whether a sentence has a date closer than a year."""
    return any(d.date and d.date.precision not in VAGUE for d in seen.dates.values())


def _settle_roles(told: Told) -> None:
    """Who travels or receives is no stop; who leads is not also a companion; one head."""
    told.roles["stop"] = [s for s in told.who("stop") if s not in told.who("visitor", "host")]
    told.add("companion", told.who("head")[1:])
    told.roles["head"] = told.who("head")[:1]
    told.roles["companion"] = [c for c in told.who("companion") if c not in told.roles["head"]]
    told.roles = {role: entities for role, entities in told.roles.items() if entities}


def _settle_dates(told: Told, seen: Seen, spans: dict[str, list[tuple[int, int]]]) -> None:
    """The date next to each phrase that opens a visit: when it began, or, of a departure, when it ended."""
    points = [(i, d) for i, d in seen.dates.items() if d.date and d.kind is MentionKind.POINT]
    bounds = {d.role: d for _, d in reversed(points) if d.date and d.date.precision is Precision.DAY}
    if DateRole.UNTIL in bounds:
        _set(told, "end", bounds[DateRole.UNTIL])
        if DateRole.SINCE in bounds:
            _set(told, "start", bounds[DateRole.SINCE])
    dated = [(i, d) for i, d in points if d.role is None] or [
        (i, d) for i, d in points if d.role is DateRole.SINCE and d.date and d.date.precision not in VAGUE
    ]
    if told.start or not dated:
        return
    for key, span in sorted((k, s) for k, group in spans.items() for s in group):
        date = min(dated, key=lambda d: _distance(d[0], span))[1]
        name = "end" if key == "departures" else "start"
        if not getattr(told, name):
            _set(told, name, date)
    if not told.start and not told.end:
        _set(told, "start", dated[0][1])
    if told.end and told.end == told.start:
        told.start = None


def _set(told: Told, name: str, mention: DateMention) -> None:
    assert mention.date is not None  # noqa: S101  only dated mentions come here
    start, slash, end = mention.date.text.partition("/")
    if slash:
        told.start, told.end = Edtf(start), Edtf(end)
    else:
        setattr(told, name, mention.date)
    if mention.worked_out:
        told.worked_out[name] = mention.worked_out


def _distance(index: int, span: tuple[int, int]) -> int:
    return max(span[0] - index, index - span[1], 0)


def _continues(visit: Told, told: Told, sides: Counterparts) -> bool:
    """Whether a sentence tells more of a visit already told of."""
    if told.opens and told.to_come != visit.to_come:
        return False
    last, first = visit.sentences[-1], told.sentences[0]
    if first.index - last.index > FAR or _begins_a_year(sides.text, first, last) or _apart(visit, told):
        return False
    if told.refers:
        return True
    travellers = visit.who("visitor", "head", "companion")
    hosts = visit.who("host", "stop")
    others = told.who("visitor", "head", "companion")
    if set(others) & set(visit.who("host")) or set(told.who("host")) & set(visit.who("visitor")):
        return False
    if told.names_both and not visit.names_both and not set(told.parties) & set(visit.parties):
        return False
    same_travellers = not others or not travellers or bool(set(others) & set(travellers))
    same_hosts = not hosts or not any(sides.abroad(a, b) for a in told.who("host", "stop") for b in hosts)
    return same_travellers and same_hosts


def _begins_a_year(text: AnnotatedText, sentence: Sentence, before: Sentence) -> bool:
    """Whether a sentence stands under another heading than the one before, and under a year, as in a chronicle."""
    section = sentence.block.section
    if section is None or section is before.block.section:
        return False
    return YEAR.search(text.text, section.start, section.end) is not None


def _apart(a: Told, b: Told) -> bool:
    x, y = a.start or a.end, b.start or b.end
    if not (x and y and x.earliest and x.latest and y.earliest and y.latest):
        return False
    return x.earliest - y.latest > APART or y.earliest - x.latest > APART


def _join(visit: Told, told: Told) -> None:
    if visit.who("host"):
        visit.add("stop", (h for h in told.who("host") if h not in visit.who("host", "visitor")))
        told.roles.pop("host", None)
    if visit.who("visitor") and told.refers:
        told.roles.pop("visitor", None)
    if visit.who("head"):
        visit.add("companion", (h for h in told.who("head") if h not in visit.who("head")))
        told.roles.pop("head", None)
    for role, entities in told.roles.items():
        visit.add(role, entities)
    if told.start and (not visit.start or (visit.start.covers(told.start) and not visit.end)):
        visit.start = told.start
    visit.end = visit.end or told.end
    visit.worked_out = {**told.worked_out, **visit.worked_out}
    visit.sentences += told.sentences


def _complete(visit: Told, text: AnnotatedText, sides: Counterparts) -> None:
    """Works out who travels or who receives, where the sentences do not say."""
    near = visit.sentences[0]
    visit.inferred = not (visit.who("host") and visit.who("visitor", "head"))
    _without_countries(visit, text)
    _find_head(visit, text, sides)
    head = visit.who("head")
    if not visit.who("visitor") and head and (behind := sides.behind(head[0])) and behind not in visit.who("host"):
        visit.roles["visitor"] = [behind]
    if not visit.who("host", "visitor") and (stops := visit.who("stop")):
        visit.roles["host"] = stops[:1]
    if not visit.who("host", "visitor") and head and (entry := _entry(text, near)):
        visit.roles["host"] = [entry]
    for side, other in (("host", "visitor"), ("visitor", "host")):
        if not visit.who(side) and (found := _facing(visit.who(other), near, text, sides)):
            visit.roles[side] = [found]
    if not visit.who("visitor"):
        visit.roles["visitor"] = visit.who("head", "companion")


def _facing(known: list[EntityId], near: Sentence, text: AnnotatedText, sides: Counterparts) -> EntityId | None:
    """The other side: whom the entry or heading is about, whose text it is, or who is named most with those known."""
    if not known:
        return None
    for place in (_entry(text, near), sides.focus.home, sides.focus.section_place(near)):
        if place and place not in known and all(sides.abroad(place, k) for k in known):
            return place
    return sides.counterpart(known, near)


def _entry(text: AnnotatedText, sentence: Sentence) -> EntityId | None:
    """The place with which the entry of a list or a report begins: "Radom (Poland, 2008). In May …"."""
    start = sentence.block.start
    for mention in text.mentions_in((start, start + len(ENTRY_MARK)), PLACE):
        if ENTRY_END.match(text.text, mention.end):
            return mention.entity
    return None


def _without_countries(visit: Told, text: AnnotatedText) -> None:
    """A country travels or receives only where nothing in it is named: "flew to Japan, to see Kyoto"."""
    for role in ("visitor", "host"):
        entities = visit.who(role)
        closer = [e for e in entities if text.entities[e].level is not PlaceLevel.COUNTRY]
        if entities and not closer:
            closer = _in_the_country(entities[0], visit, text)
        if closer:
            visit.roles[role] = closer


def _in_the_country(country: EntityId, visit: Told, text: AnnotatedText) -> list[EntityId]:
    """The first place of a country that the sentences of a visit name."""
    named = [m.entity for s in visit.sentences for m in text.mentions_in(s, PLACE)]
    inside = [e for e in named if e != country and text.entities[e].country == text.entities[country].country]
    return inside[:1]


def _find_head(visit: Told, text: AnnotatedText, sides: Counterparts) -> None:
    """Who leads where no word says so: the first person named who acts for those that travel, not for the hosts."""
    hosts, visitors = visit.who("host"), visit.who("visitor")
    if visit.who("head"):
        if sides.behind(visit.who("head")[0]) not in hosts:
            return
        visit.roles["head"] = []
    for sentence in visit.sentences:
        for mention in text.mentions_in(sentence, PERSON):
            behind = sides.behind(mention.entity)
            if behind and (behind in visitors or (hosts and not visitors and sides.abroad(behind, hosts[0]))):
                visit.roles["head"] = [mention.entity]
                visit.roles["companion"] = [c for c in visit.who("companion") if c != mention.entity]
                return


def _is_whole(visit: Told) -> bool:
    visitors, hosts = set(visit.who("visitor")), set(visit.who("host"))
    date = visit.start or visit.end
    dated = date and (visit.led or not (visit.inferred and date.precision in VAGUE))
    return bool(visitors and hosts and not visitors & hosts and dated)


def _claim(text: AnnotatedText, visit: Told) -> Visit:
    hosts, head = visit.who("host"), visit.who("head")
    return Visit(
        visitors=tuple(visit.who("visitor")),
        hosts=tuple(hosts),
        head=head[0] if head else None,
        participants=tuple(visit.who("companion")),
        start=visit.start,
        end=visit.end,
        stops=tuple(s for s in visit.who("stop") if s not in hosts),
        evidence=evidence(text, visit.sentences, visit.who("visitor", "host", "head")),
        confidence=visit.confidence,
        worked_out=visit.worked_out,
    )
