"""The review of an exercise, as page, print and data."""
