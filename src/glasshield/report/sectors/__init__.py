"""The report of defence by sectors."""
