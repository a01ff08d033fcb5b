"""Officers enter records and correct them, through forms in the terms of the field."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from jumelage.desk.addresses import SLUGS
from jumelage.register.actions import add, correct, enter
from jumelage.register.models import Agreement, Entity, LogEntry, NameForm, Post, Record, Twinning, Value, Visit
from jumelage.register.queries import sheet_of
from jumelage.vocabulary.edtf import Edtf
from tests.desk.officers import queries, send

pytestmark = pytest.mark.usefixtures("partnership")
FIELD = re.compile(r'<(input|textarea|select)\b[^>]*\bname="([^"]+)"[^>]*>')


def form_on(client: Client, address: str) -> dict[str, str | list[str]]:
    """What a browser would send, were the form at an address sent as it is."""
    return form_in(client.get(address).content.decode())


def form_in(page: str) -> dict[str, str | list[str]]:
    page = page[page.index('<form class="edit"') :]
    page = page[: page.index("</form>")]
    found: dict[str, str | list[str]] = {}
    for tag in FIELD.finditer(page):
        kind, name, written = tag[1], tag[2], tag[0]
        value = re.search(r'\bvalue="([^"]*)"', written)
        if kind == "select":
            options = page[tag.end() : page.index("</select>", tag.end())]
            chosen = re.search(r'<option value="([^"]*)" selected', options)
            found[name] = chosen[1] if chosen else ""
        elif kind == "textarea":
            found[name] = page[tag.end() : page.index("</textarea>", tag.end())].strip()
        elif 'type="checkbox"' in written:
            if "checked" in written:
                found.setdefault(name, [])
                found[name] = [*found[name], value[1] if value else "on"]
        elif name.startswith("initial-") and name in found:
            found[name] = [*([found[name]] if isinstance(found[name], str) else found[name]), value[1] if value else ""]
        else:
            found[name] = value[1] if value else ""
    return found


def labels(*names: str) -> list[str]:
    return [f"{name} №{Entity.objects.get(name=name).pk}" for name in names]


def edit(client: Client, record: Record, **changed: str) -> str:
    """The page after the form of a record was sent with some inputs changed; `since_0` is the input since-0."""
    address = f"/{SLUGS[record.kind]}/{record.pk}/edit"
    inputs = {name.replace("_", "-", 1): typed for name, typed in changed.items()}
    return send(client, address, **{**form_on(client, address), **inputs})


def test_a_form_that_is_sent_as_it_is_changes_nothing(client: Client, officer: User) -> None:
    for record in Record.objects.all():
        address = f"/{SLUGS[record.kind]}/{record.pk}/edit"
        text = send(client, address, **form_on(client, address))
        assert "That had been said already." in text, record
    assert not LogEntry.objects.exists()


def test_a_correction_is_typed_as_people_write_and_keeps_the_sentence(client: Client, officer: User) -> None:
    twinning = Record.objects.get(kind="twinning")
    text = edit(client, twinning, since_0="autumn 2003", reason="the charter")
    assert "Corrected: Harderwijk – Lishui" in text
    assert Twinning.objects.get().since == Edtf("2003-23")
    [line] = [line for line in sheet_of(twinning)["since"] if line.value.current]
    assert "2004" in str(line.citations[0].passage)
    assert LogEntry.objects.get().reason == "the charter"


def test_what_is_no_date_is_told_and_nothing_is_lost(client: Client, officer: User) -> None:
    twinning = Record.objects.get(kind="twinning")
    text = edit(client, twinning, since_0="once upon a time", until_0="2030")
    assert "can&#x27;t be read as a date" in text
    assert 'value="once upon a time"' in text
    assert 'value="2030"' in text
    assert not LogEntry.objects.exists()


def test_a_name_that_nobody_has_is_asked_about_and_entered_with_the_record(client: Client, officer: User) -> None:
    harderwijk, lishui = labels("Harderwijk", "Lishui")
    form = {"visitors-new0": lishui, "hosts-new0": harderwijk, "head-0": "Wang Fang", "start-0": "3 to 5 May 2024"}
    text = send(client, "/visits/new", **form)
    assert "Choose below which one is meant." in text
    assert "A new one: Person" in text
    assert 'value="3 to 5 May 2024"' in text
    text = send(client, "/visits/new", **form, **{"head-0-meant": "person"})
    assert "Entered: Lishui visits Harderwijk" in text
    assert Visit.objects.latest("pk").start == Edtf("2024-05-03/2024-05-05")
    assert Entity.objects.get(name="Wang Fang").record.standing == "proposed"
    visit = Record.objects.filter(kind="visit").latest("pk")
    assert [c.entry.officer for c in sheet_of(visit)["start"][0].citations if c.entry] == [officer]


def test_a_name_that_one_alone_has_needs_no_number(client: Client, officer: User) -> None:
    form = {"recipient-0": "anna de wit", "title-0": "Order of the Tulip", "date-0": "2024", "by-new0": "Harderwijk"}
    assert "Entered: Anna de Wit: Order of the Tulip" in send(client, "/honours/new", **form)


def test_a_namesake_is_chosen_by_the_officer(client: Client, officer: User) -> None:
    enter(officer, "place", {"names": ["Harderwijk"], "country": ["BE"]})
    form = {"parties-new0": "Harderwijk", "parties-new1": labels("Lishui")[0], "kind-0": "friendship"}
    text = send(client, "/twinnings/new", **form)
    offered = re.findall(r'<option value="(\d+)">Harderwijk · ([^<]*) №', text)
    assert sorted(where for _key, where in offered) == ["Belgium", "city, Netherlands"]
    key = next(key for key, where in offered if where == "Belgium")
    send(client, "/twinnings/new", **form, **{"parties-new0-meant": key})
    parties = Value.objects.filter(record__kind="twinning", field="parties").order_by("-pk").values_list("entity")
    assert (int(key),) in parties[:2]


def test_what_is_needed_is_asked_for(client: Client, officer: User) -> None:
    text = send(client, "/twinnings/new", **{"parties-new0": labels("Lishui")[0]})
    assert "Two are needed here." in text
    assert "This is needed." in text
    assert "This is needed." in send(client, "/people/new")
    assert not LogEntry.objects.exists()


def test_a_name_has_its_language_and_order(client: Client, officer: User) -> None:
    form = {"names-new0_0": "钟国栋", "names-new0_1": "zh", "names-new0_2": "surname first"}
    assert "Entered: 钟国栋" in send(client, "/people/new", **form)
    name = NameForm.objects.get(text="钟国栋")
    assert (name.language, name.script, name.order) == ("zh", "Hani", "surname first")


def test_a_post_has_its_time(client: Client, officer: User) -> None:
    form = {"person-0": labels("Anna de Wit")[0], "title-0": "alderman", "since-0": "March 2010", "until-0": "2014"}
    assert "Entered: Anna de Wit: alderman" in send(client, "/posts/new", **form)
    post = Post.objects.get(title="alderman")
    assert (post.since, post.until) == (Edtf("2010-03"), Edtf("2014"))


def test_a_twinning_falls_within_another_one(client: Client, officer: User) -> None:
    outer = Record.objects.get(kind="twinning")
    form = {"parties-new0": "Zuiderzee Hospital", "parties-new1": "Lishui First Hospital", "kind-0": "partnership"}
    form |= {"parties-new1-meant": "organisation", "within-0": f"Harderwijk – Lishui №{outer.pk}"}
    send(client, "/twinnings/new", **form)
    inner = Record.objects.filter(kind="twinning").latest("pk")
    within = inner.values.current().filter(field="within").values_list("entity__name", flat=True)
    assert sorted(within) == ["Harderwijk", "Lishui"]
    assert form_on(client, f"/twinnings/{inner.pk}/edit")["within-0"] == f"Harderwijk – Lishui · 2004 №{outer.pk}"
    edit(client, inner, within_0="")
    assert not inner.values.current().filter(field="within").exists()


def test_a_signed_paper_is_followed_by_papers_of_their_own(client: Client, officer: User) -> None:
    signed = Record.objects.get(kind="agreement")
    page = client.get(f"/agreements/{signed.pk}/edit").content.decode()
    assert "nothing signed is edited" in page
    for word in ("amends", "renews", "suspends", "ends"):
        assert f"/agreements/new?{word}={signed.pk}" in page
    form = form_on(client, f"/agreements/new?renews={signed.pk}")
    text = send(
        client, "/agreements/new", **{**form, "kind-0": "memorandum", "signed-0": "May 2019", "term-0": "5 years"}
    )
    assert "Entered: Memorandum of understanding" in text
    renewal = Record.objects.filter(kind="agreement").latest("pk")
    assert [v.text for v in renewal.values.filter(field="renews")] == [str(signed.pk)]
    assert renewal.values.filter(field="parties").count() == 2
    assert str(Agreement.objects.get(pk=renewal.pk).term) == "P5Y"
    assert Agreement.objects.get(pk=signed.pk).signed == Edtf("2014-05-12")


def test_topics_are_ticked_and_unticked(client: Client, officer: User) -> None:
    agreement = Record.objects.get(kind="agreement")
    address = f"/agreements/{agreement.pk}/edit"
    send(client, address, **{**form_on(client, address), "fields-0": ["sport", "water"], "renewal-0": "on"})
    topics = agreement.values.current().filter(field="fields").values_list("text", flat=True)
    assert sorted(topics) == ["sport", "water"]
    assert Agreement.objects.get(pk=agreement.pk).renewal
    form = form_on(client, address)
    del form["renewal-0"]
    send(client, address, **form)
    assert not Agreement.objects.get(pk=agreement.pk).renewal


def test_more_empty_lines_keep_what_was_typed(client: Client, officer: User) -> None:
    text = send(client, "/visits/new", **{"visitors-new0": "Lishui", "blanks": "2", "more": "1"})
    assert 'name="visitors-new3"' in text
    assert 'value="Lishui"' in text
    assert not LogEntry.objects.exists()


def test_when_another_officer_was_faster_nothing_is_lost_and_nothing_overwritten(client: Client, officer: User) -> None:
    twinning = Record.objects.get(kind="twinning")
    address = f"/twinnings/{twinning.pk}/edit"
    mine = {**form_on(client, address), "until-0": "2030", "reason": "the council"}
    other = User.objects.create_user("otto")
    since = twinning.values.get(field="since", text="2004")
    correct(other, twinning, since, "2003", version=twinning.version)
    response = client.post(address, mine)
    text = response.content.decode()
    assert response.status_code == 409
    assert "otto was faster" in text
    assert 'value="2030"' in text
    assert 'value="2003"' in text
    assert 'value="the council"' in text
    again = form_in(text)
    text = send(client, address, **again)
    assert "Corrected:" in text
    row = Twinning.objects.get()
    assert (row.since, row.until) == (Edtf("2003"), Edtf("2030"))


def test_boxes_that_two_officers_ticked_are_all_ticked(client: Client, officer: User) -> None:
    agreement = Record.objects.get(kind="agreement")
    address = f"/agreements/{agreement.pk}/edit"
    mine = {**form_on(client, address), "fields-0": ["sport"]}
    other = User.objects.create_user("otto")
    add(other, agreement, {"fields": ["water"]}, version=agreement.version)
    send(client, address, **form_in(client.post(address, mine).content.decode()))
    topics = agreement.values.current().filter(field="fields").values_list("text", flat=True)
    assert sorted(topics) == ["sport", "water"]


def test_what_was_typed_over_a_value_that_is_gone_is_kept_as_a_new_one(client: Client, officer: User) -> None:
    visit = Record.objects.get(kind="visit")
    address = f"/visits/{visit.pk}/edit"
    stop = visit.values.get(field="stops")
    mine = {**form_on(client, address), f"stops-{stop.pk}": labels("Lishui")[0]}
    other = User.objects.create_user("otto")
    correct(other, visit, stop, Entity.objects.get(name="Harderwijk"), version=visit.version)
    text = client.post(address, mine).content.decode()
    send(client, address, **form_in(text))
    stops = visit.values.current().filter(field="stops").values_list("entity__name", flat=True)
    assert sorted(stops) == ["Harderwijk", "Lishui"]


def test_suggestions_come_by_any_name(client: Client, officer: User) -> None:
    offered = client.get("/lookup/?as=of-0&kinds=place&of-0=丽水").content.decode()
    assert offered.count("<option") == 1
    assert "Lishui · city, China №" in offered
    assert "<option" not in client.get("/lookup/?as=of-0&kinds=burrow&of-0=丽水").content.decode()


def test_who_is_not_signed_in_enters_nothing(client: Client) -> None:
    assert client.get("/visits/new").headers["Location"].startswith("/sign-in/")
    assert client.get("/burrows/new").status_code in (302, 404)


def test_a_form_takes_no_more_queries_for_more_values(client: Client, officer: User) -> None:
    places = [enter(officer, "place", {"names": [f"Town {n}"]}) for n in range(12)]
    entities = list(Entity.objects.filter(pk__in=[place.pk for place in places]))
    few, many = (enter(officer, "visit", {"visitors": entities[:1], "stops": entities[:n]}) for n in (2, 12))
    assert queries(client, f"/visits/{few.pk}/edit") == queries(client, f"/visits/{many.pk}/edit")
