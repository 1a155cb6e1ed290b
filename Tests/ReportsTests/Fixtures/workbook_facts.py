"""Prints what openpyxl and calamine see in a workbook, as JSON."""

import json
import sys
import openpyxl
import python_calamine

book = openpyxl.load_workbook(sys.argv[1])
facts = {}
for sheet in book:
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    facts[sheet.title] = {
        "rows": sheet.max_row,
        "freeze": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "titles": sheet.print_title_rows,
        "area": sheet.print_area,
        "landscape": sheet.page_setup.orientation == "landscape",
        "paper": int(sheet.page_setup.paperSize),
        "fits": bool(sheet.sheet_properties.pageSetUpPr.fitToPage)
        and sheet.page_setup.fitToWidth in (None, 1) and int(sheet.page_setup.fitToHeight) == 0,
        "footer": sheet.oddFooter.right.text,
        "formulas": sum(cell.data_type == "f" for cell in cells),
        "links": sum(cell.hyperlink is not None for cell in cells),
        "widths": len(sheet.column_dimensions),
        "cells": {cell.coordinate: [cell.data_type, str(cell.value), cell.number_format]
                  for cell in cells},
    }
other = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
seen = {name: other.get_sheet_by_name(name).to_python() for name in other.sheet_names}
print(json.dumps({
    "openpyxl": facts,
    "calamine": {name: [[str(value) for value in row] for row in rows]
                 for name, rows in seen.items()},
}))
