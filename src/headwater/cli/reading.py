"""The commands that show findings: one page record each, put into the terminal's layout."""

from typing import Any

import click

from headwater.cli.asking import findings, latest, of_findings, open_case, ranking, show


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also claims that only one document makes.")
@click.option(
    "--like",
    metavar="SENTENCE",
    help="Those that say what SENTENCE, or the claim with that ID, says in whatever words, nearest first.",
)
@of_findings
def claims(everything: bool, like: str | None, **where: Any) -> None:
    """List claims, those most worth checking first, with their independent origins."""
    from headwater.export.terminal import render_claims, render_likes
    from headwater.report import claim_list, claims_like, read_sentence

    found = findings(**where)
    if like is not None:
        sentence, claim = read_sentence(found, like)
        show(render_likes, claims_like(found, sentence, ranking(sentence, where["sources"]), claim))
        return
    show(render_claims, claim_list(found, everything=everything))


@click.command()
@click.argument("identifier", metavar="ID")
@of_findings
def claim(identifier: str, **where: Any) -> None:
    """Show every report of a claim with its chain, step by step, and the words that show each step.

    ID may be shortened to its first characters.
    """
    from headwater.export.terminal import render_claim
    from headwater.report import claim_page

    show(render_claim, claim_page(findings(**where), identifier))


@click.command()
@click.argument("identifier", metavar="ID")
@of_findings
def why(identifier: str, **where: Any) -> None:
    """Say what a finding rests on: the rule or model, the reason, the words.

    ID may be shortened to its first characters.
    """
    from headwater.export.terminal import render_why
    from headwater.report import why as reasons

    show(render_why, reasons(findings(**where), identifier))


@click.command()
@click.argument("name", required=False)
@of_findings
def speakers(name: str | None, **where: Any) -> None:
    """List who speaks, how often, and who reports it; with NAME, all that this speaker is said to say."""
    from headwater.export.terminal import render_speaker, render_speakers
    from headwater.report import speaker_list, speaker_page

    found = findings(**where)
    if name is None:
        show(render_speakers, speaker_list(found))
    else:
        show(render_speaker, speaker_page(found, name))


@click.command()
@of_findings
def figures(**where: Any) -> None:
    """Compare the figures by event (low to high, sources, origins, how they relate), then list all by document.

    Nothing is added up, and no total is estimated.
    """
    from headwater.export.terminal import render_figures
    from headwater.report import figures_page

    show(render_figures, figures_page(findings(**where)))


@click.command()
@of_findings
def times(**where: Any) -> None:
    """List the dates that are named, with what each was counted from; then the case in order, where it can be told."""
    from headwater.export.terminal import render_times
    from headwater.report import times_page

    show(render_times, times_page(findings(**where)))


@click.command()
@of_findings
def revisions(**where: Any) -> None:
    """Show what changed between versions of the same page, quotations and figures first."""
    from headwater.export.terminal import render_revisions
    from headwater.report import revision_list

    show(render_revisions, revision_list(findings(**where)))


@click.command()
@click.argument("folder", metavar="CASE")
def report(folder: str) -> None:
    """Say what became of everything that was given to read: whole, in part, not at all, and why."""
    from headwater.export.terminal.intake import render_intake
    from headwater.report.intake import intake
    from headwater.store.passing import passed_over

    with open_case(folder) as case:
        page = intake(latest(case, folder), passed_over(case.manifest()))
    show(render_intake, page)


@click.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@of_findings
def compare(left: str, right: str, **where: Any) -> None:
    """Show side by side what two documents share, what was changed, and what can be said about direction.

    A and B are files, or with --in the names of two documents among those.
    """
    from headwater.export.terminal import render_comparison
    from headwater.report import compare as compare_documents

    if not where["sources"]:
        where["sources"] = (left, right)
    show(render_comparison, compare_documents(findings(**where), left, right))
