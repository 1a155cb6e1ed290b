"""Prints where a SARIF log breaks the schema, a line a mistake."""

import json
import sys
import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    log = json.load(file)
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
for error in validator(schema, format_checker=validator.FORMAT_CHECKER).iter_errors(log):
    print("/".join(map(str, error.path)), error.message[:200])
