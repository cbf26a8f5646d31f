"""`glasshield log verifier`: the program that checks a log without this one."""

from __future__ import annotations

import hashlib
import sys
from importlib import resources

from glasshield.cli import options, output


def command(json: options.Json = False) -> None:
    """Print a short program that checks a log with nothing but Python's standard library.

    Example: glasshield log verifier > verify_log.py
    """
    data = resources.files("glasshield.exchange.log").joinpath("verify_log.py").read_bytes()
    if json:
        digest = hashlib.sha256(data).hexdigest()
        output.print_json({"program": data.decode(), "sha256": digest})
    else:
        sys.stdout.write(data.decode())
