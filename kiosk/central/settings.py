"""Django's settings, all from the environment; nonsense is refused with a sentence.

DATABASE_URL        sqlite:////var/lib/wegwijs/central.db, or postgres://user:word@host:5432/name
WEGWIJS_SECRET_KEY  at least 32 characters that nobody else knows
WEGWIJS_HOSTS       the names central is called by, with commas; without it only this computer
WEGWIJS_WORKERS     processes that answer: 1 with SQLite, with PostgreSQL as many as there are cores
WEGWIJS_HTTPS       1 when a proxy of ours speaks HTTPS to the world and sets X-Forwarded-Proto
"""

from __future__ import annotations

import os

from kiosk.central import environment, texts
from kiosk.paths import RESOURCES

DEBUG = False
SECRET_KEY = environment.secret(os.environ)
ALLOWED_HOSTS = environment.hosts(os.environ)
DATABASES = {"default": environment.database(os.environ)}
HTTPS = environment.https(os.environ)

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "kiosk.central.sync",
    "kiosk.central.fleet",
    "kiosk.central.catalogue",
    "kiosk.central.workspaces",
    "kiosk.central.guided",
    "kiosk.central.events",
    "kiosk.central.lessons",
]

MIDDLEWARE = [
    "kiosk.central.sync.door.door",
    "django.middleware.security.SecurityMiddleware",
    "kiosk.central.staff.fenced",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "kiosk.central.urls"
WSGI_APPLICATION = "kiosk.central.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [environment.HERE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            # Ours first; then Django's own for the admin
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
        },
    }
]

# Our form fields (`words.py`) have templates of their own
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "kiosk.central.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "front"
LOGOUT_REDIRECT_URL = "login"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [texts.compiled()]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [
    environment.HERE / "static",
    ("fonts", RESOURCES / "fonts"),
    ("drawings", RESOURCES / "drawings"),
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [f"https://{host.removeprefix('.')}" for host in ALLOWED_HOSTS] if HTTPS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 << 20

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Never a body, a name or a token in a log: what goes wrong is told by place and kind
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "wegwijs": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
