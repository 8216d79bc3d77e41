"""What every page gets once it is written: a content security policy, and code that is scrolled by keyboard, too.

By the policy nothing is asked for that is not of this site, and no script runs but those that were built. Themes write small scripts into
their pages: the policy names each by its digest, so that no other can be slipped in.
"""

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
NAME = "Content-Security-Policy"


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.name in ("html", "dirhtml"):
        for page in Path(app.outdir).rglob("*.html"):
            text = page.read_text("utf-8")
            if NAME not in text:  # else it was not written anew
                page.write_text(finished(text, app.config), "utf-8")


def finished(page: str, config: Any) -> str:
    tag = f'<meta http-equiv="{NAME}" content="{policy(page, config)}">'
    return CHARSET.sub(lambda found: f"{found[0]}\n{tag}", page, count=1).replace("<pre>", '<pre tabindex="0">')


def policy(page: str, config: Any) -> str:
    cdn = getattr(config, "convgrade_cdn", "")
    own = f"'self' {cdn}".strip()
    digests = sorted({f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in INLINE.findall(page)})
    parts = {
        "default-src": "'self'",
        "script-src": " ".join([own, "'wasm-unsafe-eval'", *digests]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "connect-src": own,
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
