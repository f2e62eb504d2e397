"""Staff at a kiosk: leaving the screen, and seeing how the kiosk is.

Why a PIN and no account: whoever opens the branch at nine must be able to leave a kiosk that has no network.
"""
