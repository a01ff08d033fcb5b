"""Whatever is read and whatever officers say, in any order: what the register promises holds."""

from collections import Counter
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jumelage.register.actions import NothingToSay, confirm, reject
from jumelage.register.choice import current
from jumelage.register.fields import FIELDS, RECORD
from jumelage.register.models import DETAILS, Citation, Record, Value

from .conftest import ANTWERP, SHAANXI, tell

TEXTS = ["Antwerp and Shaanxi.", "Shaanxi and Antwerp!", "Antwerp, Shaanxi?"]
PLACES = {"a": ANTWERP, "s": SHAANXI, "x": {**SHAANXI, "names": ["Shaanxi", "Shensi"]}}

claims = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.just("twinning"),
            "kind": st.sampled_from(["sister", "friendship"]),
            "parties": st.sampled_from([["a", "s"], ["a", "x"]]),
        },
        optional={"since": st.sampled_from(["1985", "1986", "1985-05-01"]), "fields": st.just(["culture"])},
    ),
    max_size=1,
)
readings = st.tuples(st.just("read"), st.integers(0, len(TEXTS) - 1), claims)
words = st.tuples(st.sampled_from(["confirm", "reject"]), st.integers(0, 30), st.booleans())


class Promises(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.one_of(readings, words), min_size=1, max_size=8))
    def test_they_hold(self, steps: list[tuple[str, int, Any]]) -> None:
        officer = User.objects.create_user("mei")
        last: dict[int, list[Any]] = {}
        for verb, number, what in steps:
            if verb == "read":
                tell(TEXTS[number], PLACES, what)
                last[number] = what
            else:
                self.speak(officer, verb, number, on_record=what)
            self.hold()
        before = rows()
        for number, what in last.items():
            tell(TEXTS[number], PLACES, [{**claim, "confidence": 0.5} for claim in what])
        assert rows() == {**before, "Reading": before["Reading"] + sum(1 for what in last.values() if what)}
        self.hold()

    def speak(self, officer: User, verb: str, number: int, *, on_record: bool) -> None:
        values = list(Value.objects.filter(citations__withdrawn_at=None).exclude(field=RECORD.name).distinct())
        if not values:
            return
        value = values[number % len(values)]
        record = Record.objects.get(pk=value.record_id)
        say = confirm if verb == "confirm" else reject
        try:
            say(officer, record, None if on_record else value, version=record.version)
        except NothingToSay:
            return
        spoken_on = record if on_record else value
        spoken_on.refresh_from_db()
        assert spoken_on.standing == ("confirmed" if verb == "confirm" else "rejected")

    def hold(self) -> None:
        for record in Record.objects.all():
            values = list(record.values.order_by("pk"))
            assert not [v for v, n in Counter((v.field, v.text, v.entity_id) for v in values).items() if n > 1]
            for value in values:
                self.value_is_counted(value)
            for name, field in FIELDS[record.kind].items():
                of_field = [v for v in values if v.field == name]
                shown, _ = current(field, of_field)
                assert [v for v in of_field if v.current] == shown
                if not field.many and shown and shown[0].text:
                    column = getattr(DETAILS[record.kind]._default_manager.get(pk=record.pk), name)
                    assert column == field.parse(shown[0].text)

    def value_is_counted(self, value: Value) -> None:
        live = Citation.objects.live().filter(value=value)
        by_documents = live.filter(reading__isnull=False)
        assert value.sources == by_documents.values("telling").distinct().count()
        last_word = live.filter(entry__isnull=False).last()
        standing = "proposed" if last_word is None else "confirmed" if last_word.says else "rejected"
        assert value.standing == standing


def rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_app_config("register").get_models()}
