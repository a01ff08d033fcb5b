"""How the register and the desk are set up, from the environment.

`JUMELAGE_HOME`      the folder that holds the register; a folder of the user's own where it is not given
`JUMELAGE_DATABASE`  `postgresql://user:password@host:port/name` instead of the SQLite file in that folder
`JUMELAGE_HOSTS`     names under which the desk may be reached, separated by commas; this machine only by default
`JUMELAGE_HTTPS`     `1` where the desk is reached through https: cookies and pages then insist on it
`JUMELAGE_MAIL`      `smtp://user:password@host:port` or `smtps://…`; without it, letters are written to files
`JUMELAGE_SENDER`    the address that letters come from
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from platformdirs import user_data_path

HOME = Path(os.environ.get("JUMELAGE_HOME") or user_data_path("jumelage"))
SECRET_KEY_FILE = HOME / "secret-key"
SECRET_KEY = SECRET_KEY_FILE.read_text() if SECRET_KEY_FILE.exists() else get_random_secret_key()
HTTPS = os.environ.get("JUMELAGE_HTTPS") == "1"
DEBUG = False
ALLOWED_HOSTS = [h for h in os.environ.get("JUMELAGE_HOSTS", "").split(",") if h] or ["localhost", "127.0.0.1", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "jumelage.register",
    "jumelage.agreements",
    "jumelage.agenda",
    "jumelage.desk",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "jumelage.desk.content_security.content_security",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "jumelage.urls"
WSGI_APPLICATION = "jumelage.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jumelage.desk.navigation.navigation",
            ],
        },
    },
]


def database(url: str | None) -> dict[str, object]:
    """Django's settings for a database URL; without one, for the SQLite file.

    SQLite takes the write lock at the start of a transaction (IMMEDIATE) and lets readers go on (WAL), so that a write
    waits for another instead of failing; which is why pages must not run in a transaction each.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "register.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ImproperlyConfigured("JUMELAGE_DATABASE must look like postgresql://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


DATABASES = {"default": database(os.environ.get("JUMELAGE_DATABASE"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("nl", "Nederlands"), ("fr", "Français"), ("de", "Deutsch"), ("zh-hans", "中文")]
FORMAT_MODULE_PATH = "jumelage.desk.formats"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "jumelage.desk.fonts.FontFinder",
]
WHITENOISE_USE_FINDERS = True  # everything comes from installed packages, so there is nothing to collect

_MAIL = urlsplit(os.environ.get("JUMELAGE_MAIL", ""))
if os.environ.get("JUMELAGE_MAIL") and not (_MAIL.scheme in ("smtp", "smtps") and _MAIL.hostname):
    raise ImproperlyConfigured("JUMELAGE_MAIL must look like smtp://user:password@host:port")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL.hostname else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = HOME / "mail"
EMAIL_HOST, EMAIL_PORT = _MAIL.hostname or "", _MAIL.port or (465 if _MAIL.scheme == "smtps" else 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = _MAIL.scheme == "smtps", _MAIL.scheme == "smtp" and bool(EMAIL_HOST_USER)
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = os.environ.get("JUMELAGE_SENDER", "jumelage@localhost")

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
LOGIN_URL = "desk:sign-in"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "desk:home"
CSRF_FAILURE_VIEW = "jumelage.desk.views.errors.forbidden"
