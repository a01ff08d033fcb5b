"""What can be done to the register: one verb a file. Pages, the API and the command line call the same ones."""

from jumelage.register.actions.confirm import confirm
from jumelage.register.actions.record import PassageOutside, Recorded, record
from jumelage.register.actions.reject import reject
from jumelage.register.actions.word import NothingToSay, Outdated

__all__ = ["NothingToSay", "Outdated", "PassageOutside", "Recorded", "confirm", "record", "reject"]
