"""Changes to a made-up catalogue, and its index brought up to them, as the agent's child does: `changing.py STATE [N]`.

So many titles get another loan count, and their copies another status; then `kiosk.agent.indexing` does its work.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import msgspec

from kiosk.agent import indexing
from kiosk.wire import Title, encode

MANY = 1_000


def main() -> None:
    state = Path(sys.argv[1])
    change(state / "replica.db", int(sys.argv[2]) if len(sys.argv) > 2 else MANY)
    bring_up(state)


def change(replica: Path, count: int) -> None:
    """Change so many titles, and mark them as the agent does."""
    dice = random.Random()
    with closing(sqlite3.connect(replica, timeout=30)) as connection, connection as do:
        first = do.execute("SELECT id FROM records WHERE feed = 'titles' ORDER BY id LIMIT 1").fetchone()[0]
        last = do.execute("SELECT id FROM records WHERE feed = 'titles' ORDER BY id DESC LIMIT 1").fetchone()[0]
        start = f"{first[0]}{dice.randint(int(first[1:]), max(int(first[1:]), int(last[1:]) - count)):07}"
        sql = "SELECT id, body FROM records WHERE feed = 'titles' AND id >= ? ORDER BY id LIMIT ?"
        for id, body in do.execute(sql, (start, count)).fetchall():
            title = msgspec.json.decode(body, type=Title)
            new = encode(msgspec.structs.replace(title, loans=title.loans + 1))
            do.execute("UPDATE records SET body = ? WHERE feed = 'titles' AND id = ?", (new, id))
            do.execute("INSERT OR REPLACE INTO unindexed (title) VALUES (?)", (id,))


def bring_up(state: Path) -> None:
    """Let the index follow."""
    with closing(sqlite3.connect(state / "replica.db", timeout=30)) as connection, connection as do:
        mark = do.execute("SELECT coalesce(max(seq), 0) FROM unindexed").fetchone()[0]
    indexing.bring_up(indexing.Work(mark=mark), state / "replica.db", state / "index")
    with closing(sqlite3.connect(state / "replica.db", timeout=30)) as connection, connection as do:
        do.execute("DELETE FROM unindexed WHERE seq <= ?", (mark,))


if __name__ == "__main__":
    main()
