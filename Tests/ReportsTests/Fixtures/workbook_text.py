"""Prints every cell of a workbook as its XML has it; needs nothing but Python."""

import sys
import xml.etree.ElementTree as ET
import zipfile

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

with zipfile.ZipFile(sys.argv[1]) as book:
    names = ET.fromstring(book.read("xl/workbook.xml"))
    links = ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target") for link in links}
    for sheet in names.iter(M + "sheet"):
        print("== " + sheet.get("name"))
        page = ET.fromstring(book.read("xl/" + targets[sheet.get(R + "id")]))
        for name in ("pane", "autoFilter", "pageSetup", "oddHeader", "oddFooter"):
            for element in page.iter(M + name):
                attributes = " ".join(f"{k}={v}" for k, v in sorted(element.attrib.items())
                                      if "}" not in k)
                print(f"{name}: {attributes} {element.text or ''}".rstrip())
        for cell in page.iter(M + "c"):
            text = "".join(part.text or "" for part in cell.iter()
                           if part.tag in (M + "v", M + "t", M + "f"))
            if text:
                kind = "text" if cell.get("t") == "inlineStr" else cell.get("t") or "number"
                print(f"{cell.get('r')} {kind}: {text}")
    for name in names.iter(M + "definedName"):
        print(f"{name.get('name')}: {name.text}")
