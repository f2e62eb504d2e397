"""Help from a volunteer: a hand is raised here, and somebody comes.

Why a picture: who comes looks for "the blue tulip" on a screen, so nobody needs a name, a number or an account to be
found, and nobody in the room learns who asked.
"""
