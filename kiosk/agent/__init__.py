"""What keeps a kiosk in touch with central: a program without a screen.

Why a program of its own: the credential and the network stay out of reach of what the public touches, and neither
TLS, disk nor index building ever costs a frame. It is the only writer of what the kiosk remembers, it wipes after each
Turn, and it outlives a screen that dies. Facts are on disk before the screen hears so, go out by themselves, and are
forgotten only when central has named them; because a fact's id is made here, saying it twice is harmless.
"""
