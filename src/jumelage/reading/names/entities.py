"""Decides which names of a text are one entity."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.gazetteer import Place
from jumelage.reading.names.named import Named
from jumelage.reading.names.organisation_variants import same_organisation
from jumelage.reading.names.person_variants import same_person
from jumelage.reading.names.senses import senses
from jumelage.reading.names.traits import sounds, traits
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import NameForm, Script, folded, script_of

BRACKET_OPENS = re.compile(r"""["”’»]?\s?[(（]["“„«]?""")
HAN_LEVEL = re.compile(r"(?<=..)[市省县区州镇町]$")


class Cluster:
    """The names found so far of one entity."""

    def __init__(self, key: EntityId, number: int, name: Named, place: Place | None) -> None:
        self.key, self.number = key, number
        self.type = name.type
        self.place = place
        self.forms: dict[str, NameForm] = {}
        self.kind: str | None = None
        self.level = place.level if place else name.level
        self.country = place.country if place else name.country
        self.located: EntityId | None = None

    def add(self, name: Named, form: NameForm) -> None:
        self.forms.setdefault(form.text, form)
        self.kind = self.kind or name.kind

    def entity(self) -> Entity:
        forms = list(self.forms.values())
        if self.type is not EntityType.PLACE:
            forms.sort(key=lambda form: -len(form.text))
        return Entity(
            type=self.type,
            names=tuple(forms),
            level=self.level,
            country=self.country,
            kind=self.kind,
            place=self.located,
            gazetteer=self.place.key if self.place else None,
        )


class Clusters:
    """All clusters of a text, found by what names of one entity have in common."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_form: dict[tuple[EntityType, NameForm], Cluster] = {}
        self._by_trait: dict[tuple[EntityType, str], list[int]] = {}

    def of(self, name: Named, form: NameForm, place: Place | None) -> Cluster:
        """The first cluster that a name belongs to; a new one where there is none."""
        if name.type is not EntityType.PLACE and (name.type, form) in self._by_form:
            return self._by_form[name.type, form]
        near = {n for trait in _sought(name, form, place) for n in self._by_trait.get((name.type, trait), ())}
        for number in sorted(near):
            if _same(self.clusters[number], name, form, place):
                return self.clusters[number]
        cluster = Cluster(EntityId(f"e{len(self.clusters) + 1}"), len(self.clusters), name, place)
        self.clusters.append(cluster)
        return cluster

    def add(self, cluster: Cluster, name: Named, form: NameForm) -> None:
        self._by_form.setdefault((name.type, form), cluster)
        if form.text not in cluster.forms:
            for trait in _filed(name, form, cluster.place):
                self._by_trait.setdefault((name.type, trait), []).append(cluster.number)
        cluster.add(name, form)


def _filed(name: Named, form: NameForm, place: Place | None) -> set[str]:
    """What the name of a cluster is found by."""
    if name.type is EntityType.PLACE:
        return {place.key if place else _bare(form.text)}
    written = script_of(form.text)
    return traits(form.text, name.type) | {f"{written} sounds {letter}" for letter in sounds(form.text, name.type)}


def _sought(name: Named, form: NameForm, place: Place | None) -> set[str]:
    """What a name finds its cluster by: the same, but that it sounds as one that is written in the other script."""
    if name.type is EntityType.PLACE:
        return _filed(name, form, place)
    other = Script.LATIN if script_of(form.text) is Script.HAN else Script.HAN
    return traits(form.text, name.type) | {f"{other} sounds {letter}" for letter in sounds(form.text, name.type)}


def entities_of(
    text: AnnotatedText, names: Sequence[Named], inside: Sequence[Named] = ()
) -> tuple[dict[EntityId, Entity], list[Mention]]:
    """The entities that `names` name, and a mention for each name.

    `inside` are the places named inside the names of organisations; they are entities too, but have no mention there.
    """
    meant = senses(text, [*names, *inside])
    known = Clusters()
    mentions: list[Mention] = []
    places_inside: list[Mention] = []
    bracketed = _bracketed(text, names)
    by_start: dict[int, Cluster] = {}
    full_names_first = sorted(names, key=lambda n: (n.start - n.end) * (n.type is not EntityType.PLACE))
    for found, into in ((full_names_first, mentions), (inside, places_inside)):
        for name in found:
            form = _form(text, name)
            place = meant.get(name.start) if name.type is EntityType.PLACE else None
            cluster = by_start.get(bracketed.get(name.start, -1)) or known.of(name, form, place)
            known.add(cluster, name, form)
            if name.proper is not None:
                known.add(cluster, name, _form(text, replace(name, start=name.proper)))
            by_start[name.start] = cluster
            into.append(Mention(name.start, name.end, name.type, cluster.key))
    mentions.sort(key=lambda m: m.start)
    by_key = {c.key: c for c in known.clusters}
    for organisation, place_key in _located(text, mentions, places_inside):
        by_key[organisation].located = by_key[organisation].located or place_key
    return {c.key: c.entity() for c in known.clusters}, mentions


def _bracketed(text: AnnotatedText, names: Sequence[Named]) -> dict[int, int]:
    """Where a name in brackets says again whom the name before it names: both offsets, the shorter name's first.

    So stand the acronym of an organisation, or its long name, and the Latin name of a person written in Chinese.
    """
    found = {}
    for first, second in pairwise(names):
        closed = text.text[second.end : second.end + 1] == ")"
        if (
            first.type is not second.type
            or not closed
            or not BRACKET_OPENS.fullmatch(text.text[first.end : second.start])
        ):
            continue
        short, long = sorted((first, second), key=lambda n: n.end - n.start)
        written = [text.text[n.start : n.end] for n in (short, long)]
        acronym = first.type is EntityType.ORGANISATION and sum(c.isupper() for c in written[0]) > 1
        transcribed = first.type is EntityType.PERSON and script_of(written[0]) is not script_of(written[1])
        if acronym or transcribed:
            found[short.start] = long.start
    return found


def _form(text: AnnotatedText, name: Named) -> NameForm:
    written = " ".join(text.repaired.written[name.start : name.end].split())
    before = bisect_right(text.sentences, name.start, key=lambda s: s.start) - 1
    inside = before >= 0 and name.start < text.sentences[before].end
    sentence_language = text.sentences[before].language if inside else text.language
    return NameForm(written, sentence_language)


def _same(cluster: Cluster, name: Named, form: NameForm, place: Place | None) -> bool:
    if cluster.type is not name.type:
        return False
    if name.type is EntityType.PLACE:
        if place or cluster.place:
            return place is not None and cluster.place is not None and place.key == cluster.place.key
        return any(_bare(form.text) == _bare(other) for other in cluster.forms)
    same = same_person if name.type is EntityType.PERSON else same_organisation
    return any(same(form.text, other, form.language) for other in cluster.forms)


def _bare(name: str) -> str:
    return folded(HAN_LEVEL.sub("", name))


def _located(
    text: AnnotatedText, mentions: Sequence[Mention], inside: Sequence[Mention]
) -> Iterator[tuple[EntityId, EntityId]]:
    """Where organisations are: the place in their name or right behind it."""
    for index, mention in enumerate(mentions):
        if mention.type is not EntityType.ORGANISATION:
            continue
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if following and following.type is EntityType.PLACE and _stands_in(text.text[mention.end : following.start]):
            yield mention.entity, following.entity
        yield from ((mention.entity, p.entity) for p in inside if mention.start <= p.start and p.end <= mention.end)


def _stands_in(between: str) -> bool:
    return re.fullmatch(r"\s?\(|\s(?:in|at|à|te|zu|of|de|from|uit|aus|of the)\s", between) is not None
