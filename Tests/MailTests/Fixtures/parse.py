"""Reads a message with Python's email package, the strict way, and prints what it found as JSON."""
import email, email.header, email.policy, email.utils, io, json, sys, zipfile



def inner(data):
    """The text of a file; of a workbook that of all its parts."""
    if data[:2] != b"PK":
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


raw = open(sys.argv[1], "rb").read()
message = email.message_from_bytes(raw, policy=email.policy.SMTP)
lines = raw.split(b"\r\n")
problems = []
if b"\n" in raw.replace(b"\r\n", b"") or b"\r" in raw.replace(b"\r\n", b""):
    problems.append("bare CR or LF")
if any(len(line) > 78 for line in lines):
    problems.append("a line of more than 78 characters")
if any(byte > 126 for byte in raw):
    problems.append("a byte beyond ASCII")
found = {"text": None, "html": None, "files": [], "headers": [], "problems": problems}
for name, value in message.items():
    found["headers"].append([name, str(value)])
for part in message.walk():
    problems += [repr(defect) for defect in part.defects]
    for name, value in part.items():
        problems += [f"{name}: {defect!r}" for defect in getattr(value, "defects", [])]
    if part.is_multipart():
        continue
    if part.get_content_disposition() == "attachment":
        data = part.get_payload(decode=True)
        found["files"].append({
            "name": part.get_filename(),
            "type": part.get_content_type(),
            "hex": data.hex(),
            "text": inner(data),
        })
    elif part.get_content_type() == "text/plain":
        found["text"] = part.get_content().replace("\r\n", "\n")
    elif part.get_content_type() == "text/html":
        found["html"] = part.get_content().replace("\r\n", "\n")


def addresses(name):
    """Names and addresses of a field; by the older reader, because the newer one leaves a space
    between two encoded words of a name (RFC 2047, 6.2, wants none)."""
    plain = email.message_from_bytes(raw, policy=email.policy.compat32)
    pairs = email.utils.getaddresses([plain[name]])
    decode = lambda text: str(email.header.make_header(email.header.decode_header(text)))
    strict = [a.addr_spec for a in message[name].addresses]
    if strict != [address for _, address in pairs]:
        problems.append(f"{name}: two readers see other addresses")
    return [[decode(name), address] for name, address in pairs]


found["to"] = addresses("To")
found["from"] = addresses("From")
json.dump(found, sys.stdout, ensure_ascii=False)
