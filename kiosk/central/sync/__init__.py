"""What kiosks call: feeds of records outwards, facts inwards, and becoming a kiosk.

    published (a row takes a revision) → deltas, snapshots (what was told stays so) → views → kiosks
    kiosks → views → receive (each fact by itself) → the areas' feed.py

Why a revision is taken inside the publishing transaction, under a lock on its feed: a plain sequence can commit out
of order, and a kiosk that read in between would never see the lower number. Why facts carry their own id: a kiosk
that did not hear our answer says the same again, and nothing happens twice. Why `quick` stands before Django: nearly
every call is a look at heads that did not change.
"""
