"""Prints what the project needs, as one list: the input of the lock file."""

from __future__ import annotations

import tomllib
from pathlib import Path


def main() -> None:
    """Prints the run-time dependencies and those of every group, one a line."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"].values()
    wanted = {*project["project"]["dependencies"], *(name for group in groups for name in group)}
    print("\n".join(sorted(wanted)))


if __name__ == "__main__":
    main()
