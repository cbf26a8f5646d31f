"""Moments in UTC as text, to and from seconds after an epoch, without losing a bit.

The CCSDS writes a calendar date (`2017-07-28T14:41:00.25`) or a day of the year (`2017-209T...`),
with or without a Z; both are read, the calendar date is written.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.exchange.decimals import SECONDS, Decimals, Tokens, digits_of

_CALENDAR: Final = "0000-00-00T00:00:00"
_ORDINAL: Final = "0000-000T00:00:00"
_TEXT: Final = re.compile(r"(.{17}|.{19})(\.\d+)?Z?")
_DAY_S: Final = 86400
# Integers up to here are surely kept by 64 bits and by the sums made of them.
_FITS: Final = 4 * 10**18
# Times beyond this are written one by one.
_FAR_S: Final = 1e9
_MOST_PLACES: Final = 18


def seconds_after(tokens: Tokens, epoch: Instant) -> Float[np.ndarray, "n"]:
    """Seconds after the epoch of each word; NaN where it is no moment of UTC."""
    whole_s, fraction, good = _parsed(tokens)
    epoch_s, epoch_us = divmod(epoch.posix_us, 1_000_000)
    since_s = whole_s - epoch_s
    # One integer over one denominator, so that the double is rounded only once.
    places = np.maximum(fraction.places, 6) if epoch_us else fraction.places
    fits = (places <= _MOST_PLACES) & good
    unit = 10 ** np.where(fits, places, 0)
    fits &= np.abs(since_s) < _FITS // unit
    digits = since_s * unit + fraction.digits * 10 ** np.where(fits, places - fraction.places, 0)
    if epoch_us:
        digits -= epoch_us * 10 ** np.where(fits, places - 6, 0)
    result = SECONDS.to_si(
        Decimals(np.where(fits, digits, 0), np.where(fits, places, 0)),
    )
    result[~fits] = np.nan
    for index in np.flatnonzero(~fits & (tokens.end > tokens.start)):
        result[index] = _one_seconds_after(tokens.one(int(index)), epoch)
    return result


def first_second(tokens: Tokens) -> Instant | None:
    """The whole second at or before the first word that is a moment."""
    whole_s, _, good = _parsed(tokens)
    return Instant(int(whole_s[np.argmax(good)]) * 1_000_000) if good.any() else None


def texts(time_s: Float[np.ndarray, "n"], epoch: Instant) -> list[str]:
    """Each time as a calendar date in UTC without a Z, with as many decimals as it needs.

    Args:
        time_s: after the epoch, finite.
        epoch: where they count from.
    """
    epoch_s, epoch_us = divmod(epoch.posix_us, 1_000_000)
    numbers, good = SECONDS.shortest(time_s)
    places = np.maximum(numbers.places, 6) if epoch_us else numbers.places
    near = good & (np.abs(time_s) < _FAR_S) & (places <= _MOST_PLACES)
    unit = 10 ** np.where(near, places, 6)
    total = np.where(near, numbers.digits * 10 ** np.where(near, places - numbers.places, 0), 0)
    total += epoch_us * (unit // 1_000_000) if epoch_us else 0
    whole_s, fraction = np.divmod(total, unit)
    dates = np.datetime_as_string((whole_s + epoch_s).astype("M8[s]"), unit="s").tolist()
    result = [
        f"{date}.{digits:0{count}d}".rstrip("0").rstrip(".") if digits else date
        for date, digits, count in zip(dates, fraction.tolist(), places.tolist(), strict=True)
    ]
    for index in np.flatnonzero(~near):
        result[index] = _one_text(float(time_s[index]), epoch)
    return result


def text(time_s: float, epoch: Instant) -> str:
    """One time as a calendar date in UTC without a Z."""
    return texts(np.array([time_s]), epoch)[0]


def _parsed(
    tokens: Tokens,
) -> tuple[Int[np.ndarray, "n"], Decimals, Bool[np.ndarray, "n"]]:
    """POSIX seconds, the fraction behind them, and which words are moments.

    Long fractions count as no moment here; `_one_seconds_after` reads them.
    """
    ends_in_z = tokens.buffer[np.maximum(tokens.end - 1, 0)] == ord("Z")
    bare = Tokens(tokens.buffer, tokens.start, tokens.end - ends_in_z)
    is_ordinal = bare.column(8) == ord("T")
    whole_s = np.zeros(len(tokens), dtype=np.int64)
    good = np.zeros(len(tokens), dtype=bool)
    for pattern, chosen in ((_CALENDAR, ~is_ordinal), (_ORDINAL, is_ordinal)):
        if chosen.any():
            some = bare if chosen.all() else bare[chosen]
            whole_s[chosen], good[chosen] = _whole(some, pattern)
    width = np.where(is_ordinal, len(_ORDINAL), len(_CALENDAR))
    behind = Tokens(bare.buffer, np.minimum(bare.start + width + 1, bare.end), bare.end)
    fraction, count, is_fraction = digits_of(behind)
    length = bare.end - bare.start
    starts_with_point = bare.buffer[np.minimum(bare.start + width, len(bare.buffer) - 1)] == 46
    has_fraction = starts_with_point & is_fraction & (fraction.places == 0) & (count > 0)
    good &= (length == width) | ((length > width) & has_fraction & (count <= _MOST_PLACES))
    places = np.where(good & (length > width), count, 0)
    return whole_s, Decimals(np.where(good, fraction.digits, 0), places), good


def _whole(tokens: Tokens, pattern: str) -> tuple[Int[np.ndarray, "n"], Bool[np.ndarray, "n"]]:
    """POSIX seconds of the words' beginnings, and which of them follow the pattern."""
    good = np.ones(len(tokens), dtype=bool)
    fields = [np.zeros(len(tokens), dtype=np.int64)]
    for offset, sign in enumerate(pattern):
        byte = tokens.column(offset)
        if sign == "0":
            digit = byte - np.uint8(48)
            good &= digit < 10
            fields[-1] = fields[-1] * 10 + digit
        else:
            good &= byte == ord(sign)
            fields.append(np.zeros(len(tokens), dtype=np.int64))
    hour, minute, second = fields[-3:]
    good &= (hour < 24) & (minute < 60) & (second < 60)
    year, *day = (np.where(good, field, 1) for field in fields[:-3])
    month = day[0] if len(day) == 2 else np.ones_like(year)
    good &= (month >= 1) & (month <= 12) & (year >= 1)
    first = ((year - 1970) * 12 + np.clip(month, 1, 12) - 1).astype("M8[M]")
    last = first + np.timedelta64(1 if len(day) == 2 else 12, "M")
    first_day, beyond = (each.astype("M8[D]").astype(np.int64) for each in (first, last))
    days = first_day + day[-1] - 1
    good &= (day[-1] >= 1) & (days < beyond)
    return days * _DAY_S + hour * 3600 + minute * 60 + second, good


def _one_seconds_after(word: bytes, epoch: Instant) -> float:
    """Seconds after the epoch of one word; NaN where it is no moment of UTC."""
    match = _TEXT.fullmatch(word.decode("ascii", errors="replace"))
    if match is None:
        return np.nan
    start = np.frombuffer(match[1].encode("ascii", errors="replace") + b" ", dtype=np.uint8)
    width = len(start) - 1
    pattern = _ORDINAL if width == len(_ORDINAL) else _CALENDAR
    whole_s, good = _whole(Tokens(start, np.array([0]), np.array([width])), pattern)
    exact = Fraction(int(whole_s[0])) + Fraction(f"0{match[2] or '.0'}")
    return float(exact - Fraction(epoch.posix_us, 1_000_000)) if good[0] else np.nan


def _one_text(time_s: float, epoch: Instant) -> str:
    """One time that the fast path does not reach: tiny, or many years from the epoch."""
    exact = Fraction(repr(time_s)) + Fraction(epoch.posix_us, 1_000_000)
    whole_s = exact.numerator // exact.denominator
    date = str(np.datetime_as_string(np.int64(whole_s).astype("M8[s]"), unit="s"))
    fraction, digits = exact - whole_s, ""
    while fraction:
        fraction *= 10
        digit = fraction.numerator // fraction.denominator
        digits, fraction = f"{digits}{digit}", fraction - digit
    return f"{date}.{digits}" if digits else date
