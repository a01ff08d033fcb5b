"""Put a paper itself with its record, and take it off again."""

import hashlib

from django.contrib.auth.models import User

from jumelage.agreements.models import AttachedFile, Attachment, Form
from jumelage.formats.limits import MAX_DOCUMENT_BYTES
from jumelage.register.actions import NothingToSay
from jumelage.register.actions.acting import acting
from jumelage.register.models import Record, Verb


class TooLarge(ValueError):
    """A file is larger than any scan has to be."""


def attach(officer: User, record: Record, name: str, content: bytes, *, form: Form, language: str) -> Attachment:
    """The file stands with the agreement from now on. Raises `TooLarge`, and `NothingToSay` where it is there."""
    if not content or len(content) > MAX_DOCUMENT_BYTES:
        raise TooLarge(f"{name} has {len(content):,} bytes; at least 1 and at most {MAX_DOCUMENT_BYTES:,} are kept")
    sha256 = hashlib.sha256(content).hexdigest()
    with acting(officer, Verb.ENTER, f"attached {name}") as entry:
        if record.attachments.filter(sha256=sha256, detached=None).exists():
            raise NothingToSay(f"{name} is there already.")
        attachment = Attachment.objects.create(
            record=record, sha256=sha256, name=name, form=form, language=language, size=len(content), attached=entry
        )
        AttachedFile.objects.create(attachment=attachment, content=content)
    return attachment


def detach(officer: User, attachment: Attachment) -> None:
    """The file no longer stands with the agreement; its bytes are gone, that it was there stays known."""
    with acting(officer, Verb.REJECT, f"took off {attachment.name}") as entry:
        Attachment.objects.filter(pk=attachment.pk, detached=None).update(detached=entry)
        AttachedFile.objects.filter(attachment=attachment).delete()
