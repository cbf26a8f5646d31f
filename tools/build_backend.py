"""The build backend: scikit-build-core, plus a compiler where the machine has none."""

from __future__ import annotations

import os
import shutil

from scikit_build_core import build as _backend
from scikit_build_core.build import (
    build_editable,
    build_sdist,
    build_wheel,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

_COMPILERS = ("c++", "g++", "clang++", "cl")


def _compiler() -> list[str]:
    if "CXX" in os.environ or any(shutil.which(name) for name in _COMPILERS):
        return []
    return ["ziglang"]


def get_requires_for_build_wheel(settings: dict[str, str | list[str]] | None = None) -> list[str]:
    """What has to be installed before the wheel can be built."""
    return [*_backend.get_requires_for_build_wheel(settings), *_compiler()]


def get_requires_for_build_editable(
    settings: dict[str, str | list[str]] | None = None,
) -> list[str]:
    """What has to be installed before the editable wheel can be built."""
    return [*_backend.get_requires_for_build_editable(settings), *_compiler()]
