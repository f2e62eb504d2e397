"""Becoming a kiosk: a one-time code for a token."""

from __future__ import annotations

import secrets
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.utils.crypto import salted_hmac

from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync.models import Code, Token
from kiosk.clock import now

#: Letters and digits that nobody takes for another.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 8
LIFE = timedelta(hours=24)


def make_code(kiosk: Kiosk) -> str:
    """A new code for that kiosk ("ABCD-EFGH"); codes made before are worth nothing any more."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    with transaction.atomic():
        kiosk.codes.all().delete()
        Code.objects.create(kiosk=kiosk, digest=_digest(code), expires=now() + LIFE)
    return f"{code[:4]}-{code[4:]}"


def enrol(code: str) -> tuple[Kiosk, str] | None:
    """The kiosk that this code is for and its token, or None. Tokens that the kiosk had before are blocked."""
    moment = now()
    with transaction.atomic():
        good = Code.objects.filter(digest=_digest(_plain(code)), used=None, expires__gt=moment)
        if not good.update(used=moment):
            return None
        kiosk = Kiosk.objects.get(codes__digest=_digest(_plain(code)))
        block(kiosk)
        token = secrets.token_urlsafe(32)
        Token.objects.create(kiosk=kiosk, digest=token_digest(token), made=moment)
    return kiosk, token


def block(kiosk: Kiosk) -> int:
    """Refuse this kiosk from now on; the number of tokens that were good until now."""
    return kiosk.tokens.filter(revoked=None).update(revoked=now())


def token_digest(token: str) -> str:
    """What central keeps of a token. It has 256 random bits, so a plain hash is enough."""
    return sha256(token.encode()).hexdigest()


def _plain(code: str) -> str:
    return code.upper().replace("-", "").replace(" ", "")[: LENGTH + 1]


def _digest(code: str) -> str:
    # A code is short enough to be guessed from a plain hash: it is keyed
    return salted_hmac("wegwijs.enrolment", code, algorithm="sha256").hexdigest()
