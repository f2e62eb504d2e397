"""Central and a kiosk on one disk that is full again and again: `python -m tests.faults.full_central FOLDER`, where
FOLDER is that disk."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from kiosk.agent import download
from tests.faults.forked import houses
from tests.faults.kills import Chapter
from tests.faults.small_disk import KIB, Disk


def main(folder: str) -> None:
    disk = Disk(Path(folder))
    download.RESERVE = 0  # more than all of this disk
    with houses(disk.folder) as open_house:
        house = open_house()
        chapter = Chapter(house, random.Random(1))
        try:
            for room in range(0, 160, 4):
                disk.fill(room * KIB)
                chapter.round("")
                chapter.round("")
                disk.free()
            chapter.judge()
        finally:
            disk.free()
            house.close()
    print(len(chapter.ledger.promised), "promised")


if __name__ == "__main__":
    main(sys.argv[1])
