#include "csimd.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define HAS_X86 1
#define AVX2 __attribute__((target("avx2,bmi,popcnt,pclmul")))
#else
#define HAS_X86 0
#endif

#define INLINE static inline __attribute__((always_inline))

typedef struct {
  uint64_t separator, line_feed, quote, carriage_return;
} masks;

// MARK: 64 bytes at a time, portable

INLINE uint64_t equal64(const uint8_t *p, uint8_t byte) {
#if HAS_X86  // SSE2 is in every x86-64.
  const __m128i v = _mm_set1_epi8((char)byte);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    const __m128i x = _mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, v)) << (16 * i);
  }
  return mask;
#else
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) mask |= (uint64_t)(p[i] == byte) << i;
  return mask;
#endif
}

INLINE uint64_t parity64(uint64_t x) {
  x ^= x << 1;
  x ^= x << 2;
  x ^= x << 4;
  x ^= x << 8;
  x ^= x << 16;
  return x ^ x << 32;
}

INLINE masks masks64(const uint8_t *p, uint8_t separator) {
  return (masks){equal64(p, separator), equal64(p, '\n'), equal64(p, '"'), equal64(p, '\r')};
}

// MARK: 64 bytes at a time, AVX2

#if HAS_X86
AVX2 INLINE uint64_t avx2_equal(__m256i a, __m256i b, uint8_t byte) {
  const __m256i v = _mm256_set1_epi8((char)byte);
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, v)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, v)) << 32;
}

AVX2 INLINE __m256i avx2_load(const uint8_t *p) {
  return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

AVX2 INLINE uint64_t avx2_parity64(uint64_t x) {
  const __m128i ones = _mm_set1_epi8(-1);
  return (uint64_t)_mm_cvtsi128_si64(
      _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)x), ones, 0));
}

AVX2 INLINE masks avx2_masks64(const uint8_t *p, uint8_t separator) {
  const __m256i a = avx2_load(p), b = avx2_load(p + 32);
  return (masks){avx2_equal(a, b, separator), avx2_equal(a, b, '\n'), avx2_equal(a, b, '"'),
                 avx2_equal(a, b, '\r')};
}

static int has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") &&
         __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}
#endif

// MARK: counting

static void count_tail(const uint8_t *p, size_t i, size_t n, uint64_t *quotes, uint64_t *feeds) {
  for (; i < n; i++) {
    *quotes += p[i] == '"';
    *feeds += p[i] == '\n';
  }
}

#if HAS_X86
AVX2 static void avx2_count(const uint8_t *p, size_t n, uint64_t *quotes, uint64_t *feeds) {
  size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    const __m256i a = avx2_load(p + i), b = avx2_load(p + i + 32);
    *quotes += (uint64_t)__builtin_popcountll(avx2_equal(a, b, '"'));
    *feeds += (uint64_t)__builtin_popcountll(avx2_equal(a, b, '\n'));
  }
  count_tail(p, i, n, quotes, feeds);
}
#endif

void csimd_count(const uint8_t *p, size_t n, uint64_t *quotes, uint64_t *line_feeds) {
#if HAS_X86
  if (has_avx2()) {
    uint64_t q = 0, l = 0;
    avx2_count(p, n, &q, &l);
    *quotes = q;
    *line_feeds = l;
    return;
  }
#endif
  csimd_portable_count(p, n, quotes, line_feeds);
}

void csimd_portable_count(const uint8_t *p, size_t n, uint64_t *quotes, uint64_t *line_feeds) {
  uint64_t q = 0, l = 0;
  size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    q += (uint64_t)__builtin_popcountll(equal64(p + i, '"'));
    l += (uint64_t)__builtin_popcountll(equal64(p + i, '\n'));
  }
  count_tail(p, i, n, &q, &l);
  *quotes = q;
  *line_feeds = l;
}

// MARK: checking UTF-8

// Unicode 17, table 3-7 "Well-Formed UTF-8 Byte Sequences".
uint32_t csimd_portable_check_text(const uint8_t *p, size_t n) {
  uint32_t flags = 0;
  size_t i = 0;
  while (i < n) {
    const uint8_t a = p[i];
    if (a < 0x80) {
      if (a == 0) flags |= CSIMD_NUL;
      i++;
      continue;
    }
    const size_t length = a < 0xC2 ? 0 : a < 0xE0 ? 2 : a < 0xF0 ? 3 : a < 0xF5 ? 4 : 0;
    int is_valid = length != 0 && n - i >= length;
    for (size_t j = 1; is_valid && j < length; j++) is_valid = (p[i + j] & 0xC0) == 0x80;
    const uint8_t b = is_valid ? p[i + 1] : 0;
    if (!is_valid || (a == 0xE0 && b < 0xA0) || (a == 0xED && b > 0x9F) || (a == 0xF0 && b < 0x90) ||
        (a == 0xF4 && b > 0x8F)) {
      flags |= CSIMD_INVALID | CSIMD_UNUSUAL;
      i++;
      continue;
    }
    const int is_usual = a < 0xCC || (a == 0xE1 && (b & 0xFC) == 0xB8) ||
                         (a == 0xE2 && b == 0x80 && p[i + 2] >= 0x90);
    if (!is_usual) flags |= CSIMD_UNUSUAL;
    i += length;
  }
  return flags;
}

#if HAS_X86
// John Keiser and Daniel Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte" (2021):
// three table look-ups by half bytes name what may be wrong with two neighbouring bytes.
enum {
  TOO_SHORT = 1 << 0,
  TOO_LONG = 1 << 1,
  OVERLONG_3 = 1 << 2,
  TOO_LARGE = 1 << 3,
  SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5,
  TOO_LARGE_1000 = 1 << 6,
  OVERLONG_4 = 1 << 6,
  TWO_CONTS = 1 << 7,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTS,
  LARGE = CARRY | TOO_LARGE | TOO_LARGE_1000,
};

#define TABLE(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))

AVX2 INLINE __m256i avx2_faults(__m256i input, __m256i prev1, __m256i prev2, __m256i prev3) {
  const __m256i by_high1 =
      TABLE(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
            (char)TWO_CONTS, (char)TWO_CONTS, (char)TWO_CONTS, (char)TWO_CONTS,
            TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
            TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
  const __m256i by_low1 =
      TABLE((char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (char)(CARRY | OVERLONG_2),
            (char)CARRY, (char)CARRY, (char)(CARRY | TOO_LARGE), (char)LARGE, (char)LARGE,
            (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE,
            (char)(LARGE | SURROGATE), (char)LARGE, (char)LARGE);
  const char conts = (char)(TOO_LONG | OVERLONG_2 | TWO_CONTS);
  const __m256i by_high2 =
      TABLE(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
            (char)(conts | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
            (char)(conts | OVERLONG_3 | TOO_LARGE), (char)(conts | SURROGATE | TOO_LARGE),
            (char)(conts | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
  const __m256i low = _mm256_set1_epi8(0x0F);
  const __m256i high1 = _mm256_and_si256(_mm256_srli_epi16(prev1, 4), low);
  const __m256i high2 = _mm256_and_si256(_mm256_srli_epi16(input, 4), low);
  const __m256i pairs = _mm256_and_si256(
      _mm256_and_si256(_mm256_shuffle_epi8(by_high1, high1),
                       _mm256_shuffle_epi8(by_low1, _mm256_and_si256(prev1, low))),
      _mm256_shuffle_epi8(by_high2, high2));
  // The third and fourth bytes of a sequence must be two continuations in a row.
  const __m256i third = _mm256_subs_epu8(prev2, _mm256_set1_epi8(0xE0 - 0x80));
  const __m256i fourth = _mm256_subs_epu8(prev3, _mm256_set1_epi8((char)(0xF0 - 0x80)));
  const __m256i due = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(due, pairs);
}

// Bytes of sequences outside the ranges that the header's CSIMD_UNUSUAL promises.
AVX2 INLINE __m256i avx2_unusual(__m256i input, __m256i prev1, __m256i prev2) {
  const __m256i e1 = _mm256_set1_epi8((char)0xE1), e2 = _mm256_set1_epi8((char)0xE2);
  const __m256i cc = _mm256_set1_epi8((char)0xCC), x90 = _mm256_set1_epi8((char)0x90);
  const __m256i is_high = _mm256_cmpeq_epi8(_mm256_max_epu8(input, cc), input);
  const __m256i is_known = _mm256_or_si256(_mm256_cmpeq_epi8(input, e1), _mm256_cmpeq_epi8(input, e2));
  const __m256i letter = _mm256_cmpeq_epi8(_mm256_and_si256(input, _mm256_set1_epi8((char)0xFC)),
                                           _mm256_set1_epi8((char)0xB8));
  const __m256i mark = _mm256_cmpeq_epi8(input, _mm256_set1_epi8((char)0x80));
  const __m256i from90 = _mm256_cmpeq_epi8(_mm256_max_epu8(input, x90), input);
  const __m256i bad1 = _mm256_andnot_si256(letter, _mm256_cmpeq_epi8(prev1, e1));
  const __m256i bad2 = _mm256_andnot_si256(mark, _mm256_cmpeq_epi8(prev1, e2));
  const __m256i bad3 = _mm256_andnot_si256(from90, _mm256_cmpeq_epi8(prev2, e2));
  return _mm256_or_si256(_mm256_or_si256(_mm256_andnot_si256(is_known, is_high), bad1),
                         _mm256_or_si256(bad2, bad3));
}

#define PREVIOUS(N) \
  _mm256_alignr_epi8(input, _mm256_permute2x128_si256(before, input, 0x21), 16 - (N))

AVX2 static uint32_t avx2_check(const uint8_t *p, size_t n) {
  __m256i before = _mm256_setzero_si256(), faults = before, unusual = before, zeros = before;
  size_t i = 0;
  int is_last = 0;
  while (!is_last) {
    __m256i input;
    if (i + 32 <= n) {
      input = avx2_load(p + i);
      zeros = _mm256_or_si256(zeros, _mm256_cmpeq_epi8(input, _mm256_setzero_si256()));
    } else {  // Spaces after the end show a sequence that is cut off.
      uint8_t tail[32];
      memset(tail, ' ', sizeof tail);
      memcpy(tail, p + i, n - i);
      input = avx2_load(tail);
      zeros = _mm256_or_si256(zeros, _mm256_cmpeq_epi8(input, _mm256_setzero_si256()));
      is_last = 1;
    }
    if (_mm256_movemask_epi8(_mm256_or_si256(input, before)) != 0) {
      const __m256i prev1 = PREVIOUS(1), prev2 = PREVIOUS(2), prev3 = PREVIOUS(3);
      faults = _mm256_or_si256(faults, avx2_faults(input, prev1, prev2, prev3));
      unusual = _mm256_or_si256(unusual, avx2_unusual(input, prev1, prev2));
    }
    before = input;
    i += 32;
  }
  uint32_t flags = 0;
  if (!_mm256_testz_si256(faults, faults)) flags |= CSIMD_INVALID | CSIMD_UNUSUAL;
  if (!_mm256_testz_si256(unusual, unusual)) flags |= CSIMD_UNUSUAL;
  if (!_mm256_testz_si256(zeros, zeros)) flags |= CSIMD_NUL;
  return flags;
}
#endif

uint32_t csimd_check_text(const uint8_t *p, size_t n) {
#if HAS_X86
  if (has_avx2()) return avx2_check(p, n);
#endif
  return csimd_portable_check_text(p, n);
}

// MARK: the structure of CSV

// One loop, compiled once for each way of making masks.
#define INDEX_CSV(MASKS, PARITY)                                                               \
  uint64_t inside = s->inside, may_open = s->may_open, has_closed = s->has_closed;             \
  size_t k = s->end_count, l = s->line_count, f = s->fault_count;                              \
  uint32_t *const ends = s->ends, *const lines = s->lines, *const faults = s->faults;          \
  for (size_t i = from; i < to; i += 64) {                                                     \
    const masks m = MASKS(p + i, separator);                                                   \
    const uint64_t valid = to - i < 64 ? ((uint64_t)1 << (to - i)) - 1 : ~(uint64_t)0;         \
    const uint64_t quote = m.quote & valid, feed = m.line_feed & valid;                        \
    const uint64_t in = PARITY(quote) ^ inside;                                                \
    inside = (uint64_t)((int64_t)in >> 63);                                                    \
    const uint64_t raw = (m.separator & valid) | feed, outside = raw & ~in;                    \
    const uint64_t closing = quote & ~in;                                                      \
    uint64_t bad = quote & in & ~(((outside | closing) << 1) | may_open);                      \
    bad |= ((closing << 1) | has_closed) & ~(raw | quote | m.carriage_return) & valid;         \
    may_open = (outside | closing) >> 63;                                                      \
    has_closed = closing >> 63;                                                                \
    if (__builtin_expect((m.carriage_return & valid) != 0, 0)) {                               \
      const uint64_t next = m.line_feed >> 1 | (uint64_t)(p[i + 64] == '\n') << 63;            \
      bad |= m.carriage_return & valid & ~in & ~next;                                          \
    }                                                                                          \
    while (__builtin_expect(bad != 0, 0)) {                                                    \
      faults[f++] = (uint32_t)i + (uint32_t)__builtin_ctzll(bad);                              \
      bad &= bad - 1;                                                                          \
    }                                                                                          \
    uint64_t rows = feed & ~in;                                                                \
    while (rows != 0) {                                                                        \
      lines[l++] = (uint32_t)(k + (size_t)__builtin_popcountll(outside & (rows ^ (rows - 1)))) - 1; \
      rows &= rows - 1;                                                                        \
    }                                                                                          \
    uint64_t left = outside;                                                                   \
    const int count = __builtin_popcountll(left);                                              \
    uint32_t *const out = ends + k;                                                            \
    k += (size_t)count;                                                                        \
    for (int j = 0; j < 8; j++) {                                                              \
      out[j] = (uint32_t)i + (uint32_t)__builtin_ctzll(left | (uint64_t)1 << 63);              \
      left &= left - 1;                                                                        \
    }                                                                                          \
    for (int j = 8; j < count; j++) {                                                          \
      out[j] = (uint32_t)i + (uint32_t)__builtin_ctzll(left);                                  \
      left &= left - 1;                                                                        \
    }                                                                                          \
  }                                                                                            \
  s->inside = inside;                                                                          \
  s->may_open = may_open;                                                                      \
  s->has_closed = has_closed;                                                                  \
  s->end_count = k;                                                                            \
  s->line_count = l;                                                                           \
  s->fault_count = f;

#if HAS_X86
AVX2 static void avx2_index(csimd_structure *s, const uint8_t *p, size_t from, size_t to,
                            uint8_t separator) {
  INDEX_CSV(avx2_masks64, avx2_parity64)
}
#endif

void csimd_index_csv(csimd_structure *s, const uint8_t *p, size_t from, size_t to,
                     uint8_t separator) {
#if HAS_X86
  if (has_avx2()) {
    avx2_index(s, p, from, to, separator);
    return;
  }
#endif
  csimd_portable_index_csv(s, p, from, to, separator);
}

void csimd_portable_index_csv(csimd_structure *s, const uint8_t *p, size_t from, size_t to,
                              uint8_t separator) {
  INDEX_CSV(masks64, parity64)
}
