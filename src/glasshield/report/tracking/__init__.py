"""The report of a tracking run: what was tracked, from where to where, and how far to trust it."""
