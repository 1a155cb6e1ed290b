#pragma once
#include <stddef.h>
#include <stdint.h>

// Looks at text many bytes at a time: counts, checks UTF-8, and finds the structure of CSV.
//
// Every function takes the AVX2 path if the processor has it, else a portable one; both give the
// same answers.

// Counts the quotes (") and the line feeds among n bytes.
void csimd_count(const uint8_t *p, size_t n, uint64_t *quotes, uint64_t *line_feeds);

#define CSIMD_INVALID 1u  // not UTF-8
#define CSIMD_NUL 2u      // a zero byte
#define CSIMD_UNUSUAL 4u  // a character that NFC might replace or compose; its absence is a proof

// Says which of these faults and peculiarities n bytes have; the bytes are a text of their own.
uint32_t csimd_check_text(const uint8_t *p, size_t n);

// The structure of CSV text, found so far. The caller owns the arrays; each needs room for one
// element a byte of text, and eight more.
typedef struct {
  uint64_t inside;       // all ones if the next byte lies in a quoted field, else 0
  uint64_t may_open;     // 1 if a quote at the next byte would begin a field or escape a quote
  uint64_t has_closed;   // 1 if the last byte closed a quoted field
  uint32_t *ends;        // places of the separators and line feeds outside quotes
  size_t end_count;
  uint32_t *lines;       // for every line feed outside quotes, its index in `ends`
  size_t line_count;
  uint32_t *faults;      // places of misplaced quotes, text after a closing quote, lone CRs
  size_t fault_count;
} csimd_structure;

// How far past its end the text to index must be readable.
#define CSIMD_PADDING 64

// Goes on with the bytes from..<to of a buffer; `from` is a multiple of 64, and `to` is one unless
// the text ends there. What stands behind `to` does not matter, but for the byte at `to`: it tells
// whether a CR before it stands alone.
void csimd_index_csv(csimd_structure *s, const uint8_t *p, size_t from, size_t to, uint8_t separator);

// The same without AVX2, on every processor: what the tests compare the above with.
void csimd_portable_count(const uint8_t *p, size_t n, uint64_t *quotes, uint64_t *line_feeds);
uint32_t csimd_portable_check_text(const uint8_t *p, size_t n);
void csimd_portable_index_csv(csimd_structure *s, const uint8_t *p, size_t from, size_t to,
                              uint8_t separator);
