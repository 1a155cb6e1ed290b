// A C face for the regular expressions of RE2, which match in time linear in the text.
//
// Needs the system package libre2-dev. Nothing of C++ is visible here, and no exception crosses.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern; several threads may search with one at the same time.
typedef struct cregex cregex;

/// Compiles a UTF-8 pattern.
///
/// Returns NULL if the pattern is not valid; `message` then holds the reason, ended by a zero byte
/// and cut to `capacity` bytes.
cregex *_Nullable cregex_compile(const char *_Nonnull pattern, size_t length,
                                 char *_Nonnull message, size_t capacity);

/// Tells whether the pattern matches somewhere in a UTF-8 text.
bool cregex_search(const cregex *_Nonnull regex, const char *_Nonnull text, size_t length);

/// Frees a compiled pattern.
void cregex_free(cregex *_Nullable regex);

#ifdef __cplusplus
}
#endif
