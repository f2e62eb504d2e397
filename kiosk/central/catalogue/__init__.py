"""What can be borrowed, as kiosks get it.

Why a title is kept as the bytes that travel: ten thousand of them go out as they are, and an import sees at once
which of them changed. The columns beside it are for staff who search.

How titles come: `commands` says what was typed, `importing` reads files and `harvesting` asks a system (`adapters`);
both hand records to `bringing`, which brings copies by `stock`, reads what differs from library to library in `site`,
and counts in `report`. What is live: `views`, `availability`, `asking` (who is asked how), `gate` (nobody waits twice
for a dead system). Covers: `covers` finds them, `picture` makes them small, `album` keeps them. Themed shelves:
`filling` and `themes`. For staff: `admin`, `sources`, `theming`. `copies` makes some up for the demo.
"""
