"""The command line: one thin command a file."""

from __future__ import annotations


def main() -> None:
    """Runs the program with the arguments of the process."""
    print("glasshield")
