"""What can be done to the register: one verb a file. Pages, the API and the command line call the same ones."""

from jumelage.register.actions.acting import NotAllowed
from jumelage.register.actions.choose import NoReason, choose
from jumelage.register.actions.confirm import confirm
from jumelage.register.actions.correct import correct
from jumelage.register.actions.enter import add, enter
from jumelage.register.actions.merge import NotOfAKind, merge
from jumelage.register.actions.record import PassageOutside, Recorded, record
from jumelage.register.actions.reject import reject
from jumelage.register.actions.review import review
from jumelage.register.actions.separate import separate
from jumelage.register.actions.undo import undo
from jumelage.register.actions.word import NothingToSay, Outdated

__all__ = [
    "NoReason",
    "NotAllowed",
    "NotOfAKind",
    "NothingToSay",
    "Outdated",
    "PassageOutside",
    "Recorded",
    "add",
    "choose",
    "confirm",
    "correct",
    "enter",
    "merge",
    "record",
    "reject",
    "review",
    "separate",
    "undo",
]
