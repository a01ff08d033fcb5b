"""What officers published is on the site; nothing else is."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from jumelage.desk.publishing import SIGN, NotASite, write_site
from jumelage.register.actions import NothingToSay, publish, reject, undo, unpublish
from jumelage.register.models import Entity, LogEntry, Record
from tests.desk.conftest import Page, address_of

pytestmark = pytest.mark.usefixtures("partnership")
UNPUBLISHED = (
    "Anna de Wit",
    "Zuiderzee",
    "Two rivers",
    "orchestra",
    "honorary",
    "nurses",
    "A letter from",
    "letter.txt",
)


@pytest.fixture
def officer() -> User:
    return User.objects.create_user("mei")


def put_on(officer: User, kind: str) -> LogEntry:
    record = Record.objects.filter(kind=kind).earliest("pk")
    return publish(officer, record, version=record.version)


def texts(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in folder.rglob("*") if file.is_file()
    }


def test_nothing_unpublished_leaks(officer: User, tmp_path: Path) -> None:
    put_on(officer, "twinning")
    put_on(officer, "visit")
    assert write_site(tmp_path / "site") == 2
    pages = texts(tmp_path / "site")
    twinning = next(text for name, text in pages.items() if re.fullmatch(r"en/twinning-\d+\.html", name))
    assert "Harderwijk – Lishui" in twinning
    assert "Lishui visits Harderwijk" in twinning
    for name, text in pages.items():
        assert [word for word in (*UNPUBLISHED, "memorandum on health", "mei") if word in text] == [], name


def test_who_is_not_published_is_not_named(officer: User, tmp_path: Path) -> None:
    put_on(officer, "honour")
    write_site(tmp_path / "site")
    assert "honorary citizen" in texts(tmp_path / "site")["en/index.html"]
    assert "Anna de Wit" not in "".join(texts(tmp_path / "site").values())
    put_on(officer, "person")
    write_site(tmp_path / "site")
    assert "Anna de Wit: honorary citizen" in texts(tmp_path / "site")["en/index.html"]


def test_a_site_of_nothing_says_so(tmp_path: Path) -> None:
    assert write_site(tmp_path / "site") == 0
    pages = texts(tmp_path / "site")
    assert "Nothing has been published yet." in pages["index.html"]
    assert not any(word in text for text in pages.values() for word in (*UNPUBLISHED, "Harderwijk", "Lishui"))


def test_what_is_taken_off_or_rejected_is_gone_the_next_time(officer: User, tmp_path: Path) -> None:
    put_on(officer, "twinning")
    put_on(officer, "visit")
    write_site(tmp_path / "site")
    record = Record.objects.get(kind="visit")
    unpublish(officer, record, version=record.version)
    record = Record.objects.get(kind="twinning")
    reject(officer, record, version=record.version)
    assert write_site(tmp_path / "site") == 0
    assert "Lishui" not in "".join(texts(tmp_path / "site").values())


def test_publishing_can_be_undone_and_the_undoing_as_well(officer: User) -> None:
    entry = put_on(officer, "twinning")
    with pytest.raises(NothingToSay):
        put_on(officer, "twinning")
    undoing = undo(officer, entry)
    record = Record.objects.get(kind="twinning")
    with pytest.raises(NothingToSay):
        unpublish(officer, record, version=record.version)
    undo(officer, undoing)
    off = unpublish(officer, record, version=record.version)
    again = undo(officer, off)
    with pytest.raises(NothingToSay):
        put_on(officer, "twinning")
    undo(officer, again)
    put_on(officer, "twinning")


def test_every_language_has_its_pages_its_feed_and_its_map(officer: User, tmp_path: Path) -> None:
    put_on(officer, "twinning")
    write_site(tmp_path / "site", "https://example.org/ties/")
    pages = texts(tmp_path / "site")
    for language in ("en", "nl", "fr", "de", "zh-hans"):
        assert f'<html lang="{language}">' in pages[f"{language}/index.html"]
        assert f"https://example.org/ties/{language}/twinning-" in pages[f"{language}/feed.xml"]
        assert pages[f"{language}/map.svg"].startswith("<svg")
    assert "哈尔德韦克" in pages["zh-hans/index.html"]
    links = {link for name, text in pages.items() for link in _links(name, text)}
    assert {link for link in links if not (tmp_path / "site" / link).exists()} == set()


def _links(name: str, text: str) -> list[str]:
    found = re.findall(r'(?:href|src)="([^"#:]+)"', text) if name.endswith(".html") else []
    return [str(Path(name).parent / link) for link in found]


def test_machines_read_it_as_schema_org_and_no_name_breaks_out(officer: User, tmp_path: Path) -> None:
    put_on(officer, "twinning")
    put_on(officer, "visit")
    Entity.objects.filter(name="Harderwijk").first().forms.update(text="</script><b>Harderwijk")  # type: ignore[union-attr]
    write_site(tmp_path / "site")
    page = texts(tmp_path / "site")["en/index.html"]
    assert "<b>" not in page
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])  # type: ignore[index]
    (twinning,) = data["@graph"]
    assert {one["name"] for one in twinning["about"]} == {"</script><b>Harderwijk", "Lishui"}
    assert twinning["mentions"][0]["startDate"] == "2023-10-03"


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(NotASite):
        write_site(tmp_path)
    assert (tmp_path / "letter.txt").read_text() == "mine"
    write_site(tmp_path / "new")
    assert (tmp_path / "new" / SIGN).exists()


def test_officers_publish_on_the_page_of_a_record(officer: User, page: Page) -> None:
    address = address_of("twinning")
    assert "Put on the public site" not in page(address)
    page.client.force_login(officer)
    record = Record.objects.get(kind="twinning")
    assert "Put on the public site" in page(address)
    page.client.post(f"{address}publish", {"version": record.version})
    assert "on the public site" in page(address)
    page.client.post(f"{address}publish", {"version": record.version, "off": "1"})
    assert "Put on the public site" in page(address)
    assert "took off the public site" in page("/log/")
