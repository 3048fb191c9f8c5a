"""W3C PROV as PROV-JSON: which findings were made from which texts, by which version, and who corrected them.

Times are those that the inputs and corrections themselves carry; when a run took place stands in the case's log.
"""

import json

from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case
from headwater.report.index import index, name_of, who

Node = dict[str, object]


def prov_json(case: Case, stamp: Stamp) -> bytes:
    """Return PROV-JSON: originals, texts, speakers, statements and claims with what each was derived from."""
    found = index(case)
    entities: dict[str, Node] = {}
    agents: dict[str, Node] = {
        "hw:software": {"prov:type": _type("prov:SoftwareAgent"), "prov:label": f"Headwater {stamp.headwater}"}
    }
    settings = "; ".join(f"{name}: {value}" for name, value in sorted(stamp.settings.items()))
    activities: dict[str, Node] = {
        "hw:analyse": {"prov:label": "reading documents and finding what each says"},
        "hw:relate": {"prov:label": "comparing documents and grouping claims", "hw:settings": settings},
    }
    used: dict[str, Node] = {}
    generated: dict[str, Node] = {}
    derived: dict[str, Node] = {}
    attributed: dict[str, Node] = {}
    associated: dict[str, Node] = {
        f"_:as{n}": {"prov:activity": name, "prov:agent": "hw:software"} for n, name in enumerate(activities)
    }

    def derive(new: str, old: str, kind: str, why: str) -> None:
        derived[f"_:d{len(derived)}"] = {
            "prov:generatedEntity": new,
            "prov:usedEntity": old,
            "prov:type": _type(kind),
            "prov:label": plain(why),
        }

    for document in found.documents.values():
        original, text = f"hw:sha256-{document.sha256}", f"hw:{document.id}"
        entities[original] = {"prov:label": "the bytes that were read", "hw:sha256": document.sha256}
        about: Node = {"prov:label": plain(found.labels[document.id]), "hw:path": plain(document.path)}
        entities[text] = about | ({"hw:published": document.published} if document.published else {})
        used[f"_:u{len(used)}"] = {"prov:activity": "hw:analyse", "prov:entity": original}
        generated[f"_:g{len(generated)}"] = {"prov:entity": text, "prov:activity": "hw:analyse"}
        derive(text, original, "prov:PrimarySource", "The text was read from these bytes.")
        if document.publisher:
            agent = f"hw:publisher-{_slug(document.publisher)}"
            agents[agent] = {"prov:type": _type("prov:Organization"), "prov:label": plain(document.publisher)}
            attributed[f"_:at{len(attributed)}"] = {"prov:entity": text, "prov:agent": agent}
    for speaker in case.speakers:
        kind = "prov:Person" if speaker.kind == "person" else "prov:Agent"
        agents[f"hw:{speaker.id}"] = {"prov:type": _type(kind), "prov:label": plain(speaker.name)}
    for claim in case.claims:
        name = f"hw:{claim.id}"
        entities[name] = {"prov:label": plain(claim.text), "hw:origins": claim.origins.why}
        generated[f"_:g{len(generated)}"] = {"prov:entity": name, "prov:activity": "hw:relate"}
        for statement in claim.statements:
            said = f"hw:{statement.id}"
            words = found.documents[statement.document].text[statement.start : statement.end]
            entities[said] = {"prov:value": plain(words), "hw:start": statement.start, "hw:end": statement.end}
            derive(said, f"hw:{statement.document}", "prov:Quotation", "The statement stands in this text.")
            derive(name, said, "hw:Grouping", "The statement is a report of this claim.")
            speaker_id = _speaker(found.resolutions.get(statement.attribution or ""))
            if speaker_id is not None and f"hw:{speaker_id}" in agents:
                attributed[f"_:at{len(attributed)}"] = {
                    "prov:entity": said,
                    "prov:agent": f"hw:{speaker_id}",
                    "prov:label": f"The text gives it to {plain(who(found, statement.attribution) or '')}.",
                }
    for reuse in case.reuse:
        if reuse.direction in ("left_to_right", "right_to_left"):
            forward = reuse.direction == "left_to_right"
            old, new = (reuse.left, reuse.right) if forward else (reuse.right, reuse.left)
            derive(f"hw:{new.document}", f"hw:{old.document}", "hw:Reuse", reuse.why)
    for state in case.corrections:
        c = state.correction
        agents[f"hw:person-{_slug(c.who)}"] = {"prov:type": _type("prov:Person"), "prov:label": plain(c.who)}
        told = f"{c.action.replace('_', ' ')} {name_of(found, c.target)}: {c.why} ({state.state})"
        activities[f"hw:{c.id}"] = {"prov:startTime": c.at, "prov:endTime": c.at, "prov:label": plain(told)}
        associated[f"_:as{len(associated)}"] = {
            "prov:activity": f"hw:{c.id}",
            "prov:agent": f"hw:person-{_slug(c.who)}",
        }
    entities["hw:export"] = {"prov:label": "this export", "hw:stamp": json.dumps(stamp.shape(), ensure_ascii=False)}
    whole = {
        "prefix": {"hw": "urn:headwater:", "prov": "http://www.w3.org/ns/prov#"},
        "entity": entities,
        "activity": activities,
        "agent": agents,
        "used": used,
        "wasGeneratedBy": generated,
        "wasDerivedFrom": derived,
        "wasAttributedTo": attributed,
        "wasAssociatedWith": associated,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _speaker(resolution: object) -> str | None:
    return getattr(resolution, "speaker", None)


def _type(name: str) -> Node:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _slug(name: str) -> str:
    """Return a name that a qualified name may hold; other characters are written as their code points."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in name)
