"""Page records as text for a terminal: a function per page, each a record to a string.

What matters is never said by colour alone: changed words stand in [brackets] or are named.
"""

from headwater.export.terminal.claims import render_claim, render_claims, render_likes
from headwater.export.terminal.comparison import render_comparison
from headwater.export.terminal.figures import render_figures
from headwater.export.terminal.lists import render_speaker, render_speakers, render_why
from headwater.export.terminal.positions import render_positions
from headwater.export.terminal.revisions import render_revisions
from headwater.export.terminal.summary import render
from headwater.export.terminal.times import render_times

__all__ = [
    "render",
    "render_claim",
    "render_claims",
    "render_comparison",
    "render_figures",
    "render_likes",
    "render_positions",
    "render_revisions",
    "render_speaker",
    "render_speakers",
    "render_times",
    "render_why",
]
