"""What two sides give, exchange, run or build together, in five languages."""

import pytest

from jumelage.reading.claims.programmes import find_programmes
from tests.reading.claims.marked import claims, marked, table


@pytest.mark.parametrize(("language", "expected", "sentence"), table("programmes"))
def test_kind_and_parties(language: str, expected: str, sentence: str) -> None:
    kind, parties = expected.split(": ")
    [programme] = claims(find_programmes, marked(language, sentence))
    assert programme["kind"] == kind
    assert programme["parties"] == parties.split(" + ")


QUANTITIES = [
    ("en", "In 2020 [Chengdu/CN] donated 20,000 masks to [Phoenix/US].", 20000, None),
    ("en", "[Stroud/GB] and [Duderstadt/DE] exchange twelve pupils every second year.", 12, "2 years"),
    ("nl", "In 2020 schonk [Chengdu/CN] 10.000 mondmaskers aan [Leuven/BE].", 10000, None),
    ("fr", "En 2020, l'[Anhui/CN] a offert 50 000 masques à [Besançon/FR].", 50000, None),
    ("fr", "{Lycée Carnot} et {Gymnasium Kamenz} échangent une vingtaine d'élèves par an.", 20, "year"),
    ("zh", "{合肥大学}与{汉诺威大学}每年互派学生二十名。", 20, "year"),
    ("zh", "2020年2月,[大津市/JP]向[牡丹江市/CN]捐赠6万只口罩。", 60000, None),
]


@pytest.mark.parametrize(("language", "sentence", "quantity", "per"), QUANTITIES)
def test_quantities(language: str, sentence: str, quantity: int, per: str | None) -> None:
    [programme] = claims(find_programmes, marked(language, sentence))
    assert (programme["quantity"], programme.get("per")) == (quantity, per)


NONE = [
    ("en", "[Leuven/BE] hopes for a student exchange with [Chengdu/CN]."),
    ("en", "From 2026 {Ghent University} will grant two scholarships a year to students from [Chengdu/CN]."),
    ("de", "Ein Gemeinschaftsunternehmen von [Rostock/DE] und [Dalian/CN] kam nicht zustande."),
    ("zh", "[成都市/CN]至[波恩市/DE]的直航尚未开通。"),
]


@pytest.mark.parametrize(("language", "sentence"), NONE)
def test_what_is_hoped_for_to_come_or_denied_is_no_programme(language: str, sentence: str) -> None:
    assert claims(find_programmes, marked(language, sentence)) == []
