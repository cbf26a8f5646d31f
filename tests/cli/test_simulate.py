"""`glasshield simulate` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from glasshield import catalog
from tests.cli.run import glasshield, refusal

SCENARIO = Path(catalog.__file__).parent / "facts" / "scenarios-one-test-two-parties.toml"


def test_a_scenario_becomes_files(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    done = glasshield("simulate", "one-test-two-parties", "--out", str(out), "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["simulated"] is True
    assert answer["scenario"] == "one-test-two-parties"
    assert answer["objects"] == 1
    assert {station["party"] for station in answer["stations"]} == {"united-states", "russia"}
    assert sorted(answer["files"]) == sorted(str(file) for file in out.iterdir())
    assert {"truth.oem", "armavir.tdm", "detections.parquet"} <= {f.name for f in out.iterdir()}


def test_a_seed_draws_anew_and_the_same_seed_the_same(tmp_path: Path) -> None:
    texts = []
    for seed, folder in ((1, "a"), (1, "b"), (2, "c")):
        out = tmp_path / folder
        done = glasshield(
            "simulate", "one-test-two-parties", "--out", str(out), "--seed", str(seed)
        )
        assert done.returncode == 0, done.stderr
        assert "SIMULATED" in done.stdout
        texts.append((out / "armavir.tdm").read_bytes())
    assert texts[0] == texts[1] != texts[2]


def test_a_scenario_of_ones_own(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(
        SCENARIO.read_text(encoding="utf-8").replace("one-test-two-parties", "mine"),
        encoding="utf-8",
    )
    done = glasshield("simulate", str(mine), "--out", str(tmp_path / "out"), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["scenario"] == "mine"


def test_another_value_for_a_figure(tmp_path: Path) -> None:
    key = "scenario.one-test-two-parties.observers.armavir"
    done = glasshield(
        "simulate", "one-test-two-parties", "--out", str(tmp_path), "--json",
        "--set", f"{key}.false_alarms=100", "--set", f"{key}.period=10s",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    armavir = json.loads(done.stdout)["stations"][1]
    assert armavir["false_alarms"] > 8_000
    assert '"user"' in (tmp_path / "scenario.toml").read_text(encoding="utf-8")


def test_what_cannot_be_simulated_is_said_in_a_sentence(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert "did you mean raid-of-ten" in refusal("simulate", "raid-of-tenn", "--out", out)
    assert "--seed: a seed is not below zero" in refusal(
        "simulate", "raid-of-ten", "--out", out, "--seed", "-1"
    )
    empty = tmp_path / "empty.toml"
    empty.write_text("", encoding="utf-8")
    assert "the file holds 0 scenarios" in refusal("simulate", str(empty), "--out", out)
    assert "cannot be read" in refusal("simulate", str(tmp_path / "no.toml"), "--out", out)
    broken = tmp_path / "broken.toml"
    broken.write_text("[scenario.x]\nname = 3\n", encoding="utf-8")
    assert "broken.toml:" in refusal("simulate", str(broken), "--out", out)
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    assert "cannot be written" in refusal("simulate", "raid-of-ten", "--out", str(taken))
    assert not Path(out).exists()
