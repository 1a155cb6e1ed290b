"""What arrived at a server, as files that tests compare."""

import json
from email import policy
from email.parser import BytesParser


def parsed(data):
    message = BytesParser(policy=policy.default).parsebytes(data)
    body = message.get_body(("plain", "html"))
    return {
        "subject": message["subject"],
        "author": message["from"].addresses[0].display_name,
        "text": body.get_content() if body else None,
        "attachments": [
            {"name": a.get_filename(), "size": len(a.get_payload(decode=True))}
            for a in message.iter_attachments()
        ],
        "defects": [str(d) for part in message.walk() for d in part.defects],
    }


def keep(path, data, sender, recipients):
    """Writes PATH.eml with the bytes that came, and PATH.json with what was read in them."""
    path.with_suffix(".eml").write_bytes(data)
    letter = {"from": sender, "to": recipients, **parsed(data)}
    path.with_suffix(".json").write_text(json.dumps(letter))
