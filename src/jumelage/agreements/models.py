"""The papers themselves: scans and texts, in all their languages."""

from django.db import models

from jumelage.register.models import LogEntry, Record


class Form(models.TextChoices):
    SCAN = "scan"
    TEXT = "text"
    TRANSLATION = "translation"


class Attachment(models.Model):
    """A file that an officer put with an agreement, known by the SHA-256 of its bytes. Who took it off stays known."""

    record = models.ForeignKey(Record, models.CASCADE, related_name="attachments")
    sha256 = models.CharField(max_length=64)
    name = models.TextField()
    form = models.CharField(max_length=20, choices=Form)
    language = models.CharField(max_length=20)
    size = models.PositiveBigIntegerField()
    attached = models.ForeignKey(LogEntry, models.PROTECT, related_name="attached")
    detached = models.ForeignKey(LogEntry, models.PROTECT, null=True, related_name="detached")

    class Meta:
        ordering = ("record", "pk")
        constraints = (
            models.UniqueConstraint(
                "record", "sha256", condition=models.Q(detached=None), name="one_row_a_file_of_an_agreement"
            ),
        )

    def __str__(self) -> str:
        return self.name


class AttachedFile(models.Model):
    """The bytes of an attachment, apart so that lists don't load them."""

    attachment = models.OneToOneField(Attachment, models.CASCADE, primary_key=True, related_name="file")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"file of {self.attachment_id}"
