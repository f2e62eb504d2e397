"""Where staff work and kiosks call: a web program for browsers, and a small interface for agents.

Why Django, plainly used: staff pages, accounts, migrations and translations are kept by others, and run on SQLite for
one library as on PostgreSQL for many. What kiosks call are thin views that decode `kiosk.wire`. Each app's `feed.py`
is the only place where its models and the records of `kiosk.wire` meet.
"""
