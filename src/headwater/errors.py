"""Every error that Headwater raises on purpose.

HeadwaterError
├── UsageError        what was asked for cannot be done as asked (exit code 2)
├── NotFoundError     an id, a path or a name that is not there (exit code 1)
├── ReadError         one input could not be read; it is listed as skipped, the rest goes on
├── ModelError        weights are missing or are not the ones that were shipped
└── CaseError         the case folder cannot be opened or written, or is of a newer version (exit code 2)
"""


class HeadwaterError(Exception):
    """Base of the tree; its message says what failed, on what, and what to do."""

    exit_code = 1


class UsageError(HeadwaterError):
    """The request itself is wrong."""

    exit_code = 2


class NotFoundError(HeadwaterError):
    """Something that was named does not exist."""


class ReadError(HeadwaterError):
    """One input cannot be read; ``str(error)`` is the reason shown under ``skipped``."""


class ModelError(HeadwaterError):
    """A model's files are missing or do not carry the digest they were shipped with."""


class CaseError(HeadwaterError):
    """The case folder cannot be used as it is."""

    exit_code = 2
