"""What is published now and what was built -> the listings that would go: a mistake must not empty a directory."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from signpost.model.problems import Refused


@dataclass(frozen=True, slots=True)
class Losses:
    """How many listings are published now, and the ids of those that the new site neither has nor leads on from."""

    before: int
    lost: tuple[str, ...]

    def are_too_many(self, most: float) -> bool:
        """Whether more than `most` per cent of the listings would go."""
        return len(self.lost) * 100 > most * self.before


def losses(before: bytes | None, after: bytes) -> Losses:
    """Two `data/v1/listings.json`; before the first build there is none. Raises Refused for what is not one."""
    if before is None:
        return Losses(0, ())
    old, new = _listings(before, "what is published now"), _listings(after, "the new site")
    kept = {each["id"] for each in new} | {former for each in new for former in each.get("formerly", ())}
    gone = sorted(each["id"] for each in old if each["id"] not in kept and each.get("status") != "closed")
    return Losses(len(old), tuple(gone))


def _listings(content: bytes, whose: str) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(content)["listings"]
        if all(isinstance(each["id"], str) for each in found):
            return list(found)
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise Refused(f"The listings of {whose} cannot be read: data/v1/listings.json is not what Signpost writes.")
