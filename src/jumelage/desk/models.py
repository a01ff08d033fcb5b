"""What the desk keeps for each officer."""

from django.conf import settings
from django.db import models

LONGEST_NAME = 80
"""Characters of the name of a list."""


class KeptList(models.Model):
    """A list as an officer narrowed it down: its address, under a name of the officer's own."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="kept_lists")
    name = models.CharField(max_length=LONGEST_NAME)
    address = models.TextField()

    class Meta:
        ordering = ("name", "pk")
        constraints = (models.UniqueConstraint("officer", "name", name="one_list_a_name"),)

    def __str__(self) -> str:
        return self.name
