"""Prints what junitparser sees in a JUnit file, as JSON."""

import json
import sys
from junitparser import Error, Failure, JUnitXml, Skipped

xml = JUnitXml.fromfile(sys.argv[1])
kinds = {Error: "error", Failure: "failure", Skipped: "skipped"}
print(json.dumps([
    {
        "suite": suite.name,
        "counts": [suite.tests, suite.failures, suite.errors, suite.skipped],
        "cases": [
            [case.classname, case.name, *[kinds[type(result)] for result in case.result]]
            for case in suite
        ],
        "messages": [result.message for case in suite for result in case.result],
    }
    for suite in xml
]))
