"""Scans and texts of agreements: kept as they came, known by their hash."""

import hashlib

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jumelage.agreements.models import AttachedFile, Attachment
from jumelage.register.models import Record
from tests.desk.conftest import Page, address_of

pytestmark = pytest.mark.usefixtures("partnership")
SCAN = b"%PDF-1.7 <script>alert(1)</script>"


@pytest.fixture
def officer(client: Client) -> User:
    mei = User.objects.create_user("mei")
    client.force_login(mei)
    return mei


def put(client: Client, content: bytes, name: str = "谅解备忘录.pdf", language: str = "zh") -> int:
    record = Record.objects.get(kind="agreement")
    upload = SimpleUploadedFile(name, content)
    asked = {"file": upload, "form": "scan", "language": language}
    return client.post(f"/agreements/{record.pk}/attach", asked).status_code


def test_a_scan_is_kept_as_it_came_with_its_hash_and_language(client: Client, page: Page, officer: User) -> None:
    assert put(client, SCAN) == 302
    assert put(client, b"Vertaling", "vertaling.txt", "nl") == 302
    text = page(address_of("agreement"))
    assert "谅解备忘录.pdf" in text
    assert hashlib.sha256(SCAN).hexdigest() in text
    assert "Chinese" in text
    assert "Dutch" in text
    response = client.get(f"/attachments/{Attachment.objects.earliest('pk').pk}/")
    assert response.content == SCAN
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/octet-stream"


def test_the_same_file_stands_there_once(client: Client, officer: User) -> None:
    put(client, SCAN)
    put(client, SCAN, "again.pdf")
    assert Attachment.objects.count() == 1


def test_what_is_taken_off_is_gone_and_its_row_says_who_did_it(client: Client, page: Page, officer: User) -> None:
    put(client, SCAN)
    attachment = Attachment.objects.get()
    client.post(f"/attachments/{attachment.pk}/detach")
    assert client.get(f"/attachments/{attachment.pk}/").status_code == 404
    assert not AttachedFile.objects.exists()
    attachment.refresh_from_db()
    assert attachment.detached
    assert attachment.detached.officer == officer


def test_nothing_is_kept_of_an_empty_file_or_an_unknown_language(client: Client, officer: User) -> None:
    assert put(client, b"") == 400
    assert put(client, SCAN, language="tlh") == 400
    assert not Attachment.objects.exists()


def test_who_is_not_signed_in_attaches_nothing(client: Client) -> None:
    assert put(client, SCAN) == 302
    assert not Attachment.objects.exists()
