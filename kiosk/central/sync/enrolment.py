"""Becoming a kiosk, and being one no longer: codes that staff made, codes that screens show, approval, blocking."""

from __future__ import annotations

import secrets
from base64 import b64encode
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync.answers import Stop
from kiosk.central.sync.models import Code, Key, Token, Waiting
from kiosk.clock import now

#: Letters and digits that nobody takes for another.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 8

#: How long a code is good: one that staff made, and one on a screen (which gets the next one by itself).
LIFE, SHOWN = timedelta(hours=24), timedelta(hours=1)

#: Computers that may wait at the same time: from one address, and all together.
PER_ADDRESS, ALL_TOGETHER = 50, 500


def make_code(kiosk: Kiosk) -> str:
    """A new code for that kiosk ("ABCD-EFGH"); codes made before are worth nothing any more."""
    code = _any_code()
    with transaction.atomic():
        kiosk.codes.all().delete()
        Code.objects.create(kiosk=kiosk, digest=_digest(code), expires=now() + LIFE)
    return f"{code[:4]}-{code[4:]}"


def enrol(public: bytes, code: str, address: str) -> Kiosk | None:
    """The kiosk that this key is from now on, by the code that staff made for it; None when the code is not good.
    `Stop` when this key is good for nothing any more."""
    digest, moment = _digest(plain(code)), now()
    with transaction.atomic():
        if not Code.objects.filter(digest=digest, used=None, expires__gt=moment).update(used=moment):
            return _before(public, digest)
        key = _known(public) or _new(public, None, address)
        if key.cloned is not None:
            # Rolls back: the code is not spent
            raise Stop("clone-detected")
        kiosk = Kiosk.objects.get(codes__digest=digest)
        approve(key, kiosk)
    return kiosk


def _before(public: bytes, digest: str) -> Kiosk | None:
    """The kiosk that this key became by that very code: the answer was lost, so it asks again."""
    good = Key.objects.filter(public=public_text(public), revoked=None, cloned=None)
    key = good.filter(kiosk__codes__digest=digest).select_related("kiosk").first()
    return key.kiosk if key is not None else None


def ask(public: bytes, address: str) -> Kiosk | Key:
    """Which kiosk this key is, or the key while it waits. `Stop` when it was blocked, or when too many wait."""
    with transaction.atomic():
        Key.objects.filter(kiosk=None, expires__lte=now()).delete()
        key = _known(public)
        if key is not None and key.kiosk is not None:
            _must_be_good(key)
            return key.kiosk
        if key is None:
            _must_have_room(address)
            key = _new(public, _any_code(), address)
    return key


def approve(key: Key, kiosk: Kiosk) -> None:
    """From now on this key is that kiosk, and no other is."""
    with transaction.atomic():
        block(kiosk)
        _end_tokens(key)
        key.kiosk, key.code, key.approved, key.revoked = kiosk, None, now(), None
        key.generation, key.used = 0, False
        key.save()


def block(kiosk: Kiosk) -> int:
    """Refuse this kiosk from now on; the number of keys that were good until now."""
    return kiosk.keys.filter(revoked=None).update(revoked=now())


def let_back_in(kiosk: Kiosk) -> bool:
    """Take back a block; False when its last key was copied, or when it never had one."""
    last = kiosk.keys.order_by("-approved").first()
    if last is None or last.cloned is not None:
        return False
    last.revoked = None
    last.save(update_fields=["revoked"])
    return True


def state(kiosk: Kiosk) -> str:
    """How a kiosk stands with central: "new", "enrolled", "blocked" or "cloned"."""
    last = max(kiosk.keys.all(), key=lambda key: (key.approved, key.pk), default=None)
    if last is None:
        return "new"
    if last.cloned is not None:
        return "cloned"
    return "enrolled" if last.revoked is None else "blocked"


def clone_found(key: Key) -> None:
    """This key is on two disks: neither comes in with it again."""
    Key.objects.filter(pk=key.pk, cloned=None).update(cloned=now())
    _end_tokens(key)


def plain(code: str) -> str:
    """A code as people type it, without what they add."""
    return code.upper().replace("-", "").replace(" ", "")[: LENGTH + 1]


def public_text(public: bytes) -> str:
    """A public key as it stands in the database."""
    return b64encode(public).decode()


def _end_tokens(key: Key) -> None:
    moment = now()
    Token.objects.filter(key=key, expires__gt=moment).update(expires=moment)


def _must_be_good(key: Key) -> None:
    if key.cloned is not None:
        raise Stop("clone-detected")
    if key.revoked is not None:
        raise Stop("revoked")


def _must_have_room(address: str) -> None:
    waiting = Waiting.objects.all()
    if waiting.filter(address=address).count() >= PER_ADDRESS or waiting.count() >= ALL_TOGETHER:
        raise Stop("too-many-wait")


def _known(public: bytes) -> Key | None:
    return Key.objects.select_for_update().filter(public=public_text(public)).first()


def _new(public: bytes, code: str | None, address: str) -> Key:
    moment = now()
    try:
        with transaction.atomic():
            return Key.objects.create(
                public=public_text(public), code=code, address=address, asked=moment, expires=moment + SHOWN
            )
    except IntegrityError:
        # The same key a moment ago by another worker, or, once in ages, the same code
        raise Stop("busy") from None


def _any_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def _digest(code: str) -> str:
    # A code is short enough to be guessed from a plain hash: it is keyed
    return salted_hmac("wegwijs.enrolment", code, algorithm="sha256").hexdigest()
