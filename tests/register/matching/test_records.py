"""When two twinnings, agreements, visits … are certainly the same."""

import pytest

from jumelage.register.matching import Outcome, RecordProfile
from jumelage.register.matching.records import compare


def profile(kind: str, /, **values: object) -> RecordProfile:
    return RecordProfile(kind, {k: frozenset(v if isinstance(v, set) else {v}) for k, v in values.items()})  # type: ignore[arg-type]


TWINNING = profile("twinning", parties={1, 2}, since="1985")
PACT = {"kind": "memorandum", "parties": {1, 2}}
VISIT = {"visitors": {1}, "hosts": {2}}
FORUM = {"kind": "forum", "organisers": {1}}


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (TWINNING, profile("twinning", parties={2, 1}, since="1986"), Outcome.SAME),
        (TWINNING, profile("twinning", parties={1, 3}), Outcome.DIFFERENT),
        (profile("agreement", **PACT, signed="2015"), profile("agreement", **PACT, signed="2015-06-08"), Outcome.SAME),
        (profile("agreement", **PACT, signed="2015"), profile("agreement", **PACT, signed="2016"), Outcome.DIFFERENT),
        (profile("agreement", **PACT), profile("agreement", **PACT, signed="2016"), Outcome.DOUBTFUL),
        (profile("agreement", **PACT), profile("agreement", **{**PACT, "kind": "other"}), Outcome.DIFFERENT),
        (profile("visit", **VISIT, start="2015-06"), profile("visit", **VISIT, start="2015-06-08"), Outcome.SAME),
        (profile("visit", **VISIT, start="2015"), profile("visit", **VISIT, start="2015-06-08"), Outcome.DOUBTFUL),
        (profile("visit", **VISIT), profile("visit", visitors={1}, hosts={3}), Outcome.DIFFERENT),
        (profile("event", **FORUM, start="2020-01-02"), profile("event", **FORUM, start="2020-01-02"), Outcome.SAME),
        (profile("event", **FORUM, start="2020-01"), profile("event", **FORUM, start="2020-01-02"), Outcome.DOUBTFUL),
        (
            profile("event", kind="forum", title="Two Rivers", start="2020"),
            profile("event", kind="forum", title="two rivers", start="2020-01-02"),
            Outcome.SAME,
        ),
        (profile("post", person=1, title="mayor", of=2), profile("post", person=1, title="Mayor"), Outcome.SAME),
        (
            profile("post", person=1, title="mayor", of=2),
            profile("post", person=1, title="mayor", of=3),
            Outcome.DIFFERENT,
        ),
        (profile("programme", **PACT), profile("programme", **PACT), Outcome.SAME),
        (profile("programme", **PACT), profile("programme", **PACT, since="2015"), Outcome.DOUBTFUL),
        (profile("commitment", by=1, action="Send tea"), profile("commitment", by=1, action="send tea"), Outcome.SAME),
        (
            profile("commitment", by=1, action="send tea"),
            profile("commitment", by=1, action="send rice"),
            Outcome.DIFFERENT,
        ),
        (
            profile("honour", recipient=1, title="envoy", date="2021"),
            profile("honour", recipient=1, title="Envoy", date="2022"),
            Outcome.DIFFERENT,
        ),
    ],
)
def test_records(one: RecordProfile, other: RecordProfile, outcome: Outcome) -> None:
    assert compare(one, other).outcome == compare(other, one).outcome == outcome
