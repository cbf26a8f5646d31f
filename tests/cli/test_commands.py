"""What the commands answer, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from glasshield import __version__
from tests.cli.run import glasshield

INFER_KEYS = {
    "verdict", "why", "kepler_time_s", "flight_time_s", "surface_speed_km_s",
    "demonstrated_range_km", "capability_range_km", "range_classes", "treaty",
}  # fmt: skip
PLAN_KEYS = {
    "range_km", "apogee_km", "flight_time_s", "burnout_time_s", "burnout_speed_km_s",
    "launch_azimuth_deg", "reentry_speed_km_s", "reentry_angle_deg", "impact_error_m", "profile",
}  # fmt: skip

# Distance between Semnan and Ankara as the catalogue places them, by geographiclib.
SEMNAN_ANKARA_KM = 1926.8
DISTANCE_TOL_KM = 0.1  # the reference is rounded so
IMPACT_TOL_M = 100.0  # what an aimed flight promises


@pytest.mark.parametrize("arguments", [(), ("--help",)])
def test_help_lists_every_command(arguments: tuple[str, ...]) -> None:
    done = glasshield(*arguments)
    assert done.returncode == 0
    wanted = ("assess", "flight", "catalog", "demo")
    assert [name for name in wanted if name not in done.stdout] == []


def test_the_version_is_said() -> None:
    assert glasshield("--version").stdout == f"glasshield {__version__}\n"


def test_the_tree_of_commands_loads_no_heavy_module() -> None:
    done = glasshield("--help", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "glasshield.cli.app" in loaded
    assert loaded & {"numpy", "scipy", "matplotlib", "typst", "jaxtyping", "msgspec"} == set()


def test_infer_answers_with_the_keys_of_the_contract() -> None:
    done = glasshield(
        "flight", "infer", "--apogee", "2111.5km", "--range", "787km", "--time", "30min",
        "--lat", "40", "--azimuth", "71deg", "--json",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer.keys() >= INFER_KEYS
    assert answer["verdict"] == "consistent"
    assert answer["flight_time_s"]["low"] <= 1800.0 <= answer["flight_time_s"]["high"]


def test_infer_tells_people_the_same() -> None:
    arguments = ("flight", "infer", "--apogee", "2111.5km", "--range", "787km", "--time", "30min")
    assert "consistent" in glasshield(*arguments).stdout
    assert "баллистический" in glasshield(*arguments, "--lang", "ru").stdout.lower()


def test_plan_answers_with_the_keys_of_the_contract() -> None:
    done = glasshield(
        "flight", "plan", "--missile", "mrbm", "--from", "semnan", "--to", "ankara", "--json"
    )
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer.keys() >= PLAN_KEYS
    assert answer["range_km"] == pytest.approx(SEMNAN_ANKARA_KM, abs=DISTANCE_TOL_KM)
    assert answer["impact_error_m"] < IMPACT_TOL_M
    assert {point["phase"] for point in answer["profile"]} == {"boost", "coast", "entry"}


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_the_drawing_of_a_flight_is_the_same_every_time(tmp_path: Path, suffix: str) -> None:
    drawings = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.{suffix}"
        done = glasshield(
            "flight", "plan", "--missile", "mrbm", "--from", "semnan", "--to", "ankara",
            "--apogee", "450km", "--plot", str(path),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        drawings.append(path.read_bytes())
    assert drawings[0] == drawings[1]


def test_list_and_show_give_the_same_records() -> None:
    listed = json.loads(glasshield("catalog", "list", "interceptor", "--json").stdout)
    assert "gbi2" in {record["id"] for record in listed}
    shown = json.loads(glasshield("catalog", "show", "gbi2", "--json").stdout)
    assert shown["kind"] == "interceptor"
    assert shown["burnout_speed"]["status"] == "read"
    assert [rival["value"] for rival in shown["burnout_speed"]["rivals"]] == [9.0]


def test_show_tells_people_status_source_and_rivals() -> None:
    shown = glasshield("catalog", "show", "gbi2").stdout
    wanted = ("6.3 km/s", "9 km/s", "postol-2007", "mda-2007", "assumed", "S-AFP07", "rival")
    assert [word for word in wanted if word not in shown] == []


def test_the_packaged_catalogue_has_no_problem() -> None:
    done = glasshield("catalog", "check", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"problems": []})


def test_check_names_every_problem(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        "[site.here]\nname = 'Here'\n"
        "position = { lat_deg = 95.0, lon_deg = 0.0, source = 'glasshield', status = 'read' }\n"
        "[site.there]\nname = 'There'\nposition = { lat_deg = 5.0, lon_deg = 0.0 }\n"
    )
    done = glasshield("catalog", "check", "--catalog", str(tmp_path))
    assert done.returncode == 2
    assert "mine.toml:3" in done.stdout
    assert "off the Earth" in done.stdout
    assert "mine.toml:6" in done.stdout
    assert done.stderr == "2 problems in the catalogue.\n"


def test_one_s_own_facts_are_laid_over_the_packaged_ones(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        "[site.my-site]\nname = 'My site'\n"
        "position = { lat_deg = 54.48, lon_deg = 17.1, source = 'glasshield', "
        "status = 'assumed', note = 'an example' }\n"
    )
    by_option = glasshield("catalog", "show", "my-site", "--json", "--catalog", str(tmp_path))
    by_environment = glasshield(
        "catalog", "show", "my-site", "--json", GLASSHIELD_CATALOG=str(tmp_path)
    )
    assert json.loads(by_option.stdout)["name"] == "My site"
    assert by_option.stdout == by_environment.stdout
