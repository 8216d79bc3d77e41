"""Names as people and systems spell them: first or last name first, with accents or without."""

import re
import unicodedata


def spellings(name: str) -> set[str]:
    """A name without case, accents and gaps, beginning with each of its words in turn: first or last name may come first."""
    words = [folded(word) for word in re.split(r"[\s,]+", name)]
    words = [word for word in words if word]
    return {"".join(words[i:] + words[:i]) for i in range(len(words))}


def folded(name: str) -> str:
    """A name as letters and digits alone, without case and accents (which systems write as one character or as two)."""
    apart = unicodedata.normalize("NFKD", name)
    kept = "".join(c for c in apart if not "\u0300" <= c <= "\u036f" and (c.isalnum() or unicodedata.category(c).startswith("M")))
    return unicodedata.normalize("NFKC", kept).casefold()
