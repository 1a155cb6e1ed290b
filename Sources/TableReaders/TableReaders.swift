// Reads the dumps of a dataset into typed columns.
//
// `DumpFile` is the face: it opens a file, matches its header with the dataset's schema, and hands
// out batches of typed columns block by block, so that several workers can share one file. Formats
// live in one folder each (`CSV/`); `DumpFormat` is their registry. `Cells/` knows how the text of
// one cell becomes a value.
//
// Nothing here decides what a value means for a rule. Whatever cannot be read is reported with its
// file, line, column and raw text, and never dropped or guessed.
