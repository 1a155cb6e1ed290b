#include "cregex.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>

struct cregex {
  RE2 re2;
  cregex(const re2::StringPiece &pattern, const RE2::Options &options) : re2(pattern, options) {}
};

static void copy_message(const std::string &from, char *to, size_t capacity) {
  if (capacity == 0) return;
  const size_t length = std::min(from.size(), capacity - 1);
  std::memcpy(to, from.data(), length);
  to[length] = 0;
}

extern "C" cregex *cregex_compile(const char *pattern, size_t length, char *message,
                                  size_t capacity) {
  try {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_never_capture(true);
    cregex *regex = new cregex(re2::StringPiece(pattern, length), options);
    if (regex->re2.ok()) return regex;
    copy_message(regex->re2.error(), message, capacity);
    delete regex;
  } catch (...) {
    copy_message("out of memory", message, capacity);
  }
  return nullptr;
}

extern "C" bool cregex_search(const cregex *regex, const char *text, size_t length) {
  try {
    return RE2::PartialMatch(re2::StringPiece(text, length), regex->re2);
  } catch (...) {
    return false;
  }
}

extern "C" void cregex_free(cregex *regex) { delete regex; }
