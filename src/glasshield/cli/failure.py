"""The one place where what went wrong becomes a sentence and an exit code.

0    done
1    a calculation did not reach its stated accuracy
2    what was asked for cannot be done: unusable input, or a place that cannot be written
130  interrupted from the keyboard
143  asked to end by the system
"""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Callable
from types import FrameType
from typing import Final, NoReturn, TextIO

from typer.exceptions import TyperException

from glasshield.errors import GlasshieldError

DONE: Final = 0
UNUSABLE: Final = 2
INTERRUPTED: Final = 130
TERMINATED: Final = 143


def exit_code_of(run: Callable[[], int]) -> int:
    """The exit code of `run`, with whatever went wrong said in one sentence on stderr.

    An error that nobody foresaw is a fault of the program and keeps its traceback.

    Args:
        run: the program, which gives back its exit code.
    """
    signal.signal(signal.SIGTERM, _terminate)
    warnings.showwarning = _say_warning
    try:
        code = run()
        sys.stdout.flush()
    except GlasshieldError as error:
        return _say(error.sentence, error.exit_code)
    except TyperException as error:
        return _say(_usage_sentence(error), UNUSABLE)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; the interpreter must not find that out on closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return _say(_system_sentence(error), UNUSABLE)
    if code == INTERRUPTED:
        return _say("interrupted; no half-written file is left.", code)
    return code


def _say(sentence: str, code: int) -> int:
    print(f"glasshield: {sentence}", file=sys.stderr)
    return code


def _system_sentence(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{(error.strerror or str(error)).lower()}."


def _usage_sentence(error: TyperException) -> str:
    """What is wrong with the command line, and where its help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "glasshield"
    sentence = " ".join(error.format_message().split()).rstrip(".")
    return f"{sentence[:1].lower()}{sentence[1:]}; see {command} --help."


def _say_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Says a warning in one sentence, without the place in the program that raised it."""
    del filename, lineno, file, line
    if issubclass(category, UserWarning):
        print(f"glasshield: warning: {message}.", file=sys.stderr)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    """Ends the program in the way that lets every open block clean up after itself."""
    del number, frame
    sys.exit(TERMINATED)
