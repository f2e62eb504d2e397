"""Getting in: from this computer's key to a client whose token central takes (`wire.sync`).

ask until approved → nonce → signature → token, whose number is on disk before the token is used
"""

from __future__ import annotations

import time
from typing import NoReturn

from msgspec.structs import replace

from kiosk.agent import credential, systemd
from kiosk.agent import key as keys
from kiosk.agent.client import Client
from kiosk.agent.credential import Identity
from kiosk.agent.key import Key
from kiosk.agent.trust import NoAnswer, NotWelcome, OtherBranch, UnknownKey
from kiosk.failpoints import reach
from kiosk.settings import Settings
from kiosk.wire import Kiosk, Proof, Waiting, proof

#: What staff can do when we cannot make a key.
AS_ROOT = "Run as root: wegwijs-agent enrol URL; then start the agent anew."


class Entrance:
    """Of one agent. Nothing but `code`, `badge` and `abort` is for other threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._client: Client | None = None
        self._key: Key | None = None
        self._code, self._code_ends = "", 0.0
        self._moved = False

    @property
    def code(self) -> str:
        """What staff type in central to let this computer in; "" when there is nothing to type."""
        return self._code if time.monotonic() < self._code_ends else ""

    @property
    def badge(self) -> tuple[str, str]:
        """Where central is, and the token that it takes; "" while there is none. Another thread may go by it."""
        client = self._client
        return (client.central, client.token) if client is not None else ("", "")

    def enter(self) -> tuple[Client, Kiosk]:
        """A client with a token, and which kiosk we are. Errors of `trust` when we are not let in, `KeyTrouble`."""
        who = credential.identity(self._settings)
        central = self._settings.central or (who.central if who else "")
        if not central:
            raise NotWelcome("unenrolled", "This kiosk is not enrolled", "", "Enrol it: wegwijs-agent enrol URL CODE.")
        key = self._own_key(who)
        client = self._calling(central)
        known = who if who is not None and who.key == key.public and not who.cloned else None
        kiosk = known.kiosk if known is not None and not self._moved else None
        if kiosk is None or not client.token:
            kiosk = self._come_in(client, key, kiosk)
        self._code, self._moved = "", False
        return client, kiosk

    def refused(self, error: NotWelcome) -> None:
        """Central said so, at whatever question. A key that was copied is good for nothing any more; who was moved asks
        where it is."""
        self._moved = isinstance(error, OtherBranch)
        if error.state != "cloned" or self._key is None or self._client is None:
            return
        who = credential.identity(self._settings)
        if who is not None and who.cloned:
            return
        kiosk = who.kiosk if who else None
        refused = Identity(central=self._client.central, key=self._key.public, kiosk=kiosk, cloned=True)
        credential.save_identity(self._settings, refused)

    def abort(self) -> None:
        """End what is under way, from another thread."""
        if self._client is not None:
            self._client.abort()

    def close(self) -> None:
        """Hang up."""
        if self._client is not None:
            self._client.close()

    def _own_key(self, who: Identity | None) -> Key:
        if self._key is None or who is None or who.key != self._key.public:
            self._key = credential.key(self._settings)
            self._forget_token()
        if self._key is None or (who is not None and who.cloned and who.key == self._key.public):
            self._key = self._new_key(who)
        return self._key

    def _new_key(self, who: Identity | None) -> Key:
        if not credential.can_save(self._settings):
            if who is not None and who.cloned:
                raise NotWelcome("cloned", "The disk of this kiosk was copied; it needs a new key", "", AS_ROOT)
            raise NotWelcome("unenrolled", "This kiosk has no key", str(systemd.STORE), AS_ROOT)
        made = keys.made()
        credential.save_key(self._settings, made)
        self._forget_token()
        return made

    def _calling(self, central: str) -> Client:
        if self._client is None or self._client.central != central.rstrip("/"):
            self.close()
            self._client = Client(central, renew=self._buy)
        return self._client

    def _forget_token(self) -> None:
        if self._client is not None:
            self._client.token = ""

    def _come_in(self, client: Client, key: Key, kiosk: Kiosk | None) -> Kiosk:
        found = kiosk or self._ask(client, key)
        try:
            client.token = self._buy()
        except UnknownKey:
            # It is another kiosk now, or none any more
            found = self._ask(client, key)
            client.token = self._buy()
        return found

    def _ask(self, client: Client, key: Key) -> Kiosk:
        who = credential.identity(self._settings)
        answer = client.enrol(key.public)
        if isinstance(answer, Waiting):
            self._must_wait(answer, client, key, who)
        known = who.generation if who is not None and who.key == key.public else 0
        here = Identity(central=client.central, key=key.public, kiosk=answer.kiosk, generation=known)
        credential.save_identity(self._settings, here)
        return answer.kiosk

    def _must_wait(self, answer: Waiting, client: Client, key: Key, who: Identity | None) -> NoReturn:
        self._code, self._code_ends = answer.code, time.monotonic() + answer.good_for
        if who is None:
            credential.save_identity(self._settings, Identity(central=client.central, key=key.public))
        if who is not None and who.cloned:
            state, why = "cloned", "The disk of this kiosk was copied"
        elif who is not None and who.kiosk is not None and who.key != key.public:
            state, why = "waiting", f"The key of this kiosk was gone ({self._settings.credential}) and it has a new one"
        elif who is not None and who.kiosk is not None:
            state, why = "waiting", "Central no longer knows this kiosk"
        else:
            state, why = "waiting", "This kiosk is new"
        raise NotWelcome(state, f"{why}: it waits for approval", client.central, after=answer.ask_after)  # type: ignore[arg-type]

    def _buy(self) -> str:
        """A token; its number is on disk when this returns."""
        who, key, client = credential.identity(self._settings), self._key, self._client
        if who is None or key is None or client is None or who.kiosk is None or who.key != key.public:
            raise NoAnswer("unreachable", "This kiosk was enrolled anew meanwhile")
        nonce = client.nonce().nonce
        signature = key.sign(proof(nonce, who.kiosk.id, who.generation))
        reach("before buying")
        bought = client.buy(
            Proof(key=key.public, kiosk=who.kiosk.id, nonce=nonce, generation=who.generation, signature=signature)
        )
        reach("before counting")
        if credential.identity(self._settings) != who:
            raise NoAnswer("unreachable", "This kiosk was enrolled anew meanwhile")
        credential.save_identity(self._settings, replace(who, generation=bought.generation))
        reach("after counting")
        return bought.token
