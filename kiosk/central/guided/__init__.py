"""Raised hands: who asks for help, and which volunteer is coming.

Why the volunteers' page works without JavaScript: it must work on whatever phone a volunteer has.
"""
