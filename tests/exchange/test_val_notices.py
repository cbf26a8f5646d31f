"""Warnings of rocket launches as the National Geospatial-Intelligence Agency has broadcast them.

The texts are those of its public service of maritime safety information (a work of the government
of the United States), NAVAREA IV 1177/22 of November 2022, NAVAREA IV 418/23 of April 2023,
HYDROARC 34/26 of March 2026, HYDROPAC 3475/25 of December 2025; those of many areas shortened.
"""

from __future__ import annotations

from pathlib import Path

from glasshield.catalog import load
from glasshield.catalog.announced import AreaRole
from glasshield.exchange.notices import read_notice, written
from glasshield.monitoring.notice import Notice, Standing

REGIMES = load().regimes

NAVAREA_IV_1177 = """072239Z NOV 22
NAVAREA IV 1177/22(11,26).
WESTERN NORTH ATLANTIC.
FLORIDA.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING
   121606Z TO 121854Z NOV, ALTERNATE
   131606Z TO 131854Z AND 1607Z TO 1854Z DAILY
   14 THRU 18 NOV IN AREAS BOUND BY:
   A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W,
      28-28.00N 079-40.00W, 28-29.97N 080-32.29W
   B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W,
      28-40.00N 071-21.00W, 28-13.00N 069-58.00W,
      27-31.00N 069-58.00W, 27-21.00N 071-43.00W.
2. CANCEL NAVAREA IV 1165/22.
3. CANCEL THIS MSG 181954Z NOV 22.
"""
NAVAREA_IV_418 = """NAVAREA IV 418/23(11,26).
WESTERN NORTH ATLANTIC.
FLORIDA.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING
   191218Z TO 191647Z APR, ALTERNATE
   201153Z TO 201622Z, 211128Z TO 211556Z,
   221102Z TO 221531Z, 231037Z TO 231506Z,
   241012Z TO 241441Z AND 250947Z TO 251416Z APR
   IN AREAS BOUND BY:
   A. 28-38.47N 080-37.31W, 28-38.00N 080-32.00W,
      28-37.00N 080-23.00W, 28-20.00N 079-55.00W,
      28-16.00N 079-57.00W, 28-31.21N 080-33.38W.
2. CANCEL NAVAREA IV 414/23.
3. CANCEL THIS MSG 251516Z APR 23.
"""
HYDROARC_34 = """HYDROARC 34/26(43).
NORWEGIAN SEA.
NORWAY.
DNC 21, DNC 22.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING
   1930Z TO 0100Z DAILY 06 THRU 15 MAR
   IN AREAS BOUND BY:
   A. 71-01.00N 011-54.00E, 69-45.00N 014-19.00E,
      70-10.00N 016-21.00E, 70-40.00N 016-53.00E,
      71-21.00N 016-05.00E.
   B. 69-24.00N 015-47.00E, 69-16.00N 015-56.00E,
      69-17.00N 016-06.00E, 69-25.00N 016-05.00E.
2. CANCEL THIS MSG 160200Z MAR 26.
"""
HYDROPAC_3475 = """HYDROPAC 3475/25(63).
BAY OF BENGAL.
BANGLADESH.
DNC 03.
HAZARDOUS OPERATIONS 0001Z TO 1600Z
DAILY 01 THRU 31 JAN 26 IN AREAS BOUND BY:
A. 21-20.83N 091-28.00E, 21-41.00N 091-14.00E,
21-20.83N 090-34.00E, 21-00.00N 090-47.83E.
B. 20-22.00N 091-06.00E, 20-07.00N 090-52.00E,
19-44.00N 091-21.00E, 20-00.00N 091-36.00E.
CANCEL THIS MSG 311700Z JAN 26.
280033Z DEC 25
"""
ALL = (NAVAREA_IV_1177, NAVAREA_IV_418, HYDROARC_34, HYDROPAC_3475)


def read(text: str, folder: Path) -> Notice:
    file = folder / "warning.txt"
    file.write_text(text, encoding="utf-8")
    return read_notice(file, REGIMES)


def test_val_windows_with_alternates_and_days(tmp_path: Path) -> None:
    warning = read(NAVAREA_IV_1177, tmp_path)
    assert [(each.begin, each.end) for each in warning.windows] == [
        (f"2022-11-{day}T16:0{minute}:00Z", f"2022-11-{day}T18:54:00Z")
        for day, minute in zip(range(12, 19), (6, 6, 7, 7, 7, 7, 7), strict=True)
    ]


def test_val_what_stands_around_the_areas(tmp_path: Path) -> None:
    warning = read(NAVAREA_IV_1177, tmp_path)
    assert str(warning.issued) == "2022-11-07T22:39:00Z"
    assert warning.reference == "1177/22(11,26)"
    assert warning.standing is Standing.GENUINE
    assert warning.broadcast is not None
    assert warning.broadcast.series == "NAVAREA IV"
    assert warning.broadcast.seas == ("WESTERN NORTH ATLANTIC", "FLORIDA")
    assert warning.broadcast.operation == "HAZARDOUS OPERATIONS, ROCKET LAUNCHING"
    assert warning.broadcast.cancels == ("NAVAREA IV 1165/22",)
    assert str(warning.broadcast.until) == "2022-11-18T19:54:00Z"


def test_val_areas_in_minutes(tmp_path: Path) -> None:
    first, second = read(NAVAREA_IV_1177, tmp_path).areas
    assert (first.id, first.role) == ("A", AreaRole.HAZARD)
    assert first.polygon_deg[0] == (28 + 39.92 / 60, -(80 + 38.33 / 60))
    assert len(first.polygon_deg) == 4
    assert second.polygon_deg[-1] == (27.35, -(71 + 43 / 60))


def test_val_windows_whose_month_stands_behind_the_last(tmp_path: Path) -> None:
    warning = read(NAVAREA_IV_418, tmp_path)
    assert len(warning.windows) == 7
    assert warning.windows[0].begin == "2023-04-19T12:18:00Z"
    assert warning.windows[2].begin == "2023-04-21T11:28:00Z"
    assert warning.windows[6].end == "2023-04-25T14:16:00Z"
    assert warning.issued is None  # only the year of its number says when


def test_val_windows_over_midnight(tmp_path: Path) -> None:
    warning = read(HYDROARC_34, tmp_path)
    assert len(warning.windows) == 10
    assert warning.windows[0].begin == "2026-03-06T19:30:00Z"
    assert warning.windows[0].end == "2026-03-07T01:00:00Z"


def test_val_days_of_another_year_than_that_of_issue(tmp_path: Path) -> None:
    warning = read(HYDROPAC_3475, tmp_path)
    assert str(warning.issued) == "2025-12-28T00:33:00Z"
    assert len(warning.windows) == 31
    assert warning.windows[0].begin == "2026-01-01T00:01:00Z"


def test_val_broadcast_warnings_are_written_and_read_back_the_same(tmp_path: Path) -> None:
    for text in ALL:
        warning = read(text, tmp_path)
        if warning.issued is not None:
            assert read(written(warning, REGIMES), tmp_path) == warning
        # Minutes come back as they were broadcast, but for zeros at their end.
        for place in ("28-39.92N 080-38.33W", "21-20.83N 090-34.00E", "28-38.47N 080-37.31W"):
            if place in text:
                assert place.replace(".00", "") in " ".join(written(warning, REGIMES).split())
