"""What can be borrowed, as kiosks get it.

Why a title is kept as the bytes that travel: ten thousand of them go out as they are, and an import sees at once
which of them changed. The columns beside it are for staff who search.
"""
