-- replica.db: the records of every feed, as they came. `by` is the field a record is looked up by (wire.FEEDS).
CREATE TABLE IF NOT EXISTS records (
    feed TEXT NOT NULL,
    id   TEXT NOT NULL,
    by   TEXT NOT NULL,
    rev  INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (feed, id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS records_by ON records (feed, by);

-- How far each feed has come, and what else must be known before central answers ("kiosk", "branch", "synced").
CREATE TABLE IF NOT EXISTS heads (
    feed   TEXT PRIMARY KEY,
    cursor TEXT NOT NULL
) WITHOUT ROWID;

-- The titles that the catalogue's index does not know as they are now; '' stands for all of them.
CREATE TABLE IF NOT EXISTS unindexed (
    seq   INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL UNIQUE
);

CREATE TABLE IF NOT EXISTS known (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
