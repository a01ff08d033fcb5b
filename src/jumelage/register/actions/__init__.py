"""What can be done to the register: one verb a file. Pages, the API and the command line call the same ones."""

from jumelage.register.actions.record import Recorded, record

__all__ = ["Recorded", "record"]
