"""A second reader adds what the text bears out, and nothing is sent unless an address is set."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from jumelage.reading import read
from jumelage.reading.second_opinion import language_model, with_second_opinion
from jumelage.vocabulary.claims import Commitment, Twinning

TEXT = "Antwerp and Shaanxi have been sister provinces since 1985. Shaanxi pledges a panda house to Antwerp by 2030."
PLEDGE = "Shaanxi pledges a panda house to Antwerp by 2030."
ANSWER: dict[str, Any] = {
    "entities": {
        "m1": {"type": "place", "names": ["Antwerp", "Anvers"], "country": "BE", "level": "province"},
        "m2": {"type": "place", "names": ["Shaanxi"], "country": "CN", "level": "province"},
        "m3": {"type": "place", "names": ["Atlantis"]},
    },
    "claims": [
        {"type": "commitment", "by": ["m2"], "action": "a panda house", "due": "2030", "quotes": [PLEDGE]},
        {"type": "commitment", "by": ["m1"], "action": "a zoo", "quotes": ["Antwerp promises a zoo."]},
        {"type": "twinning", "parties": ["m1", "m3"], "kind": "sister", "quotes": [PLEDGE]},
    ],
}


@pytest.fixture
def model() -> Iterator[HTTPServer]:
    """An address that answers every question alike, and keeps what it was asked."""

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append((self.path, self.headers["Authorization"], asked))  # type: ignore[attr-defined]
            content = json.dumps({"choices": [{"message": {"content": json.dumps(ANSWER)}}]}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answering)
    server.asked = []  # type: ignore[attr-defined]
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_what_the_text_bears_out_is_added(model: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUMELAGE_MODEL_ADDRESS", f"http://127.0.0.1:{model.server_port}/v1")
    monkeypatch.setenv("JUMELAGE_MODEL", "any")
    monkeypatch.setenv("JUMELAGE_MODEL_KEY", "secret")
    first = read(TEXT, document="d")
    both = with_second_opinion(first, TEXT)
    (pledge,) = [c for c in both.claims if isinstance(c, Commitment) and c.action == "a panda house"]
    (twinning,) = [c for c in both.claims if isinstance(c, Twinning)]
    assert TEXT[pledge.evidence[0].start : pledge.evidence[0].end] == PLEDGE
    assert set(pledge.by) < set(twinning.parties)
    assert {form.text for e in both.entities.values() for form in e.names} == {"Antwerp", "Shaanxi"}
    path, key, asked = model.asked[0]  # type: ignore[attr-defined]
    assert (path, key, asked["messages"][1]["content"]) == ("/v1/chat/completions", "Bearer secret", TEXT)


def test_nothing_is_sent_unless_an_address_is_set() -> None:
    assert language_model({"JUMELAGE_MODEL": "any"}) is None


def test_an_address_that_does_not_answer_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUMELAGE_MODEL_ADDRESS", "http://127.0.0.1:9/v1")
    first = read(TEXT, document="d")
    assert with_second_opinion(first, TEXT) == first


def test_other_addresses_are_refused() -> None:
    with pytest.raises(ValueError, match="JUMELAGE_MODEL_ADDRESS"):
        language_model({"JUMELAGE_MODEL_ADDRESS": "file:///etc/passwd"})


def test_an_answer_of_another_shape_changes_nothing() -> None:
    first = read(TEXT, document="d")
    assert with_second_opinion(first, TEXT, lambda _: {"claims": [{"type": "wedding", "quotes": [PLEDGE]}]}) == first
    assert with_second_opinion(first, TEXT, lambda _: {"entities": []}) == first
