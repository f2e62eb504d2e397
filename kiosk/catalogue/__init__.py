"""The catalogue: what the library has, found while typing, and where it stands.

Why a search of our own on every kiosk: visitors type with errors, in several scripts, and while the line is down. The
records come from central; each kiosk builds its index from them itself, so that its format may change with every
version. What a visitor typed stays in this process and is forgotten with the Turn.

`marc` reads a library's export (central's importer), `index` searches (agent builds, screen asks), `viewmodel` shows.
"""
