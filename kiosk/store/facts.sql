-- facts.db: what was done here and central has not dealt with. A row goes when central has named its id.
CREATE TABLE IF NOT EXISTS facts (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    id     TEXT NOT NULL UNIQUE,
    lane   INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    body   BLOB NOT NULL,
    at     TEXT NOT NULL,            -- the wall clock, RFC 3339
    boot   TEXT NOT NULL,            -- which start of the computer `ticks` belongs to
    ticks  INTEGER NOT NULL,         -- milliseconds of the monotonic clock
    reason TEXT                      -- not null: central will never take it; kept for staff
);

-- What was practised, without a moment and in no order: nothing here tells whose it was.
CREATE TABLE IF NOT EXISTS practised (
    id   TEXT PRIMARY KEY,
    day  TEXT NOT NULL,              -- RFC 3339, full-date
    body BLOB NOT NULL
) WITHOUT ROWID;
