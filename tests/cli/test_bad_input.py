"""Bad input: one sentence, exit code 2, no traceback, no half-written file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import glasshield, refusal

INFER = ("flight", "infer", "--apogee", "300km", "--range", "500km")
PLAN = ("flight", "plan", "--missile", "mrbm", "--from", "semnan", "--to", "ankara")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("catalog", "show", "gbi22"), ["gbi22", "did you mean gbi2"]),
        (("catalog", "show", "interceptor.sm3-2c"), ["did you mean", "sm3-2"]),
        (("catalog", "list", "sensors"), ["did you mean sensor"]),
        (("flight", "plan", "--missile", "mrb", *PLAN[4:]), ["did you mean mrbm"]),
        ((*PLAN[:4], "--from", "semnam", *PLAN[6:]), ["did you mean semnan"]),
        ((*PLAN, "--shape", "loft"), ["did you mean lofted"]),
        ((*INFER, "--lang", "fr"), ["language", "ru"]),
    ],
)
def test_an_unknown_id_offers_the_nearest(arguments: tuple[str, ...], said: list[str]) -> None:
    sentence = refusal(*arguments)
    assert [word for word in said if word not in sentence] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--apogee", "300", "--range", "500km"), "--apogee: '300' has no unit"),
        (("--apogee", "300kg", "--range", "500km"), "is a mass; expected a length"),
        (("--apogee", "300km", "--range", "500parsec"), "unknown unit 'parsec'"),
        (("--apogee", "high", "--range", "500km"), "'high' is not a quantity"),
        ((*INFER[2:], "--time", "30"), "--time: '30' has no unit"),
        ((*INFER[2:], "--time", "30km"), "is a length; expected a time"),
        ((*INFER[2:], "--lat", "40km"), "is a length; expected a angle"),
    ],
)
def test_a_missing_or_wrong_unit_is_named(arguments: tuple[str, ...], said: str) -> None:
    assert said in refusal("flight", "infer", *arguments)


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e999"])
@pytest.mark.parametrize("option", ["--apogee", "--range", "--time"])
def test_a_number_that_is_not_finite_is_refused(option: str, number: str) -> None:
    given = {"--apogee": "300km", "--range": "500km", "--time": "10min", option: f"{number}km"}
    if option == "--time":
        given[option] = f"{number}s"
    arguments = [word for pair in given.items() for word in pair]
    assert "not finite" in refusal("flight", "infer", *arguments)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--apogee", "-1km", "--range", "500km"), ["apogee", "above the ground", "-1 km"]),
        (("--apogee", "0km", "--range", "500km"), ["apogee", "above the ground"]),
        (("--apogee", "300km", "--range", "-5km"), ["range", "-5 km"]),
        (("--apogee", "300km", "--range", "20100km"), ["range", "20100 km", "20004 km"]),
        ((*INFER[2:], "--time", "-5min"), ["time", "-300 s"]),
        ((*INFER[2:], "--lat", "91"), ["--lat", "90 deg", "91"]),
        ((*INFER[2:], "--lat", "nan"), ["--lat", "not finite"]),
        ((*INFER[2:], "--lat", "40", "--azimuth", "400"), ["azimuth", "400"]),
    ],
)
def test_a_report_that_cannot_be_is_refused(arguments: tuple[str, ...], said: list[str]) -> None:
    sentence = refusal("flight", "infer", *arguments)
    assert [word for word in said if word not in sentence] == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("--from", "91,20"), "--from: no latitude is beyond 90 deg"),
        (("--to", "-90.1,20"), "--to: no latitude is beyond 90 deg"),
        (("--to", "30,361"), "--to: no longitude is beyond 360 deg"),
        (("--to", "nan,20"), "not finite"),
        (("--to", "30,"), "no place"),
        (("--to", "germany"), "no single place"),
        (("--apogee", "-10km"), "--apogee: this length has to be above zero"),
        (("--time", "0s"), "--time: this time has to be above zero"),
    ],
)
def test_a_flight_that_cannot_be_asked_for(change: tuple[str, str], said: str) -> None:
    # Of an option given twice the last one counts.
    assert said in refusal(*PLAN, *change)


def test_a_flight_has_one_shape() -> None:
    assert "one shape" in refusal(*PLAN, "--shape", "lofted", "--time", "10min")


def test_a_target_out_of_range_says_by_how_much() -> None:
    sentence = refusal(*PLAN[:6], "--to", "washington")
    assert "km away" in sentence
    assert "km short" in sentence


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("flight", "infer", "--range", "5km"), "missing option '--apogee'"),
        (("flight", "infer", "--altitude", "5km"), "no such option"),
        (("flight", "fly"), "no such command 'fly'"),
        (("asess",), "no such command 'asess'"),
        (("catalog", "show"), "missing argument"),
    ],
)
def test_a_wrong_command_line_says_where_the_help_is(arguments: tuple[str, ...], said: str) -> None:
    sentence = refusal(*arguments)
    assert said in sentence
    assert "--help" in sentence


@pytest.mark.parametrize(
    ("toml", "line", "said"),
    [
        ("[site.x]\nname = 'X'\nlatitude = 5\n", 3, "unknown key 'latitude'"),
        ("[site.x]\nname = 'X\n", 2, "not TOML"),
        ("\n[silo.x]\nname = 'X'\n", 2, "no kind of record"),
        (
            "[site.x]\nname = 'X'\nposition = { lat_deg = 54.0, lon_deg = 1.0, status = 'read' }\n",
            3,
            "no source",
        ),
    ],
)
def test_a_broken_catalogue_file_is_named_with_its_line(
    tmp_path: Path, toml: str, line: int, said: str
) -> None:
    (tmp_path / "mine.toml").write_text(toml)
    sentence = refusal("catalog", "list", "--catalog", str(tmp_path))
    assert f"mine.toml:{line}" in sentence
    assert said in sentence


def test_a_catalogue_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    assert str(tmp_path / "no") in refusal("catalog", "list", "--catalog", str(tmp_path / "no"))


@pytest.mark.parametrize("place", ["/proc/flight.svg", "/dev/null/flight.svg"])
def test_an_unwritable_drawing_is_refused(place: str) -> None:
    sentence = refusal(*PLAN, "--plot", place)
    assert place in sentence
    assert "cannot be written because" in sentence


def test_a_disk_that_takes_no_more_leaves_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="limits on file sizes are of Unix")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limit[1]))
    try:
        sentence = refusal(*PLAN, "--plot", "flight.svg", cwd=tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert "flight.svg: cannot be written because" in sentence
    assert list(tmp_path.iterdir()) == []


def test_a_drawing_takes_the_place_of_a_link_and_leaves_its_target(tmp_path: Path) -> None:
    (tmp_path / "precious.svg").write_text("precious")
    (tmp_path / "flight.svg").symlink_to(tmp_path / "precious.svg")
    assert glasshield(*PLAN, "--plot", str(tmp_path / "flight.svg")).returncode == 0
    assert (tmp_path / "precious.svg").read_text() == "precious"
    assert not (tmp_path / "flight.svg").is_symlink()


def test_errors_with_json_leave_stdout_empty() -> None:
    assert "did you mean gbi2" in refusal("catalog", "show", "gbi22", "--json")


def test_miles_warn_and_go_on() -> None:
    done = glasshield("flight", "infer", "--apogee", "300mi", "--range", "500km", "--json")
    assert done.returncode == 0
    assert "nautical" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout.startswith("{")
