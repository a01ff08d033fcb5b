"""Who visits whom, whatever the order of the names, in five languages."""

import pytest

from jumelage.reading.claims.visits import find_visits
from tests.reading.claims.marked import claims, marked, table


@pytest.mark.parametrize(("language", "expected", "sentence"), table("visits"))
def test_direction_is_told_by_words(language: str, expected: str, sentence: str) -> None:
    direction, _, head = expected.partition(", led by ")
    visitor, host = direction.split(" > ")
    [visit] = claims(find_visits, marked(language, sentence))
    assert visitor in visit["visitors"]
    assert host in visit["hosts"]
    assert visit.get("head", "") == head


NO_VISIT = [
    ("en", "The visit of [Chengdu/CN] to [Leuven/BE] planned for March 2020 was cancelled."),
    ("en", "[Leuven/BE] hopes to welcome a delegation from [Chengdu/CN] in 2020."),
    ("en", "He has visited [Chengdu/CN] more than ten times since 2005."),
    ("nl", "Het bezoek van [Chengdu/CN] aan [Leuven/BE] in maart 2020 werd afgelast."),
    ("de", "Der Besuch einer Delegation aus [Chengdu/CN] in [Bonn/DE] im März 2020 wurde abgesagt."),
    ("fr", "La visite d'une délégation de [Chengdu/CN] à [Dijon/FR] en mars 2020 a été annulée."),
    ("zh", "原定2020年3月的[成都市/CN]代表团访问[波恩市/DE]活动取消。"),
]


@pytest.mark.parametrize(("language", "sentence"), NO_VISIT)
def test_what_was_cancelled_hoped_for_or_only_counted_is_no_visit(language: str, sentence: str) -> None:
    assert claims(find_visits, marked(language, sentence)) == []


def test_several_sentences_tell_of_one_visit() -> None:
    text = marked(
        "en",
        "On 3 June 2019 [Leuven/BE] welcomed a delegation from [Chengdu/CN] led by <Li Wei>. "
        "The delegation visited {imec} and {Leuven Hospital}. They left for home on 6 June 2019.",
    )
    [visit] = claims(find_visits, text)
    assert visit["stops"] == ["imec", "Leuven Hospital"]
    assert (visit["head"], visit["start"], visit["end"]) == ("Li Wei", "2019-06-03", "2019-06-06")


def test_visits_in_different_years_are_two() -> None:
    text = marked(
        "en",
        "In May 2015 a delegation from [Leuven/BE] visited [Chengdu/CN]. "
        "In June 2019 a delegation from [Chengdu/CN] visited [Leuven/BE].",
    )
    assert [v["start"] for v in claims(find_visits, text)] == ["2015-05", "2019-06"]


def test_every_visit_has_evidence_that_names_somebody_in_it() -> None:
    text = marked("en", "A delegation from [Chengdu/CN] visited [Leuven/BE] on 3 June 2019. They toured {imec}.")
    [visit] = find_visits(text)
    quotes = [text.text[p.start : p.end] for p in visit.evidence]
    assert any("Chengdu" in quote or "Leuven" in quote for quote in quotes)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "[Leuven/BE] likes [Kyoto/JP]. In May 2018 the choir {Con Spirito} spent four days there.",
        ),
        (
            "nl",
            "[Leuven/BE] kent [Kyoto/JP] al lang. In mei 2018 reisde het koor {Con Spirito} er voor vier dagen heen.",
        ),
        (
            "de",
            "[Leuven/BE] kennt [Kyoto/JP] lange. Im Mai 2018 reiste der Chor {Con Spirito} für vier Tage dorthin.",
        ),
        (
            "fr",
            "Pour [Leuven/BE], [Kyoto/JP] est une amie. En mai 2018, la chorale {Con Spirito} y a passé quatre jours.",
        ),
    ],
)
def test_there_is_the_place_spoken_of(language: str, sentence: str) -> None:
    [visit] = claims(find_visits, marked(language, sentence))
    assert (visit["visitors"], visit["hosts"], visit["start"]) == (["Con Spirito"], ["Kyoto"], "2018-05")
