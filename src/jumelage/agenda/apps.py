from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "jumelage.agenda"
    label = "agenda"
    verbose_name = "Agenda"
