"""The parsing process: what outlives it, and what does not."""

import os
import threading

import pytest

from formats.samples import opened, pdf, refused
from jumelage.formats import guard

SLOW_PAGE = b"<html>" + b"<table><tr><td>x" * 20_000


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PARSING_SECONDS", 1)
    assert refused("slow.html", SLOW_PAGE) == "took longer than 1 seconds to parse"
    monkeypatch.undo()
    assert opened("minutes.pdf", pdf(["text"])).text == "text"


def test_a_file_that_needs_too_much_memory_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    large = b"Subject: minutes\n\n" + b"x" * 40_000_000
    monkeypatch.setattr(guard, "PARSING_MEMORY_BYTES", 100_000_000)
    assert refused("large.eml", large) == "needs more memory than its parser may take"
    monkeypatch.undo()
    assert opened("minutes.pdf", pdf(["text"])).text == "text"


def test_an_answer_that_was_not_waited_for_is_not_given_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(file: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(guard.pickle, "load", interrupt)
        with pytest.raises(KeyboardInterrupt):
            opened("first.pdf", pdf(["first"]))
    assert opened("second.pdf", pdf(["second"])).text == "second"


def test_a_page_nested_without_end_is_read() -> None:
    assert opened("deep.html", b"<div>" * 100_000 + b"deep").text == "deep"


def test_threads_take_turns() -> None:
    texts: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: texts.append(opened("minutes.pdf", pdf([f"page {n}"])).text))
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(texts) == [f"page {n}" for n in range(4)]


def test_a_fork_gets_a_process_of_its_own() -> None:
    opened("minutes.pdf", pdf(["before"]))
    child = os.fork()
    if child == 0:
        os._exit(0 if opened("minutes.pdf", pdf(["child"])).text == "child" else 1)
    assert opened("minutes.pdf", pdf(["parent"])).text == "parent"
    assert os.waitpid(child, 0)[1] == 0
