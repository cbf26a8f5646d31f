"""Launch notices in the fields of the published regimes: text for people that machines read back.

text = written(notice_of(test, regimes["hcoc"], Chosen(leave_out=("apogee",))), regimes)
notice = read_notice(Path("notice.txt"), regimes)
"""

from __future__ import annotations

from glasshield.exchange.notices.files import FORMATS, read_notice, to_json, written
from glasshield.exchange.notices.flown import read_flown
from glasshield.exchange.notices.skeleton import test_skeleton

__all__ = ["FORMATS", "read_flown", "read_notice", "test_skeleton", "to_json", "written"]
