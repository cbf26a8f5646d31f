"""The configuration of a centre: `centre.toml`.

    schema = "glasshield-centre/1"
    name = "baltic.example/centre"
    mode = "exercise"
    data = "data"

    [listen]
    port = 8470

Paths count from the folder in which the file lies.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec

from glasshield.catalog.lines import line_of
from glasshield.catalog.wording import fault
from glasshield.errors import InputError
from glasshield.exchange.batches import LONGEST_NAME
from glasshield.exchange.log.checkpoints import checked_origin
from glasshield.exchange.log.entries import Mode
from glasshield.exchange.schemas import check_schema

SCHEMA: Final = "glasshield-centre/1"
LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")

T = TypeVar("T", bound=msgspec.Struct)

_Above = Annotated[float, msgspec.Meta(gt=0.0)]
_FromZero = Annotated[float, msgspec.Meta(ge=0.0)]
_Count = Annotated[int, msgspec.Meta(ge=1)]
_Port = Annotated[int, msgspec.Meta(ge=0, le=65_535)]


class Tls(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[listen.tls]`: how the centre shows who it is, and who may connect.

    Attributes:
        certificate: PEM file of the chain.
        key: PEM file of the private key.
        client_ca: PEM file of whoever signs the certificates of clients; without it any client
            may connect.
    """

    certificate: Path
    key: Path
    client_ca: Path | None = None


class Listen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[listen]`: where the centre is reached.

    Attributes:
        address: beyond loopback only with TLS.
        port: 0 for any that is free.
        tls: certificates.
    """

    address: str = "127.0.0.1"
    port: _Port = 8470
    tls: Tls | None = None

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches it."""
        return self.address in LOOPBACK


class StoreAt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[store]`: where the log is kept.

    Attributes:
        kind: `sqlite`, a file in the data folder, or `postgresql`.
        address: of a PostgreSQL database, without a password: that belongs into `~/.pgpass`.
        most: bytes to which an SQLite file may grow; without it as far as there is space.
    """

    kind: Literal["sqlite", "postgresql"] = "sqlite"
    address: str = ""
    most: _Count | None = None


class PictureAt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[picture]`: how pictures are made.

    Attributes:
        keep_s: for how long batches are kept at hand, with which pictures are made anew when
            rules, sensors or keys change, and after a restart.
        lag_s: how much later than others a detection may come and still improve its track.
        history_s: how far back tracks reach.
    """

    keep_s: _Above = 120.0
    lag_s: _FromZero = 2.0
    history_s: _Above = 600.0


class LimitsAt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[limits]`: what each may ask of the centre.

    Attributes:
        body_bytes: the longest body.
        late_s: how long before it came a batch may have been signed.
        ahead_s: by how much a party's clock may be ahead.
        detections_per_s: of one party, over a longer time.
        batches_per_s: of one party, over a longer time.
        burst_s: how many seconds' worth may come at once.
        refused_per_s: batches from one address that are not taken; beyond, their sender is to wait.
        acts_per_s: of one person.
        read_bytes_per_s: of answers about pictures to one reader; each counts as 20 kB at least.
        clients: that read at the same time.
        backlog_s: how far the pictures may be behind before nothing more is taken.
    """

    body_bytes: _Count = 8 << 20
    late_s: _Above = 300.0
    ahead_s: _Above = 30.0
    detections_per_s: _Above = 100_000.0
    batches_per_s: _Above = 500.0
    burst_s: _Above = 2.0
    refused_per_s: _Above = 20.0
    acts_per_s: _Above = 5.0
    read_bytes_per_s: _Above = 4_000_000
    clients: _Count = 500
    backlog_s: _Above = 10.0


class NatsAt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[nats]`: a NATS server with JetStream over which batches come, too.

    Attributes:
        address: such as `tls://nats.example:4222`.
        credentials: file of the centre's own account.
        stream: that holds `glasshield.PARTY.batches`.
        durable: the name of the centre's consumer.
        client_ca: PEM file of whoever signed the server's certificate, if not a public authority.
    """

    address: str
    credentials: Path | None = None
    stream: str = "glasshield"
    durable: str = "centre"
    client_ca: Path | None = None


class PeerAt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[peer.NAME]`: another centre, to which tracks go.

    Attributes:
        address: of its API.
        party: as which this centre signs there.
        viewer: what of the picture goes there: that of this viewer.
        key: the private key of that party.
        passphrase_file: holds the passphrase of the key.
        every_s: how often.
        ca: PEM file of whoever signed the other centre's certificate, if not a public authority.
        certificate: PEM file that this centre shows, where the other asks for one.
        certificate_key: PEM file of its private key.
    """

    address: str
    party: str
    viewer: str
    key: Path
    passphrase_file: Path
    every_s: _Above = 1.0
    ca: Path | None = None
    certificate: Path | None = None
    certificate_key: Path | None = None


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole configuration.

    Attributes:
        schema: its name and version.
        name: of the centre's log, the origin of its checkpoints, such as `baltic.example/centre`.
        mode: `exercise` or `real`; fixed in the log at its first start.
        data: the folder of the log, the parties, the people.
        key: the private key that seals the log.
        passphrase_file: holds its passphrase.
        listen: where the centre is reached.
        store: where the log is kept.
        picture: how pictures are made.
        limits: what each may ask.
        rules: rule files that the parties agreed on beforehand, in force where a party has put no
            others in force.
        witnesses: note keys whose signatures under checkpoints are taken.
        nats: a NATS server.
        peer: other centres.
        view: an assessment that the page of the globe shows beside the live picture, to everybody.
        demo: whether this is the demonstration, whose parties and keys are made up.
    """

    schema: str
    name: str
    mode: Mode
    data: Path = Path("data")
    key: Path = Path("centre.key")
    passphrase_file: Path = Path("centre.passphrase")
    listen: Listen = Listen()
    store: StoreAt = StoreAt()
    picture: PictureAt = PictureAt()
    limits: LimitsAt = LimitsAt()
    rules: tuple[Path, ...] = ()
    witnesses: tuple[str, ...] = ()
    nats: NatsAt | None = None
    peer: dict[str, PeerAt] = {}
    view: Path | None = None
    demo: bool = False

    @property
    def parties_file(self) -> Path:
        """Who may send, with which keys and sensors."""
        return self.data / "parties.toml"

    @property
    def people_file(self) -> Path:
        """Who may read."""
        return self.data / "people.toml"

    @property
    def sensors_folder(self) -> Path:
        """Holds `PARTY.toml` with the sensors of each party."""
        return self.data / "sensors"

    @property
    def store_file(self) -> Path:
        """The log, where it is kept in SQLite."""
        return self.data / "centre.sqlite"


def read_config(path: Path) -> Config:
    """The configuration in a file.

    Raises:
        InputError: it cannot be read, an unknown key, a value that cannot be, or a place beyond
            loopback without TLS; with file and line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError("this is no text", where=str(path), expected="TOML in UTF-8") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"the configuration cannot be read ({reason})", where=str(path)) from None
    return _checked(_decoded(_tables(text, path), text, path), text, path)


def check_exposure(config: Config, where: str) -> None:
    """Refuse a centre that others reach without TLS, or with made-up keys.

    Raises:
        InputError: one that listens beyond loopback so.
    """
    if config.listen.is_loopback:
        return
    if config.demo:
        raise InputError(
            "the demonstration listens at a loopback address alone",
            where=where,
            got=config.listen.address,
            do="make a centre of your own: glasshield serve --init DIR",
        )
    if config.listen.tls is None:
        raise InputError(
            "beyond loopback a centre listens with TLS alone",
            where=where,
            got=config.listen.address,
            do="give certificate and key in [listen.tls]",
        )


def _tables(text: str, path: Path) -> dict[str, Any]:
    """The tables of the file, of the right schema.

    Raises:
        InputError: no TOML, or another schema.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = at[1] if at else len(text.splitlines())
        what = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise InputError(f"not TOML: {what}", where=f"{path}:{line}") from None
    check_schema(found.get("schema"), SCHEMA, f"{path}:{line_of(text, ('schema',))}")
    return found


def _decoded(tables: dict[str, Any], text: str, path: Path) -> Config:
    """The file as a value.

    Raises:
        InputError: with the line of what is wrong.
    """
    try:
        return msgspec.convert(tables, Config, dec_hook=_path)
    except msgspec.ValidationError as error:
        found = fault(Config, "centre", str(error))
        where = f"{path}:{line_of(text, found.path)}"
        raise InputError(found.what, where=where, expected=found.expected, do=found.do) from None


def _checked(config: Config, text: str, path: Path) -> Config:
    """The configuration with whole paths.

    Raises:
        InputError: a name that can be none, a store without its address, or open without TLS.
    """

    def where(*keys: str) -> str:
        return f"{path}:{line_of(text, keys)}"

    checked_origin(config.name, where("name"))
    if not (config.name.isascii() and len(config.name) <= LONGEST_NAME):
        raise InputError(
            "this can be no name of a centre",
            where=where("name"),
            got=repr(config.name),
            expected=f"at most {LONGEST_NAME} letters, digits and signs of ASCII",
        )
    if (config.store.kind == "postgresql") != bool(config.store.address):
        raise InputError(
            "a PostgreSQL store has an address, and no other has",
            where=where("store", "address"),
            expected='kind = "postgresql" and address = "postgresql:///glasshield"',
        )
    check_exposure(config, where("listen", "address"))
    return _from_folder(config, path.parent)


def _from_folder(config: Config, folder: Path) -> Config:
    """The same with paths that count from a folder."""
    listen, nats = config.listen, config.nats
    if listen.tls is not None:
        listen = msgspec.structs.replace(listen, tls=_placed(listen.tls, folder))
    return msgspec.structs.replace(
        _placed(config, folder),
        listen=listen,
        rules=tuple(folder / each for each in config.rules),
        nats=None if nats is None else _placed(nats, folder),
        peer={name: _placed(each, folder) for name, each in config.peer.items()},
    )


def _placed(value: T, folder: Path) -> T:
    """A table whose own paths count from a folder."""
    found = {name: getattr(value, name) for name in value.__struct_fields__}
    paths = {name: folder / each for name, each in found.items() if isinstance(each, Path)}
    return msgspec.structs.replace(value, **paths)


def _path(type_: type, value: object) -> object:
    """A text as a path.

    Raises:
        ValueError: no text.
    """
    if type_ is Path and isinstance(value, str) and value:
        return Path(value)
    raise ValueError("a path is a text")
