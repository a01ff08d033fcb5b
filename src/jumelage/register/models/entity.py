"""Places, organisations and persons, and the forms of their names."""

from django.db import models

from jumelage.register.models.record import Details, DetailsQuerySet


class Entity(Details):
    """A place, an organisation or a person; which of them, its record's kind tells.

    `name` is the form that most sources use. `level`, `country` and `gazetteer` are a place's, `kind` is an
    organisation's; `wikidata` is a Q-id.
    """

    name = models.TextField()
    level = models.CharField(max_length=10, blank=True)
    country = models.CharField(max_length=2, blank=True)
    kind = models.TextField(blank=True)
    gazetteer = models.CharField(max_length=40, blank=True, db_index=True)
    wikidata = models.CharField(max_length=20, blank=True, db_index=True)

    objects = DetailsQuerySet["Entity"].as_manager()

    class Meta:
        verbose_name_plural = "entities"

    def __str__(self) -> str:
        return self.name


class NameForm(models.Model):
    """One form of an entity's name. Its value tells its standing and who uses it.

    `folded` is the form as `jumelage.register.keys` folds it, to find it by; `sound` is what it has in common with
    other names that are worth comparing though they are written otherwise.
    """

    value = models.OneToOneField("register.Value", models.CASCADE, primary_key=True, related_name="form")
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="forms")
    text = models.TextField()
    folded = models.TextField(db_index=True)
    sound = models.TextField(blank=True, db_index=True)
    language = models.CharField(max_length=20, default="und")
    script = models.CharField(max_length=4)
    order = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ("entity", "pk")

    def __str__(self) -> str:
        return self.text
