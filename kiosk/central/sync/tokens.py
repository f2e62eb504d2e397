"""Coming in: a signed nonce for a token (`kiosk.wire.sync`)."""

from __future__ import annotations

import secrets
import time
from datetime import datetime, timedelta
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.signing import BadSignature, TimestampSigner
from django.db import transaction

from kiosk import wire
from kiosk.central.sync.answers import Stop, token_digest
from kiosk.central.sync.enrolment import clone_found, public_text
from kiosk.central.sync.models import Key, Token
from kiosk.clock import now
from kiosk.failpoints import reach
from kiosk.wire import SERVICE, Nonce, Proof, proof

#: How long a token lives, and how long a nonce may be signed.
LIFE, NONCE_LIFE = timedelta(hours=1), timedelta(minutes=1)

_signer = TimestampSigner(salt="wegwijs.nonce")


def nonce() -> Nonce:
    """Something to sign that nobody could foresee. Central recognises its own, so it need not remember it."""
    return Nonce(service=SERVICE, nonce=_signer.sign(f"{time.time_ns()}-{secrets.token_urlsafe(16)}"))


def sell(asked: Proof) -> wire.Token:
    """A token for a good proof, or the reason why not (`Stop`)."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        key = _proven(asked)
        generation = _next(key, asked.generation)
        if generation is not None:
            _issue(key, generation, token, asked.nonce)
            reach("before token")
        elif _made(asked.nonce) < key.proved:
            # Late on its way: who sent it has asked again since
            raise Stop("stale-nonce")
        else:
            # Must stay written, so the refusal comes after
            clone_found(key)
    reach("after token")
    if generation is None:
        raise Stop("clone-detected")
    return wire.Token(service=SERVICE, token=token, generation=generation)


def _next(key: Key, known: int) -> int | None:
    """The number of the next token for who wrote down `known`; None when only a copied disk can say that."""
    if known >= key.generation:
        # Higher: central was restored from a backup
        return known + 1
    return key.generation if known == key.generation - 1 and not key.used else None


def _proven(asked: Proof) -> Key:
    """The key that made this proof, held until the end of the transaction."""
    key = Key.objects.select_for_update().filter(public=public_text(asked.key)).first()
    if key is None or key.kiosk_id is None or key.kiosk_id != asked.kiosk:
        raise Stop("unknown-key")
    _must_be_signed(asked)
    if key.cloned is not None:
        raise Stop("clone-detected")
    if key.revoked is not None:
        raise Stop("revoked")
    return key


def _must_be_signed(asked: Proof) -> None:
    try:
        _signer.unsign(asked.nonce, max_age=NONCE_LIFE)
    except BadSignature:
        raise Stop("stale-nonce") from None
    try:
        signed = proof(asked.nonce, asked.kiosk, asked.generation)
        Ed25519PublicKey.from_public_bytes(asked.key).verify(asked.signature, signed)
    except (InvalidSignature, ValueError):
        raise Stop("wrong-proof") from None
    if Token.objects.filter(nonce=_spent(asked.nonce)).exists():
        raise Stop("stale-nonce")


def _issue(key: Key, generation: int, token: str, nonce: str) -> None:
    moment = now()
    if generation == key.generation:
        # Never used, and never will be: who bought it did not get it
        _end(key, moment, generation)
    key.generation, key.used, key.proved = generation, False, _made(nonce)
    key.save(update_fields=["generation", "used", "proved"])
    Token.objects.filter(expires__lt=moment - NONCE_LIFE).delete()
    Token.objects.create(
        key=key, digest=token_digest(token), nonce=_spent(nonce), generation=generation, expires=moment + LIFE
    )


def _end(key: Key, moment: datetime, generation: int) -> None:
    Token.objects.filter(key=key, generation=generation, expires__gt=moment).update(expires=moment)


def _made(nonce: str) -> int:
    """When central made it, in nanoseconds; only for one that it signed."""
    return int(nonce.partition("-")[0])


def _spent(nonce: str) -> str:
    return sha256(nonce.encode()).hexdigest()
