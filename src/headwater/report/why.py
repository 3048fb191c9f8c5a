"""Everything that is known of one id: what it is, its words, the rule and the sentence behind it, the places."""

from dataclasses import dataclass

from headwater.errors import NotFoundError
from headwater.records import Case, Evidence
from headwater.report.index import EvidenceLine, Index, Where, content_of, explain, index, where, who
from headwater.report.responsibility import responsibility_line


@dataclass(frozen=True, slots=True)
class Fact:
    """A named piece of what is known."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Why:
    """One finding explained."""

    id: str
    kind: str
    place: Where | None
    facts: tuple[Fact, ...]
    evidence: tuple[EvidenceLine, ...]


def why(case: Case | Index, key: str) -> Why:
    """Return what is known of an id of any kind, or of the one that begins so. Raises NotFoundError where none does."""
    found = case if isinstance(case, Index) else index(case)
    key = _completed(found, key)
    for explain_one in (_attribution, _figure, _time, _responsibility, _speaker, _reuse, _check, _claim, _document):
        answer = explain_one(found, key)
        if answer is not None:
            return answer
    raise NotFoundError(f"no finding has the id {key!r}; ids stand in the output of --json and of the other commands")


def _completed(found: Index, key: str) -> str:
    """Return the one id that begins with ``key``; ``key`` itself where none does."""
    known = {*found.attributions, *found.figures, *found.times, *found.speakers, *found.claims, *found.documents}
    known |= {reuse.id for reuse in found.case.reuse} | {check.id for check in found.case.quotation_checks}
    known |= {one.id for analysis in found.case.analyses for one in analysis.responsibility}
    near = sorted(each for each in known if key and each.startswith(key))
    if len(near) > 1 and key not in known:
        raise NotFoundError(f"{len(near)} ids begin with {key!r} ({', '.join(near[:3])} …); give more of the id")
    return near[0] if len(near) == 1 else key


def _facts(**facts: object) -> tuple[Fact, ...]:
    return tuple(Fact(name.replace("_", " "), str(value)) for name, value in facts.items() if value not in (None, ""))


def _attribution(found: Index, key: str) -> Why | None:
    attribution = found.attributions.get(key)
    if attribution is None:
        return None
    text = found.documents[attribution.document].text
    resolution, check = found.resolutions.get(key), found.checks.get(key)
    evidence: list[Evidence] = [attribution.evidence]
    if resolution is not None:
        evidence.append(resolution.evidence)
    if check is not None:
        evidence.append(Evidence("quotation check", check.why, None, (check.against,) if check.against else ()))
    facts = _facts(
        source=" … ".join(span.of(text) for span in attribution.source) or "none in the text",
        speaker=who(found, key) if resolution and resolution.speaker else "not known",
        cue=" … ".join(span.of(text) for span in attribution.cue),
        kind=attribution.kind,
        polarity=attribution.polarity.replace("_", " "),
        certainty=attribution.certainty,
        quotation=check.verdict if check else None,
        inside=attribution.inside,
        claims=", ".join(claim.id for claim in found.claims_of.get(key, ())),
    )
    return Why(key, "attribution", content_of(found, attribution), facts, explain(found, evidence))


def _figure(found: Index, key: str) -> Why | None:
    figure = found.figures.get(key)
    if figure is None:
        return None
    from headwater.report.figures import figure_line

    line = figure_line(found, figure)
    compared = [
        f"{c.relation.replace('_', ' ')}: {c.right if c.left == key else c.left} ({c.why})"
        for c in found.comparisons_of.get(key, ())
    ]
    facts = _facts(
        value=line.value,
        counts=line.counts,
        said_by=line.speaker,
        for_the_time=line.window,
        part_of=line.subset_of,
        told_as=figure.role,
        compared="; ".join(compared),
    )
    return Why(key, "figure", line.place, facts, explain(found, [figure.evidence]))


def _time(found: Index, key: str) -> Why | None:
    time = found.times.get(key)
    if time is None:
        return None
    facts = _facts(
        kind=time.kind, value=time.value, by_itself=time.text_value, edtf=time.edtf, counted_from=time.anchor
    )
    place = where(found, time.document, time.start, time.end)
    return Why(key, "time", place, facts, explain(found, [time.evidence]))


def _responsibility(found: Index, key: str) -> Why | None:
    one = next((r for analysis in found.case.analyses for r in analysis.responsibility if r.id == key), None)
    if one is None:
        return None
    line = responsibility_line(found, one)
    facts = _facts(says=line.says, standing=line.standing, said_by=line.holder, named=line.actor)
    return Why(key, "statement of responsibility", line.place, facts, explain(found, [one.evidence]))


def _speaker(found: Index, key: str) -> Why | None:
    speaker = found.speakers.get(key)
    if speaker is None:
        return None
    facts = _facts(name=speaker.name, kind=speaker.kind, names="; ".join(speaker.names))
    return Why(key, "speaker", None, facts, explain(found, speaker.evidence))


def _reuse(found: Index, key: str) -> Why | None:
    reuse = next((r for r in found.case.reuse if r.id == key), None)
    if reuse is None:
        return None
    facts = _facts(
        with_=f"{found.labels[reuse.right.document]}, {reuse.right.start} to {reuse.right.end}",
        identity=f"{reuse.identity:.0%}",
        direction=reuse.direction.replace("_", " "),
        reason=reuse.why,
    )
    place = where(found, reuse.left.document, reuse.left.start, reuse.left.end)
    return Why(key, "reuse", place, facts, explain(found, reuse.evidence))


def _check(found: Index, key: str) -> Why | None:
    check = next((c for c in found.case.quotation_checks if c.id == key), None)
    if check is None:
        return None
    changes = "; ".join(f"“{c.original}” became “{c.quoted}”" for c in check.changes)
    places = (check.against,) if check.against else ()
    evidence = [Evidence("quotation check", check.why, None, places)]
    facts = _facts(verdict=check.verdict, changes=changes)
    place = content_of(found, found.attributions[check.attribution])
    return Why(key, "quotation check", place, facts, explain(found, evidence))


def _claim(found: Index, key: str) -> Why | None:
    claim = found.claims.get(key)
    if claim is None:
        return None
    from headwater.report.wording import say_origins

    facts = _facts(
        text=claim.text,
        documents=claim.documents,
        publishers=claim.publishers,
        origins=say_origins(claim.origins),
        names=", ".join(claim.origins.names),
    )
    origins = EvidenceLine("origins", claim.origins.why, None, ())
    return Why(key, "claim", None, facts, (origins, *explain(found, claim.evidence)))


def _document(found: Index, key: str) -> Why | None:
    document = found.documents.get(key)
    if document is None:
        return None
    facts = _facts(
        path=document.path,
        publisher=document.publisher or "not known",
        published=document.published or "not known",
        title=document.title or "not known",
        author=document.author,
        url=document.url,
        language=document.language or "not known",
        sha256=document.sha256,
    )
    return Why(key, "document", None, facts, explain(found, document.evidence))
