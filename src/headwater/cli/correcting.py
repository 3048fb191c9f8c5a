"""The commands by which a person decides about findings: correct one, list or hand on what was decided."""

import datetime
import getpass
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from headwater.cli.asking import latest, open_case, write_bytes
from headwater.errors import UsageError
from headwater.records import CorrectionAction

if TYPE_CHECKING:
    from headwater.records import Correction, CorrectionState
    from headwater.store import CaseFolder

_VALUES = """\
reattribute speaker=NAME (or a speaker's id); edit_span part=source|cue|content with text=WORDS or spans=10-20,30-35;
merge_speakers, merge_claims with=ID; split_speaker new=NAME members=ID,ID; rename_speaker new=NAME;
split_claim members=ID,ID; set_date published=YYYY-MM-DD; set_publisher publisher=NAME; note text=WORDS"""


@click.command(
    epilog=f"Values: {_VALUES}.",
)
@click.argument("folder", metavar="CASE")
@click.argument("action", type=click.Choice(get_args(CorrectionAction)), metavar="ACTION")
@click.argument("target", metavar="TARGET")
@click.option("--value", "values", multiple=True, metavar="KEY=VALUE", help="What to set; repeatable.")
@click.option("--why", required=True, metavar="REASON", help="Why; it stands beside the finding from then on.")
@click.option("--who", metavar="NAME", help="Who decides; by default the name you are logged in under.")
@click.option("--later", is_flag=True, help="Keep it only; work it in with the next correction or trace.")
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def correct(
    folder: str, action: CorrectionAction, target: str, values: tuple[str, ...], why: str, who: str | None, **how: bool
) -> int:
    """Decide about a finding: ACTION on TARGET (an id, or its beginning).

    A document may be named by its path. ACTION is accept, reject, edit_span, reattribute, merge_speakers,
    split_speaker, rename_speaker, merge_claims, split_claim, set_date, set_publisher, note or undo (TARGET then is a
    correction's id). What you decide is kept for good, and every later run obeys it. The exit code is 1 where it
    contradicts what somebody else decided before.
    """
    from headwater.corrections import next_moment, propose

    with open_case(folder) as case:
        findings, given = latest(case, folder), case.corrections()
        made = propose(
            findings,
            action,
            target,
            _pairs(values),
            who=who or _user(),
            why=why,
            at=next_moment(datetime.datetime.now(datetime.UTC), given),
            given=given,
        )
        case.add_correction(made)
        if how["later"]:
            click.echo(f"{made.id}: kept; worked in with the next correction or trace")
            return 0
        _refresh(case, how["quiet"])
        state = next(s for s in latest(case, folder).corrections if s.correction.id == made.id)
    click.echo(f"{made.id}: {_say(state)}")
    return 0 if state.state == "applied" else 1


@click.command()
@click.argument("folder", metavar="CASE")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON, each with its state.")
@click.option("--export", "export_to", metavar="FILE", help="Write them as JSON Lines, to keep or to share.")
@click.option("--replay", metavar="FILE", help="Take in those of a file (- for standard input), and work them in.")
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def corrections(folder: str, as_json: bool, export_to: str | None, replay: str | None, quiet: bool) -> int:
    """List what people decided, and what became of it: applied, conflict, orphaned or undone.

    The exit code is 1 where something is in conflict or orphaned.
    """
    from headwater.corrections import from_lines, to_lines

    with open_case(folder) as case:
        if replay is not None:
            for correction in from_lines(_read(replay), replay):
                case.add_correction(correction)
            _refresh(case, quiet)
        if export_to is not None:
            write_bytes(Path(export_to), to_lines(case.corrections()))
            click.echo(f"corrections written: {export_to} ({len(case.corrections())})", err=True)
            return 0
        states = _states(case, folder)
    if as_json:
        click.echo(json.dumps([_shape(state) for state in states], ensure_ascii=False, indent=1))
    elif not states:
        click.echo("nothing was corrected in this case")
    else:
        click.echo("\n".join(_line(state) for state in states))
    return 1 if any(state.state in ("conflict", "orphaned") for state in states) else 0


def _user() -> str:
    """Return the name that the user is logged in under. Raises UsageError where the system gives none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("say who decides: --who NAME (the system gives no name for you)") from error


def _refresh(case: "CaseFolder", quiet: bool) -> None:
    from headwater import pipeline
    from headwater.progress import ProgressLine

    line = ProgressLine()
    try:
        pipeline.refresh(case, None if quiet else line)
    finally:
        line.close()


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for value in values:
        key, equals, rest = value.partition("=")
        if not equals or not key:
            raise UsageError(f"--value {value!r}: write KEY=VALUE")
        pairs[key] = rest
    return pairs


def _states(case: "CaseFolder", folder: str) -> "list[_Row]":
    """Return what became of each correction, by time; those that no run has read yet are "waiting"."""
    known = {state.correction.id: state for state in latest(case, folder).corrections}
    rows = []
    for c in sorted(case.corrections(), key=lambda c: (c.at, c.id)):
        state = known.get(c.id)
        if state is None:
            rows.append(_Row(c, "waiting", "Not worked in yet; the next correction or trace does it."))
        else:
            rows.append(_Row(c, state.state, state.why))
    return rows


@dataclass(frozen=True, slots=True)
class _Row:
    correction: "Correction"
    state: str
    why: str


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file} ({error.strerror})") from error


def _shape(state: _Row) -> dict[str, object]:
    import msgspec

    shape: dict[str, object] = msgspec.to_builtins(state.correction)
    return {**shape, "state": state.state, "state_why": state.why}


def _say(state: "CorrectionState") -> str:
    return f"{state.state}. {state.why}".rstrip().rstrip(".")


def _line(state: _Row) -> str:
    c = state.correction
    first = f"{state.state:9} {c.at}  {c.who}: {c.action.replace('_', ' ')} {c.target}{_said(c)}"
    lines = [first, f"{'':9} because {c.why}"]
    words = next((" ".join(a.quote.split()) for a in c.anchors if a.quote.strip()), "")
    if words:
        lines.append(f"{'':9} at “{words if len(words) <= 70 else words[:69] + '…'}”")
    if state.why:
        lines.append(f"{'':9} {state.why}")
    return "\n".join([*lines, f"{'':9} {c.id}"])


def _said(correction: "Correction") -> str:
    """Return the part of a correction's value that a person gave."""
    told = ("speaker", "part", "with_name", "with", "new", "published", "publisher", "text")
    said = [f"{key}={correction.value[key]}" for key in told if correction.value.get(key)]
    return f" ({', '.join(said)})" if said else ""
