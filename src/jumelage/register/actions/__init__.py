"""What can be done to the register: one verb a file. Pages, the API and the command line call the same ones."""

from jumelage.register.actions.acting import Bulk, NotAllowed, may_write
from jumelage.register.actions.bring_in import BroughtIn, OtherwiseIn, bring_in
from jumelage.register.actions.choose import NoReason, choose
from jumelage.register.actions.confirm import confirm, confirm_all
from jumelage.register.actions.correct import Correction, correct, revise
from jumelage.register.actions.enter import add, enter
from jumelage.register.actions.merge import NotOfAKind, merge
from jumelage.register.actions.publish import is_published, publish
from jumelage.register.actions.record import PassageOutside, Recorded, record
from jumelage.register.actions.reject import reject, reject_all
from jumelage.register.actions.review import review
from jumelage.register.actions.separate import separate, separate_all
from jumelage.register.actions.take_out import put_right_if_nobody_is_at_it
from jumelage.register.actions.undo import undo
from jumelage.register.actions.unpublish import unpublish
from jumelage.register.actions.uphold import uphold
from jumelage.register.actions.word import NothingToSay, Outdated, Said
from jumelage.register.actions.write_down import take_away, write_down
from jumelage.register.alone import Busy

__all__ = [
    "BroughtIn",
    "Bulk",
    "Busy",
    "Correction",
    "NoReason",
    "NotAllowed",
    "NotOfAKind",
    "NothingToSay",
    "OtherwiseIn",
    "Outdated",
    "PassageOutside",
    "Recorded",
    "Said",
    "add",
    "bring_in",
    "choose",
    "confirm",
    "confirm_all",
    "correct",
    "enter",
    "is_published",
    "may_write",
    "merge",
    "publish",
    "put_right_if_nobody_is_at_it",
    "record",
    "reject",
    "reject_all",
    "review",
    "revise",
    "separate",
    "separate_all",
    "take_away",
    "undo",
    "unpublish",
    "uphold",
    "write_down",
]
