"""The key of this computer (Ed25519, RFC 8032). Made here, and its private half goes nowhere."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.errors import BadInput


class KeyTrouble(BadInput):
    """Where the key is kept does not give it, or gives something else."""


@dataclass(frozen=True)
class Key:
    """`secret`: the private half, 32 bytes."""

    secret: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public half, 32 bytes."""
        return self._private.public_key().public_bytes_raw()

    @property
    def text(self) -> str:
        """The private half as it is kept: base64, 44 characters."""
        return b64encode(self.secret).decode()

    @property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.secret)

    def sign(self, data: bytes) -> bytes:
        """The signature, 64 bytes."""
        return self._private.sign(data)


def made() -> Key:
    """A new one."""
    return Key(Ed25519PrivateKey.generate().private_bytes_raw())


def read(text: str, where: str) -> Key:
    """The key that this text keeps; `KeyTrouble` when it keeps none."""
    try:
        secret = b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) != 32:
        raise KeyTrouble("What is kept as the kiosk's key is none", where, "Remove it and enrol this kiosk anew.")
    return Key(secret)
