"""`glasshield monitor`, as a user runs it."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield import catalog
from glasshield.catalog.announced import Guest, Place
from glasshield.catalog.quantity import Position, Status
from glasshield.catalog.written import toml
from glasshield.cli import monitor, monitor_evaluate
from glasshield.cli.app import app
from glasshield.errors import GlasshieldError, InputError
from glasshield.monitoring.document import Evaluation
from glasshield.report.assurance.names import Names
from glasshield.report.monitoring.wording import Words
from tests.cli.run import glasshield, refusal

SHIPPED = "third-site-booster"
DOCS = Path(__file__).parents[2] / "docs" / "monitor.md"
REPORT = ["report.html", "report.pdf"]
JDEC = ("--format", "jdec", "--leave-out", "hazard_areas,apogee,range",
        "--impact-time", "2030-06-01T06:40:00Z")  # fmt: skip
# Where the guest's ship stands in the tests: south of the path, beyond the hazard area.
SHIP = "guest-ship=33.2,-123.5"
HAZARD = "[35.3, -130.5], [33.7, -130.5]"
CROSSING = "[33.7, -130.5], [35.3, -130.5]"
SPEED_TOL_KM_S = 0.05  # a single ship knows the speed to metres a second


def position(lat_deg: float, lon_deg: float) -> Position:
    return Position(
        lat_deg=lat_deg, lon_deg=lon_deg, source="glasshield", status=Status.ASSUMED, note="a test"
    )


def one_ship() -> str:
    """The shipped test as a file, with one observer at three places, one in the hazard area."""
    test = catalog.load().tests[SHIPPED]
    guest = test.observers[0]
    assert isinstance(guest, Guest)
    places = Place(positions=(position(33.2, -123.5), position(36.0, -125.0), position(34.5, -126)))
    alone = msgspec.structs.replace(guest, place=places, count=None)
    own = msgspec.structs.replace(test, id="mine", observers=(alone,), claims=())
    return toml("test", own)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a test of one's own."""
    file = tmp_path_factory.mktemp("test") / "mine.toml"
    file.write_text(one_ship(), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def planned(own: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """What a plan answers, and the folder with its report."""
    out = tmp_path_factory.mktemp("plan") / "out"
    done = glasshield("monitor", "plan", str(own), "--out", str(out), "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), out


@pytest.fixture(scope="module")
def watched(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a rehearsed test."""
    out = tmp_path_factory.mktemp("watched")
    done = glasshield("monitor", "rehearse", str(own), "--at", SHIP, "--out", str(out), "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["simulated"] is True
    assert [one["id"] for one in answer["stations"]] == ["guest-ship"]
    return out


@pytest.fixture(scope="module")
def evaluated(
    own: Path, watched: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Any], Path]:
    """What an evaluation answers, and the folder with its report."""
    out = tmp_path_factory.mktemp("evaluated") / "out"
    files = [str(watched / name) for name in ("guest-ship.tdm", "launches.json")]
    done = glasshield("monitor", "evaluate", str(own), *files, "--out", str(out), "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), out


def refused(file: Path, settings: tuple[str, ...] = ()) -> str:
    """The sentence with which a test is refused."""
    with pytest.raises(GlasshieldError) as error:
        monitor.asked(str(file), settings, None)
    assert error.value.exit_code == 2
    return error.value.sentence


def refused_here(*arguments: str) -> str:
    """The sentence with which `glasshield monitor ARGUMENTS` is refused, in this process."""
    with pytest.raises(GlasshieldError) as error:
        app(["monitor", *arguments], standalone_mode=False)
    assert error.value.exit_code == 2
    return error.value.sentence


def test_the_plan_has_the_keys_of_the_contract(planned: tuple[dict[str, Any], Path]) -> None:
    found = planned[0]
    assert found.keys() >= {"stations", "best", "least_access"}
    assert len(found["stations"]) == 3
    for row in found["stations"]:
        assert row.keys() >= {
            "lat_deg", "lon_deg", "visible_s", "burnout_speed_sigma_m_s", "power",
        }  # fmt: skip
        assert 0.0 <= row["power"] <= 1.0
    assert [len(row["places"]) for row in found["best"]] == [1, 2]
    assert found["least_access"]["power_wanted"] == 0.95


def test_a_place_in_the_hazard_area_is_warned_of_and_never_proposed(
    planned: tuple[dict[str, Any], Path],
) -> None:
    found = planned[0]
    (inside,) = (row for row in found["stations"] if row["in_hazard_area"])
    proposed = {(p["lat_deg"], p["lon_deg"]) for row in found["best"] for p in row["places"]}
    assert (inside["lat_deg"], inside["lon_deg"]) not in proposed
    assert any("guest-ship" in warning["en"] for warning in found["warnings"])


def test_the_report_of_a_plan_says_what_json_says(planned: tuple[dict[str, Any], Path]) -> None:
    found, out = planned
    assert sorted(path.name for path in out.iterdir()) == ["plan.json", *REPORT, "view.json"]
    assert json.loads((out / "plan.json").read_text(encoding="utf-8")) == found
    assert "glasshield monitor plan" in (out / "report.html").read_text(encoding="utf-8")
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF")


def test_a_rehearsal_is_marked_in_every_file(watched: Path) -> None:
    names = {path.name for path in watched.iterdir()}
    assert names >= {"guest-ship.tdm", "launches.json", "sensors.toml", "test.toml", "truth.oem"}
    for name in names - {"detections.parquet"}:
        assert "simulated" in (watched / name).read_text(encoding="utf-8").lower(), name


def test_the_evaluation_has_the_keys_of_the_contract(
    evaluated: tuple[dict[str, Any], Path], watched: Path
) -> None:
    found = evaluated[0]
    assert found.keys() >= {
        "burnout_speed_km_s", "burn_time_s", "stages", "declared", "rival", "likelihood_ratio",
        "biases", "claims_updated",
    }  # fmt: skip
    speed = found["burnout_speed_km_s"]
    assert speed.keys() >= {"value", "low", "high"}
    truth = json.loads((watched / "truth.json").read_text(encoding="utf-8"))
    (flew,) = (one["burnout"]["speed_km_s"] for one in truth["objects"])
    assert speed["value"] == pytest.approx(flew, abs=SPEED_TOL_KM_S)
    assert found["declared"].keys() >= {"consistent", "p_value"}
    assert found["capability"]["at_most_km_s"] is None
    assert found["simulated"] is True


def test_an_evaluation_can_be_signed(evaluated: tuple[dict[str, Any], Path]) -> None:
    found, out = evaluated
    assert sorted(path.name for path in out.iterdir()) == ["evaluation.json", "inputs.json",
                                                           *REPORT]  # fmt: skip
    assert json.loads((out / "evaluation.json").read_text(encoding="utf-8")) == found
    names = {
        one["name"] for one in json.loads((out / "inputs.json").read_text())["inputs"]["files"]
    }
    assert names == {"guest-ship.tdm", "launches.json", "sensors.toml", "mine.toml"}


def test_people_read_the_lower_bound_first(
    evaluated: tuple[dict[str, Any], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    found = msgspec.convert(evaluated[0], Evaluation)
    monitor_evaluate.print_summary(found, Words(Names.of(catalog.load()), "ru"))
    said = capsys.readouterr().out
    assert said.startswith("Учение. Все обнаружения смоделированы")
    assert "способна развить не менее" in said
    assert not re.search(r"[A-Za-z]{4,}", re.sub(r"guest-ship", "", said))


def test_a_notice_goes_out_and_comes_back(tmp_path: Path) -> None:
    notice, test = tmp_path / "notice.txt", tmp_path / "back.toml"
    done = glasshield("monitor", "notice", SHIPPED, *JDEC)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("EXERCISE")
    assert "rules of the regimes are met" in done.stderr
    assert "states no rule of its own" in done.stderr
    notice.write_text(done.stdout, encoding="utf-8")
    back = glasshield("monitor", "notice", "--from", str(notice), "--id", "back", "--json")
    found = json.loads(back.stdout)
    assert found["notice"]["areas"][1]["radius"] == 150.0
    assert found["notice"]["areas"][1]["radius_unit"] == "nmi"
    assert found["text"].startswith("[test.back]")
    said = glasshield("monitor", "notice", SHIPPED, *JDEC, "--out", str(notice)).stdout
    assert "Notice early enough" in said
    glasshield("monitor", "notice", "--from", str(notice), "--out", str(test))
    assert test.read_text(encoding="utf-8").startswith("[test.announced]")


def test_what_flew_is_held_against_a_notice(watched: Path, tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    glasshield("monitor", "notice", SHIPPED, *JDEC, "--out", str(notice))
    done = glasshield("monitor", "check", str(notice), str(watched / "truth.oem"), "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["inside"] == "yes"
    assert found["simulated"] is True
    assert {row["item"]: row["answer"] for row in found["items"]} == dict.fromkeys(
        ("window", "launch-area", "azimuth", "impact-area"), "yes"
    )
    said = glasshield("monitor", "check", str(notice), str(watched / "truth.oem"), "--lang", "ru")
    assert "Полёт прошёл в пределах объявленного." in said.stdout


def test_reported_flights_are_listed_as_lower_bounds(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = glasshield("monitor", "reported", "obv-20030206", "--out", str(out), "--json")
    assert done.returncode == 0, done.stderr
    (row,) = json.loads(done.stdout)["flights"]
    assert row["surface_speed_km_s"]["low"] == pytest.approx(6.30, abs=0.01)
    assert {one["burnout_speed_km_s"] for one in row["stated"]} >= {6.3, 9.0}
    assert sorted(path.name for path in out.iterdir()) == ["report.html", "report.pdf",
                                                           "reported.json"]  # fmt: skip
    said = glasshield("monitor", "reported", "obv-20030206").stdout
    assert "does not settle the dispute" in said
    assert "lower bound" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('end = "2030-06-01T10:00:00Z"', 'end = "2030-06-01T05:00:00Z"', "the window ends at"),
        (HAZARD, CROSSING, "touch each other"),
        (HAZARD, HAZARD.replace("-130.5", "170.0", 1), "crosses the date line"),
        ('interceptor = "gbi2"', 'interceptor = "gbi9"', "gbi9"),
        ("radius = 5.0", "radius = -5.0", "above zero"),
        ('shape = "lofted"', 'shap = "lofted"', "shap"),
    ],
)
def test_a_faulty_test_is_refused_with_file_and_line(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    text = one_ship()
    assert old in text
    file = tmp_path / "mine.toml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    sentence = refused(file)
    assert re.match(rf"{re.escape(str(file))}:\d+: ", sentence), sentence
    assert said in sentence


def test_a_file_holds_one_test(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    assert "no such file" in refused(file)
    file.write_text("[party.someone]\nname = 'Someone'\n", encoding="utf-8")
    assert "0 tests" in refused(file)
    file.write_text(one_ship() + one_ship().replace("test.mine", "test.other"), encoding="utf-8")
    assert "2 tests" in refused(file)


def test_a_file_takes_nothing_from_a_packaged_test_of_its_id(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    text = one_ship().replace("test.mine", f"test.{SHIPPED}")
    file.write_text(re.sub(r"^apogee = .*\n", "", text, flags=re.M), encoding="utf-8")
    asked = monitor.asked(str(file), (), None)
    assert asked.test.apogee is None
    assert len(asked.test.observers) == 1
    file.write_text(re.sub(r"^declared = .*\n", "", text, flags=re.M), encoding="utf-8")
    assert "declared" in refused(file)


def test_values_are_set_for_a_test_of_one_s_own(own: Path) -> None:
    asked = monitor.asked(str(own), ["test.mine.rival.burnout_speed=7.5km/s"], None)
    assert asked.test.rival.burnout_speed.value == 7.5
    assert asked.files == (own,)
    with pytest.raises(InputError, match="has no unit"):
        monitor.asked(str(own), ["test.mine.rival.burnout_speed=7.5"], None)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plan", "third-site-boster"), "did you mean third-site-booster"),
        (("plan", SHIPPED, "--out", "/proc/out"), "cannot be written because"),
        (("rehearse", SHIPPED, "--out", "OUT", "--at", "guest-ship"), "places nobody"),
        (("rehearse", SHIPPED, "--out", "OUT", "--at", "guest-shop=33,-124"), "guest-shop"),
        (("rehearse", SHIPPED, "--out", "OUT", "--flown", "rival-late"), "did you mean rival-"),
        (("rehearse", SHIPPED, "--out", "OUT", "--seed", "-1"), "not below zero"),
        (("notice", SHIPPED), "--format"),
        (("notice",), "give TEST, or --from NOTICE"),
        (("notice", SHIPPED, "--format", "hcoc"), "no field for impact_area"),
        (("notice", SHIPPED, "--format", "hoc"), "did you mean hcoc"),
        (("check", "no-such.txt", "no-such.oem"), "no-such.txt"),
        (("reported", "obv-2003"), "did you mean obv-20030206"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    words = [str(tmp_path / "out") if word == "OUT" else word for word in arguments]
    assert said in refused_here(*words)
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_is_one_line_without_a_trace() -> None:
    assert "did you mean hcoc" in refusal("monitor", "notice", SHIPPED, "--format", "hoc")


def test_detections_that_no_window_allows_are_refused(own: Path, watched: Path) -> None:
    later = own.with_name("later.toml")
    text = own.read_text(encoding="utf-8").replace("2030-06-01T", "2031-06-01T")
    later.write_text(text, encoding="utf-8")
    sentence = refused_here("evaluate", str(later), str(watched / "guest-ship.tdm"))
    assert "window" in sentence


def test_an_empty_set_of_detections_is_refused(own: Path, watched: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("time,station,range_m,azimuth_deg,elevation_deg\n", encoding="utf-8")
    sensors = str(watched / "sensors.toml")
    assert refused_here("evaluate", str(own), str(empty), "--sensors", sensors)


def test_the_program_of_the_docs_is_real() -> None:
    page = DOCS.read_text(encoding="utf-8")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        for program in re.findall(r"```python\n(.*?)```", page, re.S):
            exec(compile(program, str(DOCS), "exec"), {})
    assert re.search(r"Value\(value=6\.\d+.*\) (True|False) 6\.\d+", said.getvalue())


def test_every_key_of_the_answers_stands_in_the_docs(
    planned: tuple[dict[str, Any], Path], evaluated: tuple[dict[str, Any], Path]
) -> None:
    page = DOCS.read_text(encoding="utf-8")
    own_words = {"test", "simulated", "program", "warnings", "assumptions", "paths", "observers"}
    keys = {*planned[0], *planned[0]["stations"][0], *evaluated[0]} - own_words
    assert sorted(key for key in keys if f"`{key}`" not in page) == []
