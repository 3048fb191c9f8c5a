"""The desk's pages: an address each, the report function that gives its record, the template that lays it out.

Every page has a twin: its address with ".json" behind it gives the same record.
"""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request

from headwater.errors import NotFoundError, UsageError
from headwater.report import desk
from headwater.report.desk.lists import ClaimLines
from headwater.report.desk.reviewing import DeskReview
from headwater.report.desk.searching import Asked, SearchPage
from headwater.store.shelf import Shelf

Read = Callable[[Shelf, Request], object]
KINDS = ("text", "said", "claim")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, its template, its place in the navigation, and how its record is read."""

    path: str
    template: str
    read: Read
    name: str = ""

    @property
    def twin(self) -> str:
        """The address of the same record as JSON."""
        return "/index.json" if self.path == "/" else self.path + ".json"


def _number(request: Request, name: str, default: int) -> int:
    """Return a number of the query. Raises UsageError for what is none."""
    said = request.query_params.get(name, "")
    if not said:
        return default
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        raise UsageError(f"{name}={said[:20]!r} is no number")
    return int(said)


def _key(request: Request, name: str = "key") -> str:
    return str(request.path_params[name])


def _span(request: Request) -> tuple[int, int]:
    start, end = request.path_params["start"], request.path_params["end"]
    if max(start, end) > 10**9:
        raise NotFoundError("no text is so long")
    return start, end


def _between(request: Request) -> tuple[str, str] | None:
    """Return the two publishers that are asked for."""
    earlier, later = (request.query_params.get(name, "") for name in ("earlier", "later"))
    return (earlier, later) if earlier and later else None


def _search(shelf: Shelf, request: Request) -> SearchPage | None:
    given = request.query_params
    if not given.get("q", "").strip():
        return None
    kind = given.get("kind", "text")
    if kind not in KINDS:
        raise UsageError(f"kind={kind[:20]!r} is none of {', '.join(KINDS)}")
    asked = Asked(
        given["q"],
        kind,  # type: ignore[arg-type]
        given.get("publisher") or None,
        given.get("since") or None,
        given.get("until") or None,
        given.get("speaker") or None,
        given.get("language") or None,
    )
    return desk.search(shelf, asked, _number(request, "first", 0))


def _claims(shelf: Shelf, request: Request) -> ClaimLines:
    given = request.query_params
    if given.get("by") == "documents":
        return desk.repeated(shelf, _number(request, "after", 0))
    return desk.claims(shelf, _number(request, "after", -1), everything="all" in given)


def _review(shelf: Shelf, request: Request) -> DeskReview | None:
    given = request.query_params
    if not given.get("topic", "").strip():
        return None
    return desk.desk_review(shelf, given["topic"], given.get("speaker") or None, tuple(given.getlist("without")))


PAGES = (
    Page("/", "overview.html", lambda shelf, _: desk.overview(shelf), "Overview"),
    Page(
        "/documents",
        "documents.html",
        lambda shelf, r: desk.document_list(shelf, _number(r, "after", -1), r.query_params.get("publisher") or None),
        "Documents",
    ),
    Page(
        "/document/{key}/s{start:int}-{end:int}",
        "document.html",
        lambda shelf, r: desk.desk_document(shelf, _key(r), asked=_span(r)),
    ),
    Page("/document/{key}", "document.html", lambda s, r: desk.desk_document(s, _key(r), _number(r, "part", 1))),
    Page(
        "/claims",
        "claims.html",
        _claims,
        "Claims",
    ),
    Page("/claim/{key}", "claim.html", lambda s, r: desk.desk_claim(s, _key(r), _number(r, "first", 0))),
    Page("/quotations", "quotations.html", lambda s, r: desk.quotations(s, _number(r, "after", -1)), "Quotations"),
    Page("/pairs", "pairs.html", lambda s, r: desk.pairs(s, _number(r, "after", -1), _between(r)), "Shared words"),
    Page(
        "/compare/{left}/{right}",
        "compare.html",
        lambda s, r: desk.desk_comparison(s, _key(r, "left"), _key(r, "right")),
    ),
    Page("/publishers", "publishers.html", lambda s, _: desk.publishers(s), "Publishers"),
    Page(
        "/speakers",
        "speakers.html",
        lambda s, r: desk.speakers(s, _number(r, "after", -1), everything="all" in r.query_params),
        "Speakers",
    ),
    Page(
        "/speaker/{key}",
        "speaker.html",
        lambda s, r: desk.desk_speaker(
            s, _key(r), _number(r, "first", 0), r.query_params.get("topic", "").strip() or None
        ),
    ),
    Page(
        "/figures",
        "figures.html",
        lambda s, r: desk.figure_page(s, _number(r, "after", -1), _number(r, "events", -1)),
        "Figures",
    ),
    Page("/timeline", "timeline.html", lambda s, r: desk.timeline(s, r.query_params.get("after", "")[:10]), "Timeline"),
    Page("/day/{key}", "day.html", lambda s, r: desk.day(s, _key(r), _number(r, "first", 0))),
    Page("/following", "following.html", lambda s, r: desk.following(s, _number(r, "after", -1))),
    Page("/responsibility", "responsibility.html", lambda s, r: desk.responsibility(s, _number(r, "after", -1))),
    Page("/search", "search.html", _search),
    Page("/revisions", "revisions.html", lambda s, r: desk.revisions(s, _number(r, "after", -1))),
    Page("/wordings", "wordings.html", lambda s, r: desk.wordings(s, _number(r, "after", -1))),
    Page("/stories", "stories.html", lambda s, r: desk.stories(s, _number(r, "after", -1))),
    Page("/positions", "positions.html", lambda s, r: desk.positions(s, _number(r, "after", -1))),
    Page("/review", "review.html", _review, "Review"),
    Page("/reading", "reading.html", lambda s, _: desk.reading(s), "Reading"),
    Page("/original/{key}", "original.html", lambda s, r: desk.provenance(s, _key(r))),
    Page(
        "/correct/{kind}/{target}",
        "correct.html",
        lambda s, r: desk.decision(s, _key(r, "kind"), _key(r, "target"), r.query_params.get("document") or None),
    ),
    Page("/corrections", "corrections.html", lambda s, _: desk.correction_list(s), "Corrections"),
    Page("/export", "export.html", lambda s, r: desk.hand_over(s, r.query_params.get("claim") or None), "Hand over"),
    Page("/open", "open.html", lambda s, _: desk.not_judged(s)),
)
