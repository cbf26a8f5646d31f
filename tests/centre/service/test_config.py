"""The configuration of a centre: what stands there is taken, anything else refused by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from glasshield.centre.config import SCHEMA, Config, check_exposure, read_config
from glasshield.centre.log.keeping import seal_signer
from glasshield.centre.service import Centre
from glasshield.errors import InputError
from tests.centre.faults.ground import prepared

HEAD = f'schema = "{SCHEMA}"\nname = "baltic.example/centre"\nmode = "exercise"\n'
WHOLE = """\
data = "kept"
key = "keys/centre.key"
passphrase_file = "/secret/words"
rules = ["rules/north.toml"]
witnesses = []

[listen]
address = "0.0.0.0"
port = 0
tls = { certificate = "tls/cert.pem", key = "tls/key.pem", client_ca = "/ca.pem" }

[store]
kind = "postgresql"
address = "postgresql:///centre"

[picture]
keep_s = 60
lag_s = 0
history_s = 300.0

[limits]
clients = 20

[nats]
address = "tls://nats.example:4222"
credentials = "nats.creds"

[peer.east]
address = "https://east.example"
party = "baltic"
viewer = "to-east"
key = "keys/baltic.key"
passphrase_file = "keys/baltic.passphrase"
ca = "east.pem"
"""


def read(folder: Path, text: str) -> Config:
    path = folder / "centre.toml"
    path.write_text(HEAD + text)
    return read_config(path)


def test_paths_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    assert found.data == tmp_path / "kept"
    assert found.passphrase_file == Path("/secret/words")
    assert found.rules == (tmp_path / "rules/north.toml",)
    assert found.listen.tls is not None
    assert found.listen.tls.key == tmp_path / "tls/key.pem"
    assert found.listen.tls.client_ca == Path("/ca.pem")
    assert found.nats is not None
    assert found.nats.credentials == tmp_path / "nats.creds"
    assert found.nats.client_ca is None
    assert found.peer["east"].ca == tmp_path / "east.pem"
    assert (found.picture.keep_s, found.limits.clients) == (60.0, 20)
    assert found.store_file == tmp_path / "kept/centre.sqlite"


def test_what_is_left_out_is_as_usual(tmp_path: Path) -> None:
    found = read(tmp_path, "")
    assert (found.listen.address, found.listen.port, found.listen.tls) == ("127.0.0.1", 8470, None)
    assert found.limits.body_bytes == 8 << 20
    assert not found.demo


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[listen]\nadress = 3", r"centre.toml:5: unknown key 'adress'.* did you mean address\?"),
        ("[listen]\nport = 70000", r"centre.toml:5: .*port"),
        ("[limits]\nlate_s = 0", r"centre.toml:5: .*late_s"),
        ("data = 3", r"centre.toml:4: .*data"),
        ("data = ", r"centre.toml:4: not TOML"),
        ('[listen]\naddress = "0.0.0.0"', r"centre.toml:5: beyond loopback .* with TLS alone"),
        ('[store]\nkind = "postgresql"', r"centre.toml:4: a PostgreSQL store has an address"),
        ('[store]\naddress = "x"', r"centre.toml:5: a PostgreSQL store has an address"),
        ('[peer.x]\nparty = "a"', r"centre.toml:.* has no address"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(tmp_path, text)


def test_another_schema_mode_or_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "centre.toml"
    for old, new in ((SCHEMA, "glasshield-centre/9"), ("exercise", "training"), ("/c", "/ c")):
        path.write_text(HEAD.replace(old, new))
        with pytest.raises(InputError, match=str(path)):
            read_config(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_config(tmp_path / "none.toml")


def test_the_demonstration_never_listens_beyond_loopback(tmp_path: Path) -> None:
    tls = 'tls = { certificate = "a", key = "b" }'
    text = f'demo = true\n[listen]\naddress = "192.0.2.1"\n{tls}'
    with pytest.raises(InputError, match="at a loopback address alone"):
        read(tmp_path, text)
    check_exposure(read(tmp_path, "demo = true"), "here")


def test_a_centre_without_its_key_or_with_rules_about_two_parties_does_not_begin(
    tmp_path: Path,
) -> None:
    ground = prepared(tmp_path)
    config = ground.config
    config.passphrase_file.rename(tmp_path / "away")
    with pytest.raises(InputError, match="passphrase of the centre's key cannot be read"):
        Centre(config)
    (tmp_path / "away").rename(config.passphrase_file)
    assert seal_signer(config).public.party == "centre"

    first, second = (path.read_text() for path in config.rules)
    both = first + second.split("\n", 1)[1].replace("[rule.partner]", "[rule.other]")
    config.rules[0].write_text(both)
    centre = Centre(config)
    with pytest.raises(InputError, match="about the data of one party"):
        centre.start()
    centre.close()
