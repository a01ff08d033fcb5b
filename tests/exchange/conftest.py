"""Lists in small."""

import pytest
from django.contrib.auth.models import User

from jumelage.exchange import Choices, Plan, guess_mapping, open_table, plan

HEADING = "party_a,country_a,party_b,country_b,since\n"


def planned(text: str, name: str = "list.csv") -> Plan:
    table = open_table(name, text.encode())
    return plan(table, guess_mapping(table))


@pytest.fixture
def officer(db: None) -> User:
    return User.objects.create_user("mei")


SKIPPING = Choices(skip_errors=True)
