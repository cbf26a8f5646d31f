"""The command line: one thin command a file.

A command reads its options, asks the workspace, and shows what comes back. What it loads, it
loads when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the program with the arguments of this process, and ends it with their exit code."""
    try:
        from glasshield.cli.failure import exit_code_of
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(exit_code_of(_run))


def _run() -> int:
    from glasshield.cli.app import app

    # Outside standalone mode, errors of the command line come here too, to be said in one place.
    code = app(sys.argv[1:] or ["--help"], prog_name="glasshield", standalone_mode=False)
    return code if isinstance(code, int) else 0
