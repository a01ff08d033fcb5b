from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "jumelage.agreements"
    label = "agreements"
    verbose_name = "Agreements"
