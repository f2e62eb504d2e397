"""Backups of central, and what is done with them.

A backup is a zip of two files: `about.json` (`About`), and the database itself in its own words, which their own tools
read too: a SQLite file, or what `pg_dump --format=custom` wrote. It is of one moment, though central goes on.

Why a restored database begins another life (`sync.models.Epoch`): it is behind the one that kiosks followed, and would
give the same numbers to other changes. Kiosks whose cursors are of the old life fetch everything anew. What nobody can
bring back are the facts that central took in after the backup: kiosks forget a fact when central has it.
"""
