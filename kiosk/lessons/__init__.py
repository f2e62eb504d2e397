"""Lessons: what the steps say, what the visitor does in them, and whether that was right.

Why lessons are folders of text: the library's own people write and translate them, so a new lesson is one folder in
`resources/lessons/` and no code. Reading (`content`) and judging (`kinds`) are pure, so that the agent and central may
check a lesson too; only the running lesson (`player`) and the lists (`viewmodel`) need Qt.
"""
