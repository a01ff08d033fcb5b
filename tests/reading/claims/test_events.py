"""Events by what they are called, in five languages."""

import pytest

from jumelage.reading.claims.events import find_events
from tests.reading.claims.marked import claims, marked, table


@pytest.mark.parametrize(("language", "expected", "sentence"), table("events"))
def test_kind_and_day(language: str, expected: str, sentence: str) -> None:
    [event] = claims(find_events, marked(language, sentence))
    assert f"{event['kind']} {event['start']}" == expected


def test_place_and_organisers_are_told_apart() -> None:
    sentence = "On 3 May 2018 the Trade Forum, organised by {Voka}, was held in [Hasselt/BE]."
    [event] = claims(find_events, marked("en", sentence))
    assert (event["place"], event["organisers"]) == ("Hasselt", ["Voka"])


def test_online_events_are_marked() -> None:
    sentence = "On 22 December 2021 [Antwerp/BE] and [Chongqing/CN] held an online meeting."
    [event] = claims(find_events, marked("en", sentence))
    assert (event["kind"], event["online"]) == ("meeting", True)


NONE = [
    ("en", "The forum in [Ningbo/CN] on 3 May 2018 was cancelled."),
    ("en", "{Forum Limburg} has an office in [Hasselt/BE]."),
    ("de", "Das für den 3. Mai 2018 geplante Stadtfest in [Bonn/DE] wurde abgesagt."),
]


@pytest.mark.parametrize(("language", "sentence"), NONE)
def test_what_was_cancelled_or_is_only_a_name_is_no_event(language: str, sentence: str) -> None:
    assert claims(find_events, marked(language, sentence)) == []
