"""What is on: the library's activities, today and this week, here and in the other branches.

Why a calendar in a QR code: it goes along on one's own phone without an account, an address or a network, and nothing
of it stays here.
"""
