"""What a paper is asked for."""

from dataclasses import dataclass
from datetime import date

from jumelage.desk.briefings.quoting import Quoting
from jumelage.register.queries import Glance


@dataclass(frozen=True, slots=True)
class Asked:
    """The record that the paper is on, and the day for which it is made."""

    glance: Glance
    day: date
    quoting: Quoting
