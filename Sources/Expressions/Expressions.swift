// Expressions: CEL (https://cel.dev) over the columns of one row.
//
//   text ─ Lexer ─> tokens ─ Parser ─> Syntax ─ Checker ─> Node ─ Evaluation ─> Vector
//
// A text is parsed and type-checked against a scope before any data is read; what comes out is a
// tree of typed nodes, each of which works on a whole column of a batch at once. Constants are
// folded by running the same kernels on one row. Three values: a row's result is known, unknown
// (something read was absent or erroneous) or an error of evaluation.
//
// Nothing here reads a clock, an environment or a file, and no input can trap.
