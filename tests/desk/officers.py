"""What officers have before them, and do."""

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jumelage.register.models import Record
from tests.register.conftest import ANTWERP, SHAANXI, tell

VISIT = {"type": "visit", "visitors": ["e1"], "hosts": ["e2"]}
TWINNED = {"type": "twinning", "kind": "sister", "parties": ["e1", "e2"]}
PLACES = {"e1": ANTWERP, "e2": SHAANXI}


def namesakes() -> None:
    """One deputy under two spellings, in two documents."""
    post = {"type": "post", "person": "e1", "title": "deputy", "of": "e2"}
    for name in ("Ludwig Caluwé", "Ludwig Calluwé"):
        tell(f"{name}, deputy of Antwerp", {"e1": {"type": "person", "names": [name]}, "e2": ANTWERP}, [post])


def visits(number: int) -> list[Record]:
    """The visits of a document that tells of so many."""
    told = [{**VISIT, "start": str(2000 + n)} for n in range(number)]
    tell(f"{number} visits of Antwerp to Shaanxi", PLACES, told)
    return list(Record.objects.filter(kind="visit").order_by("pk"))


def send(client: Client, address: str, **form: object) -> str:
    """What the officer sees after sending a form."""
    response: HttpResponse = client.post(address, form, follow=True)  # type: ignore[assignment]
    assert response.status_code == 200
    return response.content.decode()


def queries(client: Client, address: str) -> int:
    """How often a page asks the register."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
