"""The rule by which a record shows some of what was said of it."""

import pytest

from jumelage.register.choice import current
from jumelage.register.fields import FIELDS, Field
from jumelage.register.models import Value

SINCE = FIELDS["twinning"]["since"]
KIND = FIELDS["twinning"]["kind"]
TOPICS = FIELDS["twinning"]["fields"]
TITLE = FIELDS["event"]["title"]
RENEWAL = FIELDS["agreement"]["renewal"]
PLANNED = FIELDS["agreement"]["planned"]


def value(text: str, sources: int = 1, standing: str = "proposed") -> Value:
    return Value(text=text, sources=sources, standing=standing)


@pytest.mark.parametrize(
    ("field", "values", "shown", "disputed"),
    [
        (SINCE, [value("1985"), value("1986", 2)], ["1986"], True),
        (SINCE, [value("1985"), value("1986")], ["1985"], True),
        (SINCE, [value("1985", 3), value("1985-05-01")], ["1985-05-01"], False),
        (SINCE, [value("1985", 2), value("1985-05-01"), value("1986", 2)], ["1985-05-01"], True),
        (SINCE, [value("1985", 5), value("1986", 0, "confirmed")], ["1986"], False),
        (SINCE, [value("1985", 1, "rejected"), value("1986")], ["1986"], False),
        (SINCE, [value("1985", 0)], [], False),
        (SINCE, [], [], False),
        (KIND, [value("sister"), value("friendship", 2)], ["friendship"], True),
        (KIND, [value("sister", 1, "confirmed"), value("friendship", 1, "confirmed")], ["sister"], True),
        (TITLE, [value("Forum"), value("论坛")], ["Forum"], False),
        (TOPICS, [value("culture"), value("sport", 1, "rejected"), value("water", 0)], ["culture"], False),
        (RENEWAL, [value("true")], ["true"], False),
        (PLANNED, [value("true", 3), value("false")], ["false"], False),
        (PLANNED, [value("true", 1, "confirmed"), value("false")], ["true"], False),
    ],
)
def test_what_is_shown(field: Field, values: list[Value], shown: list[str], disputed: bool) -> None:
    chosen, in_dispute = current(field, values)
    assert ([v.text for v in chosen], in_dispute) == (shown, disputed)
