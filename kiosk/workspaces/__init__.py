"""Seats, computers and rooms: which are free, who holds them, and taking one.

Why the rules stand alone: a kiosk without a network and central must come to the same answer, so both ask the same
pure functions, and what was decided in the dark is settled by one fold that does not care in which order facts came.
"""
