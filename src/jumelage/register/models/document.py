"""What was read."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.log import LogEntry


class Document(models.Model):
    """A document, known by its content: the same bytes are the same document, whatever they are called."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    media_type = models.CharField(max_length=120)
    encoding = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=20, default="und")
    title = models.TextField(blank=True)
    address = models.TextField(blank=True)
    published = EdtfField()
    published_earliest = BoundField()
    published_latest = BoundField()
    added = models.DateTimeField(auto_now_add=True, db_index=True)
    reviewed = models.ForeignKey(LogEntry, models.SET_NULL, null=True, related_name="reviewed_documents")
    """The entry by which an officer said that everything in it has been looked at, even where that is nothing."""

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.title or self.name


class Body(models.Model):
    """A document's bytes and text, apart so that lists don't load them."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True)
    content = models.BinaryField()
    text = models.TextField()

    def __str__(self) -> str:
        return f"body of {self.document_id}"


class Passage(models.Model):
    """A stretch of a document's text, by character offsets (`end` excluded), with what it says there."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        ordering = ("document", "start", "end")
        constraints = (models.UniqueConstraint("document", "start", "end", name="one_row_a_passage"),)

    def __str__(self) -> str:
        return self.quote


class Reading(models.Model):
    """That a reader (its version) read a document, and when. `digest` tells whether another reading says the same."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="readings")
    reader = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("document", "pk")

    def __str__(self) -> str:
        return f"reading of {self.document_id} on {self.at:%Y-%m-%d}"
