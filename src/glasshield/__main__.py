"""`python -m glasshield` is the command `glasshield`."""

from __future__ import annotations

from glasshield.cli import main

if __name__ == "__main__":
    main()
