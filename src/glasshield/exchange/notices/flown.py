"""What flew, out of files of tracks or paths."""


def read_flown() -> None:
    """Nothing yet."""
