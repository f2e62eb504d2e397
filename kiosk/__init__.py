"""Wegwijs: the screens of a public library's computers.

Why three programs: the screen that anybody may touch knows no network and no secret; the agent that knows both has no
screen; central is where staff work. `kiosk.wire` says what the three of them mean by a word.
"""

__version__ = "0.1.0"
