"""The command that shows who is said to have done a deed."""

from typing import Any

import click

from headwater.cli.asking import findings, of_findings, show


@click.command()
@of_findings
def responsibility(**where: Any) -> None:
    """List who is said to have done an act of violence, by whom, and with how much reserve.

    What is asserted, claimed, suspected, held possible or denied is shown as somebody's saying, never as a finding.
    """
    from headwater.export.terminal.responsibility import render_responsibility
    from headwater.report.responsibility import responsibility_list

    show(render_responsibility, responsibility_list(findings(**where)))
