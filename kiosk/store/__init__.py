"""What a kiosk remembers: two SQLite files that only the agent writes.

Why two: `replica.db` is a copy of what central knows and can be fetched again; `facts.db` is what central does not
know yet and exists nowhere else, so a damaged replica must not take it along.
"""
