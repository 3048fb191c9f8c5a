"""A post of a social network as plain words: what is asked for is often pasted from one."""

import re

LONGEST_NAME = 80  # characters of the name under an embedded post
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S+")
_MARKED = re.compile(r"[#@](\w{1,80})")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[0-9])(?=[A-Za-z])|_")
_SIGNATURE = re.compile(
    rf"\s[—–-]\s([^—()\n]{{0,{LONGEST_NAME}}})\(@\w{{1,20}}\)\s{{0,3}}[A-Z][a-z]{{2,8}} \d{{1,2}}, \d{{4}}\s{{0,3}}$"
)


def plain(post: str) -> str:
    """Return a post without links, its hashtags and handles as words, signed with no more than the name.

    >>> plain("#StormSenna closed the quay! pic.twitter.com/x1 — Ines Okoro (@ines) January 6, 2020")
    'Storm Senna closed the quay! — Ines Okoro'
    """
    signed = _SIGNATURE.search(post, max(0, len(post) - 2 * LONGEST_NAME))
    body, name = (post[: signed.start()], signed[1].strip()) if signed else (post, "")
    body = _MARKED.sub(lambda m: f" {_JOINT.sub(' ', m[1])} ", _LINK.sub(" ", body))
    body = " ".join(body.split())
    return f"{body} — {name}" if name else body
