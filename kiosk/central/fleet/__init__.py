"""The buildings of the library and the kiosks in them.

Why hours, floors and what is drawn on them are rows of their own: staff change one closing time, not a text of JSON;
the branch is published anew with every change of a part.
"""
