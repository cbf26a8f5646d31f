"""The tree of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield import __version__
from glasshield.cli import (
    act_acknowledge,
    act_answer,
    act_consult,
    act_decline,
    act_grant,
    act_list,
    act_remark,
    act_request,
    advise,
    assess,
    assure,
    catalog_check,
    catalog_list,
    catalog_show,
    claims,
    demo,
    diff,
    exercise_check,
    exercise_list,
    exercise_review,
    exercise_run,
    feed,
    flight_infer,
    flight_plan,
    log_export,
    log_prove,
    log_verifier,
    log_verify,
    log_witness,
    monitor_check,
    monitor_compare,
    monitor_evaluate,
    monitor_notice,
    monitor_plan,
    monitor_rehearse,
    monitor_reported,
    notice_send,
    party_add,
    party_list,
    party_revoke,
    party_rotate_key,
    party_sensors,
    person_add,
    person_list,
    person_revoke,
    replay,
    rules_check,
    rules_explain,
    rules_put,
    sectors,
    serve,
    simulate,
    statement_countersign,
    statement_keygen,
    statement_sign,
    statement_verify,
    track,
    watch,
)
from glasshield.cli.listed import ListedCommand

app = typer.Typer(
    help="See through a missile shield: what it sees, what it defends and whom it reaches.",
    epilog="Quantities take units: 787km, 30min, 5.0km/s, 71deg. Every command has --json.",
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
flight = typer.Typer(help="What a flight needs, and what a reported flight proves.")
catalog = typer.Typer(help="The facts, each with its source and standing.")
statement = typer.Typer(help="An assessment or a measurement that parties sign, anybody reruns.")
watching = typer.Typer(help="An announced flight test: where to stand, and what was measured.")
rules = typer.Typer(help="Rules of release: what a party's partners get of its data.")
log = typer.Typer(help="The sealed log of a centre: whether it is the one that was sealed.")

party = typer.Typer(help="The parties of a centre: who may send, with which keys and sensors.")
person = typer.Typer(help="The people of a centre: who may come in, as what, until when.")

act = typer.Typer(help="What people do at a centre: remarks, requests, and their answers.")
exercise = typer.Typer(help="Exercises of several parties with simulated flights, and reviews.")
notice = typer.Typer(help="Launch notices that parties give at a centre.")

app.command("assess")(assess.command)
app.command("assure", cls=ListedCommand)(assure.command)
app.command("claims")(claims.command)
app.command("diff")(diff.command)
app.add_typer(statement, name="statement")
app.command("sectors")(sectors.command)
app.add_typer(watching, name="monitor")
app.add_typer(rules, name="rules")
app.add_typer(log, name="log")
app.command("serve")(serve.command)
app.command("feed")(feed.command)
app.command("watch")(watch.command)
app.command("advise")(advise.command)
app.command("replay")(replay.command)
app.add_typer(exercise, name="exercise")
app.add_typer(act, name="act")
app.add_typer(notice, name="notice")
app.add_typer(party, name="party")
app.add_typer(person, name="person")
app.add_typer(flight, name="flight")
app.add_typer(catalog, name="catalog")
app.command("track")(track.command)
app.command("demo")(demo.command)
app.command("simulate")(simulate.command)
statement.command("keygen")(statement_keygen.command)
statement.command("sign")(statement_sign.command)
statement.command("countersign")(statement_countersign.command)
statement.command("verify")(statement_verify.command)
flight.command("infer")(flight_infer.command)
flight.command("plan")(flight_plan.command)
watching.command("plan")(monitor_plan.command)
watching.command("rehearse")(monitor_rehearse.command)
watching.command("evaluate")(monitor_evaluate.command)
watching.command("compare")(monitor_compare.command)
watching.command("notice")(monitor_notice.command)
watching.command("check")(monitor_check.command)
watching.command("reported")(monitor_reported.command)
rules.command("check")(rules_check.command)
rules.command("explain")(rules_explain.command)
log.command("export")(log_export.command)
log.command("verify")(log_verify.command)
log.command("witness")(log_witness.command)
log.command("prove")(log_prove.command)
log.command("verifier")(log_verifier.command)
rules.command("put")(rules_put.command)
exercise.command("run")(exercise_run.command)
exercise.command("list")(exercise_list.command)
exercise.command("check")(exercise_check.command)
exercise.command("review")(exercise_review.command)
notice.command("send")(notice_send.command)
act.command("remark")(act_remark.command)
act.command("acknowledge")(act_acknowledge.command)
act.command("request")(act_request.command)
act.command("grant")(act_grant.command)
act.command("decline")(act_decline.command)
act.command("consult")(act_consult.command)
act.command("answer")(act_answer.command)
act.command("list")(act_list.command)
party.command("add")(party_add.command)
party.command("sensors")(party_sensors.command)
party.command("rotate-key")(party_rotate_key.command)
party.command("revoke")(party_revoke.command)
party.command("list")(party_list.command)
person.command("add")(person_add.command)
person.command("revoke")(person_revoke.command)
person.command("list")(person_list.command)
catalog.command("list")(catalog_list.command)
catalog.command("show")(catalog_show.command)
catalog.command("check")(catalog_check.command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"glasshield {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Read the options that every command has."""
    del version
