"""A document goes in, the register comes out; and goes in again."""

import datetime

import pytest
from django.apps import apps
from django.contrib.auth.models import User

from jumelage.register.actions import PassageOutside, record
from jumelage.register.models import (
    Agreement,
    Body,
    Citation,
    Document,
    Entity,
    Judgement,
    LogEntry,
    NameForm,
    Post,
    Reading,
    Record,
    Telling,
    Twinning,
    Value,
    Verb,
    Verdict,
)
from jumelage.register.queries import is_recorded
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.interchange import from_json

from .conftest import ANTWERP, SHAANXI, document, reading_json, tell

pytestmark = pytest.mark.django_db

PLACES = {"e1": ANTWERP, "e2": SHAANXI}
TWINNED = {"type": "twinning", "kind": "sister", "parties": ["e1", "e2"], "since": "1985"}
LETTER = "The Province of Antwerp and Shaanxi have been twinned since 1985. Both like it."


def rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_app_config("register").get_models()}


def parties(twinning: Twinning | Agreement) -> set[str]:
    values = Value.objects.current().filter(record=twinning.pk, field="parties")
    return {v.entity.name for v in values if v.entity}


def said(record_key: int, field: str) -> dict[str, bool]:
    """All values of a field that any source still says, and whether they are shown."""
    return dict(Value.objects.filter(record=record_key, field=field, sources__gt=0).values_list("text", "current"))


def test_a_twinning_comes_out_as_it_was_told() -> None:
    tell(LETTER, PLACES, [TWINNED])
    twinning = Twinning.objects.shown().get()
    assert (twinning.kind, twinning.since, twinning.record.standing) == ("sister", Edtf("1985"), "proposed")
    assert (twinning.since_earliest, twinning.since_latest) == (datetime.date(1985, 1, 1), datetime.date(1985, 12, 31))
    assert parties(twinning) == {"Province of Antwerp", "Shaanxi"}


def test_every_value_cites_the_passage_that_says_so() -> None:
    quote = "The Province of Antwerp and Shaanxi have been twinned"
    tell(LETTER, PLACES, [{**TWINNED, "evidence": [quote, ("since 1985", ["since"])]}])
    twinning = Twinning.objects.get()
    quotes = {
        (c.value.field, c.passage and c.passage.quote) for c in Citation.objects.filter(value__record=twinning.pk)
    }
    assert quotes == {("parties", quote), ("kind", quote), ("since", "since 1985")}


def test_a_name_cites_a_passage_of_a_claim_that_has_it() -> None:
    tell(LETTER, PLACES, [{**TWINNED, "evidence": ["Shaanxi have been twinned since 1985"]}])
    citations = Citation.objects.filter(
        value__field="names", value__text__in=["Shaanxi", "Province of Antwerp", "陕西"]
    )
    assert {(c.value.text, c.passage and c.passage.quote) for c in citations} == {
        ("Shaanxi", "Shaanxi have been twinned since 1985"),
        ("Province of Antwerp", "Province of Antwerp"),
        ("陕西", None),
    }


def test_a_worked_out_value_tells_how() -> None:
    tell(LETTER, PLACES, [{**TWINNED, "worked_out": {"since": "30 years before 2015"}}])
    assert Citation.objects.get(value__field="since").worked_out == "30 years before 2015"


def test_the_original_is_kept() -> None:
    tell(LETTER, PLACES, [TWINNED])
    body = Body.objects.get()
    assert (bytes(body.content), body.text) == (LETTER.encode(), LETTER)


def test_recording_the_same_reading_again_adds_nothing() -> None:
    tell(LETTER, PLACES, [TWINNED])
    before = rows()
    assert not tell(LETTER, PLACES, [TWINNED]).changed
    assert rows() == before


def test_the_same_bytes_under_another_name_are_the_same_document() -> None:
    tell(LETTER, PLACES, [TWINNED])
    tell(LETTER, PLACES, [TWINNED], name="copy.txt")
    assert Document.objects.get().name == "letter.txt"
    assert Value.objects.get(field="since").sources == 1


def test_two_documents_on_one_twinning_make_one_record() -> None:
    tell(LETTER, PLACES, [TWINNED])
    tell(
        "Shaanxi, twinned with Antwerp since 1985, wrote.",
        {"a": SHAANXI, "b": {**ANTWERP, "names": ["Antwerp"]}},
        [{**TWINNED, "parties": ["a", "b"]}],
    )
    twinning = Twinning.objects.get()
    assert Entity.objects.count() == 2
    assert Value.objects.get(record=twinning.pk, field="since").sources == 2
    assert Telling.objects.filter(record=twinning.pk).count() == 2


def test_sources_that_disagree_stand_side_by_side() -> None:
    tell(LETTER, PLACES, [TWINNED])
    tell("Antwerp and Shaanxi: since 1986", PLACES, [{**TWINNED, "since": "1986"}])
    tell("Antwerp and Shaanxi: 1986 it was", PLACES, [{**TWINNED, "since": "1986"}])
    twinning = Twinning.objects.get()
    assert said(twinning.pk, "since") == {"1985": False, "1986": True}
    assert twinning.since == Edtf("1986")
    assert twinning.record.disputed


def test_a_year_supports_the_day_within_it() -> None:
    tell(LETTER, PLACES, [TWINNED])
    tell("Since 1985, Antwerp and Shaanxi", PLACES, [TWINNED])
    tell("Signed by Antwerp and Shaanxi on 1 May 1985", PLACES, [{**TWINNED, "since": "1985-05-01"}])
    twinning = Twinning.objects.get()
    assert twinning.since == Edtf("1985-05-01")
    assert not twinning.record.disputed


def test_what_was_planned_ends_when_a_source_tells_that_it_was_done() -> None:
    pact = {"type": "agreement", "kind": "memorandum", "parties": ["e1", "e2"], "signed": "2015-06-08"}
    tell("Antwerp and Shaanxi will sign", PLACES, [{**pact, "planned": True}])
    assert Agreement.objects.get().planned
    tell("Antwerp and Shaanxi have signed", PLACES, [pact])
    assert not Agreement.objects.get().planned


def test_a_city_and_a_province_of_one_name_stay_apart() -> None:
    city = {**ANTWERP, "level": "city", "names": ["Antwerp"]}
    tell(LETTER, PLACES, [TWINNED])
    tell("Antwerp and Shaanxi", {"e1": city, "e2": SHAANXI}, [TWINNED])
    assert set(Entity.objects.filter(country="BE").values_list("level", flat=True)) == {"province", "city"}
    assert Twinning.objects.count() == 2


def test_entities_with_one_gazetteer_key_are_one_whatever_they_are_called() -> None:
    tell(
        "Peking is far",
        {"e": {**SHAANXI, "names": ["Peking"], "gazetteer": "g1"}, "f": ANTWERP},
        [{**TWINNED, "parties": ["e", "f"]}],
    )
    tell(
        "Beijing is far",
        {"e": {**SHAANXI, "names": ["Beijing"], "gazetteer": "g1"}, "f": ANTWERP},
        [{**TWINNED, "parties": ["e", "f"]}],
    )
    capital = Entity.objects.get(gazetteer="g1")
    assert {form.text for form in capital.forms.all()} == {"Peking", "Beijing"}
    assert Twinning.objects.count() == 1


def test_a_better_reading_takes_back_what_it_no_longer_finds() -> None:
    tell(LETTER, PLACES, [TWINNED, {"type": "programme", "kind": "trade", "parties": ["e1", "e2"]}])
    tell(LETTER, PLACES, [{**TWINNED, "since": "1985-05-01"}])
    assert said(Twinning.objects.get().pk, "since") == {"1985-05-01": True}
    assert Record.objects.get(kind="programme").standing == "withdrawn"
    assert Telling.objects.filter(record__kind="twinning").count() == 1


def test_what_a_reader_finds_again_comes_back() -> None:
    tell(LETTER, PLACES, [TWINNED])
    tell(LETTER, PLACES, [])
    assert not Twinning.objects.shown().exists()
    tell(LETTER, PLACES, [TWINNED])
    assert Twinning.objects.shown().get().since == Edtf("1985")


def test_a_reading_of_another_text_is_refused_whole() -> None:
    source = document(LETTER)
    data = reading_json(source, PLACES, [TWINNED])
    data["claims"][0]["evidence"] = [{"start": 5, "end": 5000}]
    with pytest.raises(PassageOutside, match=r"letter\.txt.* 5000"):
        record(source, from_json(data))
    assert not any(rows().values())


def test_a_text_with_a_null_character_is_kept_at_full_length() -> None:
    text = "Antwerp\0and Shaanxi are twinned"
    tell(text, PLACES, [TWINNED])
    assert len(Body.objects.get().text) == len(text)


def test_posts_meet_by_person_and_title() -> None:
    people = {"p": {"type": "person", "names": ["Ludwig Caluwé"]}, "e1": ANTWERP}
    post = {"type": "post", "person": "p", "title": "deputy", "of": "e1"}
    tell("Deputy Ludwig Caluwé of Antwerp spoke", people, [post])
    tell("Antwerp's former deputy Ludwig Caluwé spoke", people, [{**post, "former": True}])
    assert Post.objects.get().former


def test_what_a_reading_has_twice_is_one_entity() -> None:
    peking = {**SHAANXI, "gazetteer": "g1"}
    entities = {"a": ANTWERP, "b": {**peking, "names": ["Peking"]}, "c": {**peking, "names": ["Beijing"]}}
    twinning = {**TWINNED, "parties": ["a", "c"]}
    tell("Antwerp and Peking (Beijing)", entities, [twinning])
    tell("Antwerp and Peking (Beijing)", entities, [{**twinning, "since": "1986"}])
    assert {form.text for form in Entity.objects.get(country="CN").forms.all()} == {"Peking", "Beijing"}
    assert Telling.objects.filter(record__kind="place").count() == 2


def test_two_namesakes_that_were_told_apart_leave_the_next_one_to_an_officer(officer: User) -> None:
    wang = {"p": {"type": "person", "names": ["Wang Jianguo"]}, "e1": SHAANXI}
    mayor = {"type": "post", "person": "p", "title": "mayor", "of": "e1"}
    tell("Mayor Wang Jianguo of Shaanxi", wang, [mayor])
    first = Record.objects.get(kind="person")
    other = Record.objects.create(kind="person")
    left, right = first.tellings.get(), Telling.objects.create(record=other, document=Document.objects.get())
    entry = LogEntry.objects.create(officer=officer, verb=Verb.SEPARATE)
    Judgement.objects.create(left=left, right=right, verdict=Verdict.DIFFERENT, because="born in 1950", entry=entry)
    name = Value.objects.create(record=other, field="names", text="Wang Jianguo", current=True, sources=1)
    Entity.objects.create(record=other, name="Wang Jianguo")
    NameForm.objects.create(value=name, entity_id=other.pk, text="Wang Jianguo", folded="wangjianguo", script="Latn")
    tell("Mr Wang Jianguo of Shaanxi came", wang, [mayor])
    assert Record.objects.filter(kind="person").count() == 3


def test_a_twinning_told_twice_in_a_document_is_one_record() -> None:
    text = "Antwerp and Shaanxi are twinned. Shaanxi and Antwerp have been twinned since 1985."
    told = {"type": "twinning", "kind": "sister"}
    first = {**told, "parties": ["e1", "e2"], "evidence": ["Antwerp and Shaanxi are twinned."]}
    second = {**told, "parties": ["e2", "e1"], "since": "1985", "evidence": ["since 1985."]}
    tell(text, {"e1": ANTWERP, "e2": SHAANXI}, [first, second])
    twinning = Twinning.objects.get()
    assert twinning.since == Edtf("1985")
    assert {c.passage.quote for c in Citation.objects.filter(value__record=twinning.pk) if c.passage} == {
        "Antwerp and Shaanxi are twinned.",
        "since 1985.",
    }


def test_a_document_is_known_once_this_version_has_recorded_it() -> None:
    source = document("Nothing of the kind.")
    assert not is_recorded(source.sha256)
    tell("Nothing of the kind.", {}, [])
    assert is_recorded(source.sha256)
    Reading.objects.update(reader="0.0.1")
    assert not is_recorded(source.sha256)
    tell("Nothing of the kind.", {}, [])
    assert is_recorded(source.sha256)
