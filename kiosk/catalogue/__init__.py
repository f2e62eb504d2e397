"""The catalogue: what the library has, found while typing, and where it stands.

Why a search of our own on every kiosk: visitors type with errors, in several scripts, and while the line is down. The
records come from central; each kiosk builds its index from them itself, so that its format may change with every
version. What a visitor typed stays in this process and is forgotten with the Turn.

Records: `marc` reads them out of `iso2709`, `marcxml` or an answer (`xmltree`), as Titles by `mapping` or `unimarc`,
with their copies by `holdings` and `presets`. Index: `index` (the agent builds, the screen asks) holds what `schema`
says; it is asked by `answering` in the words of `asking`, counted by `counting`; what was meant is for `meaning`,
`vocabulary`, `together`, `sounding`, `stemming`, `spelling`. Shown: `viewmodel`, with `narrowing`, `opened`,
`looking`, `shelving` and `shortlist` beside it; `rows`, `shelves`, `spots`, `walks`, `carrying` and `addresses` say
of what.
"""
