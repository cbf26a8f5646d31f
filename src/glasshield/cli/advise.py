"""`glasshield advise`: who should look where, as a centre advises a viewer. It commands nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from glasshield.cli import acting, at_centre, options, output

if TYPE_CHECKING:
    from glasshield.messages import Language

_PATH: Final = "/v1/advice"
_UNDER_POWER: Final = "under-power"


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    as_: at_centre.Party = None,
    token_file: at_centre.TokenFile = None,
    keys: at_centre.Keys = at_centre.DEFAULT_KEYS,
    passphrase_file: at_centre.PassphraseFile = None,
    centre: at_centre.Centre = None,
    objects: Annotated[
        int, typer.Option(metavar="N", help="To which each sensor can attend at a time.")
    ] = 3,
    span: Annotated[
        str, typer.Option("--for", metavar="TIME", help="How far ahead, in six steps: 60s.")
    ] = "60s",
    real: at_centre.Real = False,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Ask a centre who should look where: advice made of your own picture. It commands nothing.

    Example: glasshield advise http://127.0.0.1:8470 --as aspen --keys glasshield-demo/keys
    """
    language = options.language(lang)
    horizon_s = at_centre.duration_s(span, "--for")
    link = at_centre.link(url, ca, certificate, certificate_key)
    own = at_centre.Own(keys, passphrase_file, centre)
    with at_centre.reader(link, (as_, token_file), own, real=real) as reader:
        found = reader.json(_PATH, objects=objects, horizon_s=f"{horizon_s:g}")
    if json:
        output.print_json(found)
    else:
        _print(found, language)


def _print(found: dict[str, Any], lang: Language) -> None:
    """Prints advice: looks, areas, and what it says nothing of."""
    from glasshield.messages import text
    from glasshield.messages.numbers import quantity

    title = text(lang, "advice.title", time=found["at"][11:19], picture=str(found["picture"]))
    heads = [text(lang, f"advice.column.{name}") for name in ("sensor", "looks", "adds")]
    rows = [_sensor(found, place, lang) for place in range(len(found["sensors"]))]
    output.print_table(f"{acting.mark(found['mode'], lang)} · {title}", heads, rows, right=[2])
    if not all(each["is_own"] for each in found["sensors"]):
        output.print_lines(text(lang, "advice.assumed"))
    waiting = _under_power(found)
    if waiting:
        numbers = ", ".join(map(str, waiting))
        many = "one" if len(waiting) == 1 else "several"
        output.print_lines(text(lang, f"advice.yet.{many}", numbers=numbers))
    elif not found["looks"]:
        output.print_lines(text(lang, "advice.none"))
    _print_objects(found["objects"], lang)
    totals = {
        name: quantity(lang, found[f"{key}_km2"], "km²")
        for name, key in (("before", "before"), ("turn", "in_turn"), ("after", "after"))
    }
    output.print_lines(text(lang, "advice.total", n=len(found["objects"]), **totals))
    for reason in dict.fromkeys(each["reason"] for each in found["left_out"]):
        if reason == _UNDER_POWER and waiting:
            continue
        numbers = ", ".join(
            str(each["number"]) for each in found["left_out"] if each["reason"] == reason
        )
        said = text(lang, f"advice.reason.{reason}")
        output.print_lines(text(lang, "advice.left_out", numbers=numbers, reason=said))
    output.print_lines(text(lang, "advice.nothing"))


def _under_power(found: dict[str, Any]) -> list[int]:
    """The objects under power, where they are why there is nothing to plan yet."""
    if found["looks"] or found["objects"]:
        return []
    return [each["number"] for each in found["left_out"] if each["reason"] == _UNDER_POWER]


def _sensor(found: dict[str, Any], place: int, lang: Language) -> tuple[str, str, str]:
    """A row of a sensor."""
    from glasshield.messages.numbers import number, quantity

    sensor = found["sensors"][place]
    looks = "; ".join(
        f"{quantity(lang, one['step'] * found['step_s'], 's')}: "
        f"{', '.join(map(str, one['objects']))}"
        for one in found["looks"]
        if one["sensor"] == place
    )
    adds = sensor["adds_km2"]
    name = at_centre.plain(sensor["sensor"]) + ("" if sensor["is_own"] else " *")
    return name, looks or "–", "–" if adds is None else number(lang, adds)


def _print_objects(objects: list[dict[str, Any]], lang: Language) -> None:
    """Prints the areas of objects, where there are any."""
    from glasshield.messages import text
    from glasshield.messages.numbers import number

    if not objects:
        return
    heads = [text(lang, f"advice.column.{name}") for name in ("object", "before", "after")]
    rows = [
        (str(one["number"]), number(lang, one["before_km2"]), number(lang, one["after_km2"]))
        for one in objects
    ]
    output.print_table("", heads, rows, right=[0, 1, 2])
