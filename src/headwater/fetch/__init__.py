"""The only package that opens a network connection: pages and feeds into WARC, politely, from public addresses only.

Nothing else in Headwater touches the network, and nothing here runs unless a command names an address to fetch.
"""

from headwater.fetch.addresses import NotAllowedError
from headwater.fetch.collecting import Fetched, fetch_all, fetched_into
from headwater.fetch.http import Limits, Response

__all__ = ["Fetched", "Limits", "NotAllowedError", "Response", "fetch_all", "fetched_into"]
