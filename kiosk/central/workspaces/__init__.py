"""Desks, and who holds them.

Why claims and visits are two tables: a claim is what somebody said and never changes; visits are derived from all
claims of a desk by a pure fold, in the transaction that stores the claim, and the database itself refuses two held
visits that overlap.
"""
