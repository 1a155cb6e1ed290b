// RuleTesting: decodes `*.test.yaml`, judges what they describe with the engine itself, and says
// where the outcome differs from what was expected; makes mutants of rules to see whether the tests
// would notice.
//
// It knows no clock, no environment and no terminal. The rows of a test become a dump in memory,
// read by the same code as the dumps of a folder. The same tests and rules give the same bytes.
