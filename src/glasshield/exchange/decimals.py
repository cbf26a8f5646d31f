"""Numbers of a text file in its own unit, to and from SI, without losing a bit.

A kilometre or a degree written as a double and multiplied back is not always the number that one
began with. So a number of a file is held as the decimal that stands there (an integer and a count
of decimals), and the change of unit is made in twice the precision of a double and rounded once.
What is written has the fewest digits, 15 to 17, that are read back to the same double.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int, UInt8

# pi to 60 decimals: the factor between degrees and radians needs twice a double's 16 digits.
_PI: Final = Fraction("3.141592653589793238462643383279502884197169399375105820974945")
_MOST_DECIMALS: Final = 40
# An integer of this many digits fits into 64 bits whatever they are.
_MOST_DIGITS: Final = 18
_FEWEST, _ENOUGH = 15, 17  # 15 digits are always distinct as doubles, 17 always suffice
_NUMBER: Final = re.compile(rb"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
# Halves a double into two of 26 bits each, whose products are exact (Dekker 1971).
_SPLITTER: Final = 134217729.0
# Columns of a token that the fast path looks at; longer ones are read one by one.
_WIDTH: Final = 30


@dataclass(frozen=True, slots=True)
class Decimals:
    """Decimal numbers: `digits` / 10^`places`.

    Attributes:
        digits: an integer of at most 18 digits, with the sign.
        places: how many of them stand behind the point.
    """

    digits: Int[np.ndarray, "n"]
    places: Int[np.ndarray, "n"]


@dataclass(frozen=True, slots=True)
class Scale:
    """How many SI units one unit of a file is.

    Attributes:
        factor: exactly.
        powers: factor / 10^k for k from 0, each as the sum of two doubles.
        inverse: 10^k / factor for k from -20 to 40, the same way.
    """

    factor: Fraction
    powers: Float[np.ndarray, "k 2"]
    inverse: Float[np.ndarray, "m 2"]

    @classmethod
    def of(cls, factor: Fraction) -> Self:
        """The scale with this factor."""
        down = [factor / 10**k for k in range(_MOST_DECIMALS + 1)]
        up = [Fraction(10) ** k / factor for k in range(-20, _MOST_DECIMALS + 1)]
        return cls(factor, _pairs(down), _pairs(up))

    def to_si(self, numbers: Decimals) -> Float[np.ndarray, "n"]:
        """The numbers in SI units, each the double nearest to the decimal times the factor."""
        high, low = _halves(numbers.digits)
        factor = self.powers[numbers.places]
        product, rest = _product(high, factor[:, 0])
        return product + (rest + (high * factor[:, 1] + low * factor[:, 0]))

    def one_to_si(self, text: str) -> float:
        """One number of a file in SI units, however long its text is; infinite beyond a double.

        Raises:
            ValueError: not a number.
        """
        exact = Fraction(text) * self.factor
        try:
            return float(exact)
        except OverflowError:
            return float("-inf" if exact < 0 else "inf")

    def texts(self, values: Float[np.ndarray, "n"]) -> list[str]:
        """Each value in the unit of the file, in the fewest digits that are read back the same.

        Args:
            values: finite, in SI units.
        """
        numbers, good = self.shortest(np.asarray(values, dtype=float))
        result = _written(numbers, np.signbit(values))
        for index in np.flatnonzero(~good):
            result[index] = self._one_text(float(values[index]))
        return result

    def text(self, value: float) -> str:
        """One value in the unit of the file."""
        return self.texts(np.array([value]))[0]

    def shortest(self, values: Float[np.ndarray, "n"]) -> tuple[Decimals, Bool[np.ndarray, "n"]]:
        """The shortest decimals in the unit of the file, and which are read back the same.

        The others are too small or too large for them.
        """
        size = np.abs(values) / float(self.factor)
        fits = (size >= 1e-20) & (size < 1e17)
        leading = np.floor(np.log10(np.where(fits, size, 1.0))).astype(np.int64)
        best = Decimals(np.zeros(len(values), dtype=np.int64), np.ones(len(values), dtype=np.int64))
        good = values == 0.0
        for length in range(_FEWEST, _ENOUGH + 1):
            places = np.clip(length - 1 - leading, 0, _MOST_DECIMALS)
            tried = Decimals(self._rounded(np.where(fits, values, 0.0), places), places)
            new = fits & ~good & (self.to_si(tried) == values)
            best.digits[new], best.places[new] = tried.digits[new], places[new]
            good |= new
            if good.all():
                break
        return best, good

    def _rounded(
        self, values: Float[np.ndarray, "n"], places: Int[np.ndarray, "n"]
    ) -> Int[np.ndarray, "n"]:
        """Values times 10^places in the unit of the file, rounded to integers."""
        factor = self.inverse[places + 20]
        product, rest = _product(values, factor[:, 0])
        whole = np.rint(product)
        return whole.astype(np.int64) + np.rint(
            (product - whole) + (rest + values * factor[:, 1])
        ).astype(np.int64)

    def _one_text(self, value: float) -> str:
        """One value that the fast path does not reach: very small or very large."""
        exact = Fraction(value) / self.factor
        for length in range(_FEWEST, _ENOUGH + 2):
            text = _scientific(exact, length)
            if self.one_to_si(text) == value:
                break
        return text


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of a text: where each begins and ends in a buffer.

    Attributes:
        buffer: the text; at least one more byte stands behind every word.
        start: of each word.
        end: behind its last byte.
    """

    buffer: UInt8[np.ndarray, "size"]
    start: Int[np.ndarray, "n"]
    end: Int[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.start)

    def __getitem__(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"] | slice) -> Tokens:
        return Tokens(self.buffer, self.start[index], self.end[index])

    def one(self, index: int) -> bytes:
        """One word."""
        return self.buffer[self.start[index] : self.end[index]].tobytes()

    def column(self, offset: int) -> UInt8[np.ndarray, "n"]:
        """The byte of each word at this offset; 0 behind its end."""
        place = self.start + offset
        last = len(self.buffer) - 1
        found = self.buffer[np.minimum(place, last)]
        found[place >= self.end] = 0
        return found


def numbers(tokens: Tokens, scale: Scale) -> Float[np.ndarray, "n"]:
    """The words as numbers in SI units; NaN where a word is no finite number."""
    decimals, is_plain = _decimals(tokens)
    result = scale.to_si(decimals)
    # Zero has no sign as an integer; a file may give it one.
    result[is_plain & (decimals.digits == 0) & (tokens.column(0) == ord("-"))] = -0.0
    result[~is_plain] = np.nan
    for index in np.flatnonzero(~is_plain & (tokens.end > tokens.start)):
        word = tokens.one(int(index))
        result[index] = scale.one_to_si(word.decode()) if _NUMBER.fullmatch(word) else np.nan
    result[np.isinf(result)] = np.nan
    return result


def digits_of(
    tokens: Tokens, width: int = _WIDTH
) -> tuple[Decimals, Int[np.ndarray, "n"], Bool[np.ndarray, "n"]]:
    """Words of digits and at most one point as decimals without a sign.

    Returns:
        The decimals, how many digits each word has, and which words are of that kind.
    """
    count = len(tokens)
    value = np.zeros(count, dtype=np.int64)
    places = np.zeros(count, dtype=np.int64)
    many = np.zeros(count, dtype=np.int64)
    leading = np.zeros(count, dtype=np.int64)
    points = np.zeros(count, dtype=np.int64)
    length = tokens.end - tokens.start
    good = length <= width
    for offset in range(min(width, int(length.max(initial=0)))):
        byte = tokens.column(offset)
        digit = byte - np.uint8(48)
        is_digit = digit < 10
        is_point = byte == 46
        good &= is_digit | is_point | (length <= offset)
        points += is_point
        value = np.where(is_digit & (many - leading < _MOST_DIGITS), value * 10 + digit, value)
        many += is_digit
        leading += is_digit & (value == 0)
        places += is_digit & (points > 0)
    good &= (points <= 1) & (many > 0) & (many - leading <= _MOST_DIGITS)
    good &= places <= _MOST_DECIMALS
    places[~good] = 0
    value[~good] = 0
    return Decimals(value, places), many, good


def _decimals(tokens: Tokens) -> tuple[Decimals, Bool[np.ndarray, "n"]]:
    """The words as decimals, and which of them are digits, a point and a sign at most."""
    first = tokens.column(0)
    is_negative = first == ord("-")
    is_signed = is_negative | (first == ord("+"))
    unsigned = Tokens(tokens.buffer, tokens.start + is_signed, tokens.end)
    found, _, good = digits_of(unsigned)
    return Decimals(np.where(is_negative, -found.digits, found.digits), found.places), good


def _written(numbers: Decimals, is_negative: Bool[np.ndarray, "n"]) -> list[str]:
    """Decimals as texts with a point and a digit on either side of it."""
    result = []
    for text, places in zip(
        map(str, np.abs(numbers.digits).tolist()), numbers.places.tolist(), strict=True
    ):
        point = len(text) - places
        if point <= 0:
            text, point = "0" * (1 - point) + text, 1
        text = f"{text[:point]}.{text[point:] or '0'}"
        if text[-1] == "0":
            text = text.rstrip("0")
            text = f"{text}0" if text[-1] == "." else text
        result.append(text)
    for index in np.flatnonzero(is_negative):
        result[index] = f"-{result[index]}"
    return result


def _scientific(value: Fraction, length: int) -> str:
    """A number in so many digits with an exponent."""
    if value == 0:
        return "0.0"
    exponent = len(str(abs(value.numerator))) - len(str(value.denominator))
    exponent -= abs(value) < Fraction(10) ** exponent
    digits = str(round(abs(value) * Fraction(10) ** (length - 1 - exponent)))
    exponent += len(digits) - length
    mantissa = f"{digits[0]}.{digits[1:].rstrip('0') or '0'}"
    return f"{'-' if value < 0 else ''}{mantissa}E{exponent}"


def _pairs(values: list[Fraction]) -> Float[np.ndarray, "k 2"]:
    """Each number as a double and what it leaves over."""
    return np.array([(float(each), float(each - Fraction(float(each)))) for each in values])


def _halves(
    whole: Int[np.ndarray, "n"],
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """Integers as a double and what it leaves over."""
    high = whole.astype(float)
    return high, (whole - high.astype(np.int64)).astype(float)


def _product(
    left: Float[np.ndarray, "n"], right: Float[np.ndarray, "n"]
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """Products and what their rounding left over.

    Source: Dekker 1971, "A floating-point technique for extending the available precision".
    """
    product = left * right
    left_high = left * _SPLITTER - (left * _SPLITTER - left)
    right_high = right * _SPLITTER - (right * _SPLITTER - right)
    left_low, right_low = left - left_high, right - right_high
    rest = left_low * right_low - (
        ((product - left_high * right_high) - left_low * right_high) - left_high * right_low
    )
    return product, rest


PLAIN: Final = Scale.of(Fraction(1))
METRES: Final = PLAIN
SECONDS: Final = PLAIN
KILOMETRES: Final = Scale.of(Fraction(1000))
SQUARE_KILOMETRES: Final = Scale.of(Fraction(1_000_000))
RADIANS: Final = PLAIN
DEGREES: Final = Scale.of(_PI / 180)
