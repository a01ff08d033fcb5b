"""Readings go out as JSON Lines and come back the same; what is no reading is refused with its place."""

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.vocabulary.claims import CLAIM_TYPES, Ids, Passage, Post, Programme, Topics, Twinning
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.interchange import InvalidReading, as_json, dump_line, from_json, load_lines
from jumelage.vocabulary.kinds import EntityType, PlaceLevel, ProgrammeKind, Topic, TwinningKind
from jumelage.vocabulary.names import NameForm
from jumelage.vocabulary.reading import Reading

A, B = EntityId("e1"), EntityId("e2")
ENTITIES = {
    A: Entity(EntityType.PLACE, (NameForm("陕西"), NameForm("Shaanxi")), level=PlaceLevel.PROVINCE, country="CN"),
    B: Entity(EntityType.ORGANISATION, (NameForm("VITO"),), kind="research institute", place=A),
}
TEXT = st.text(min_size=1, max_size=12)
DATE = st.sampled_from([Edtf("1985"), Edtf("2016-23"), Edtf("2023-02-22/2023-02-25"), Edtf("198X"), Edtf("2019?")])
IDS = st.lists(st.sampled_from([A, B]), min_size=1, max_size=2, unique=True).map(tuple)
PASSAGE = st.builds(
    lambda start, length, supports: Passage(start, start + length, tuple(supports)),
    st.integers(0, 10**6),
    st.integers(1, 500),
    st.lists(st.sampled_from(["since", "parties"]), unique=True),
)


def value(annotation: Any) -> st.SearchStrategy[Any]:
    """Any value a field of a claim may hold, by its annotation."""
    known: dict[Any, st.SearchStrategy[Any]] = {
        Ids: IDS,
        Topics: st.lists(st.sampled_from(Topic), unique=True).map(tuple),
        EntityId: st.sampled_from([A, B]),
        EntityId | None: st.none() | st.sampled_from([A, B]),
        str: TEXT,
        str | None: st.none() | TEXT,
        Edtf | None: st.none() | DATE,
        bool: st.booleans(),
        int | float | None: st.none() | st.integers(0, 10**9) | st.floats(0, 1e9, allow_nan=False),
    }
    return known[annotation] if annotation in known else st.sampled_from(annotation)


def claim(name: str) -> st.SearchStrategy[Any]:
    kind = CLAIM_TYPES[name]
    annotations = {f.name: f.type for f in fields(kind) if f.name in kind.value_fields()}
    return st.builds(
        kind,
        **{field: value(annotation) for field, annotation in annotations.items()},
        evidence=st.lists(PASSAGE, max_size=2).map(tuple),
        confidence=st.integers(0, 1000).map(lambda thousandths: thousandths / 1000),
        worked_out=st.dictionaries(st.sampled_from(sorted(annotations)), TEXT, max_size=1),
    )


READINGS = st.builds(
    Reading,
    document=TEXT,
    language=st.sampled_from(["en", "zh", "und"]),
    published=st.none() | DATE,
    title=st.none() | TEXT,
    entities=st.just(ENTITIES),
    claims=st.lists(st.sampled_from(sorted(CLAIM_TYPES)).flatmap(claim), max_size=3).map(tuple),
)


@given(READINGS)
def test_what_goes_out_comes_back(reading: Reading) -> None:
    line = dump_line(reading)
    assert "\n" not in line
    assert list(load_lines([line])) == [reading]


def test_empty_lines_are_skipped() -> None:
    lines = [dump_line(Reading("a")), "", "  \n", dump_line(Reading("b"))]
    assert [reading.document for reading in load_lines(lines)] == ["a", "b"]


def test_what_is_unknown_or_false_is_left_out() -> None:
    post = Post(person=A, title="mayor")
    assert as_json(Reading("a", entities=ENTITIES, claims=(post,)))["claims"] == [
        {"type": "post", "person": "e1", "title": "mayor", "evidence": [], "confidence": 1.0}
    ]


def test_one_reference_is_understood_as_a_list_of_one() -> None:
    data = {"document": "a", "entities": as_json(Reading("a", entities=ENTITIES))["entities"]}
    twinning = {"type": "twinning", "parties": "e1", "kind": "sister"}
    (found,) = from_json({**data, "claims": [twinning]}).claims
    assert found == Twinning(parties=(A,), kind=TwinningKind.SISTER)


def test_nothing_is_no_quantity() -> None:
    data = {"document": "a", "claims": [{"type": "programme", "kind": "aid", "parties": [], "quantity": None}]}
    (found,) = from_json(data).claims
    assert isinstance(found, Programme)
    assert found.quantity is None


def test_zero_is_a_quantity() -> None:
    none_left = Programme(kind=ProgrammeKind.SCHOLARSHIP, parties=(A,), quantity=0)
    assert none_left.values()["quantity"] == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "`document`"),
        ({"language": "en"}, "`document`"),
        ({"document": "a", "published": "June"}, "a: 'June' is no date"),
        ({"document": "a", "claims": [{"type": "treaty"}]}, "a: 'treaty' is no kind of claim"),
        ({"document": "a", "claims": [{"type": "honour", "recipient": "e1"}]}, "a honour needs 'title'"),
        ({"document": "a", "claims": [{"type": "post", "person": "e9", "title": "mayor"}]}, "'e9'"),
        ({"document": "a", "claims": [{"type": "twinning", "parties": [], "kind": "aunt"}]}, "twinning.kind"),
        (
            {"document": "a", "claims": [{"type": "programme", "kind": "aid", "parties": [], "quantity": "6"}]},
            "quantity",
        ),
        ({"document": "a", "claims": [{"type": "post", "person": 5, "title": "mayor"}]}, "post.person"),
        ({"document": "a", "entities": {"e1": {"type": "place", "names": []}}}, "a: an entity needs a name"),
        ({"document": "a", "entities": {"e1": {"names": ["x"]}}}, "a: "),
    ],
)
def test_what_is_no_reading_is_refused_with_its_place(data: Any, said: str) -> None:
    with pytest.raises(InvalidReading, match=said):
        from_json(data)


@pytest.mark.parametrize("line", ["{", '{"document": 1}', "[]", "null"])
def test_a_bad_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(InvalidReading, match="line 2"):
        list(load_lines([json.dumps({"document": "a"}), line]))
