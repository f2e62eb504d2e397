"""The programme: what happens in the branches, and when.

Why a table of its own beside whatever calendar the library has: kiosks show it without a network, in the visitor's
language.
"""
