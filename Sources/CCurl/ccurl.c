#include "ccurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ccurl_library {
  CURLcode (*global_init)(long);
  curl_version_info_data *(*version_info)(CURLversion);
  const char *(*strerror)(CURLcode);
  CURL *(*init)(void);
  void (*cleanup)(CURL *);
  CURLcode (*perform)(CURL *);
  CURLcode (*setopt)(CURL *, CURLoption, ...);
  CURLcode (*getinfo)(CURL *, CURLINFO, ...);
  struct curl_slist *(*append)(struct curl_slist *, const char *);
  void (*free_all)(struct curl_slist *);
};

// MARK: loading

/// CURLOPT_PROTOCOLS_STR came with 7.85, and with it a start that threads may share (7.84).
enum { OLDEST = 0x075500 };

static ccurl_state failed(ccurl_state state, const char *reason, char *detail, size_t size) {
  if (size > 0) snprintf(detail, size, "%s", reason != NULL ? reason : "");
  return state;
}

/// Fills the table; returns the name of the first function that is missing, else NULL.
static const char *find(void *object, ccurl_library *l) {
  // POSIX lets an object pointer of dlsym hold a function's address; ISO C has no cast for it.
  const struct {
    const char *name;
    void *slot;
  } symbols[] = {
      {"curl_global_init", &l->global_init}, {"curl_version_info", &l->version_info},
      {"curl_easy_strerror", &l->strerror},  {"curl_easy_init", &l->init},
      {"curl_easy_cleanup", &l->cleanup},    {"curl_easy_perform", &l->perform},
      {"curl_easy_setopt", &l->setopt},      {"curl_easy_getinfo", &l->getinfo},
      {"curl_slist_append", &l->append},     {"curl_slist_free_all", &l->free_all},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
    void *address = dlsym(object, symbols[i].name);
    if (address == NULL) return symbols[i].name;
    memcpy(symbols[i].slot, &address, sizeof address);
  }
  return NULL;
}

static int speaks(const curl_version_info_data *info, const char *protocol) {
  for (const char *const *p = info->protocols; p != NULL && *p != NULL; p++) {
    if (strcmp(*p, protocol) == 0) return 1;
  }
  return 0;
}

static ccurl_state start(const ccurl_library *l, char *detail, size_t size) {
  const curl_version_info_data *info = l->version_info(CURLVERSION_NOW);
  if (info->version_num < OLDEST) return failed(CCURL_OLD, info->version, detail, size);
  if (!speaks(info, "smtp") || !speaks(info, "smtps")) {
    return failed(CCURL_NO_SMTP, info->version, detail, size);
  }
  if ((info->features & CURL_VERSION_SSL) == 0 || info->ssl_version == NULL) {
    return failed(CCURL_NO_TLS, info->version, detail, size);
  }
  const CURLcode code = l->global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) return failed(CCURL_NO_START, l->strerror(code), detail, size);
  return CCURL_READY;
}

static ccurl_state load(const char *name, const ccurl_library **library, char *detail,
                        size_t size) {
  void *object = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (object == NULL) return failed(CCURL_ABSENT, dlerror(), detail, size);
  ccurl_library *l = calloc(1, sizeof *l);
  if (l == NULL) {
    dlclose(object);
    return failed(CCURL_NO_START, "out of memory", detail, size);
  }
  const char *missing = find(object, l);
  const ccurl_state state = missing != NULL ? failed(CCURL_FOREIGN, missing, detail, size)
                                            : start(l, detail, size);
  if (state != CCURL_READY) {
    free(l);
    dlclose(object);
    return state;
  }
  *library = l;
  return CCURL_READY;
}

ccurl_state ccurl_load(const char *name, const ccurl_library **library, char *detail,
                       size_t size) {
  static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
  if (size > 0) detail[0] = '\0';
  pthread_mutex_lock(&one_at_a_time);
  const ccurl_state state = load(name, library, detail, size);
  pthread_mutex_unlock(&one_at_a_time);
  return state;
}

// MARK: calls

CURL *ccurl_open(const ccurl_library *l) { return l->init(); }

void ccurl_close(const ccurl_library *l, CURL *handle) { l->cleanup(handle); }

CURLcode ccurl_perform(const ccurl_library *l, CURL *handle) { return l->perform(handle); }

const char *ccurl_text(const ccurl_library *l, CURLcode code) { return l->strerror(code); }

CURLcode ccurl_set_long(const ccurl_library *l, CURL *handle, CURLoption option, long value) {
  return l->setopt(handle, option, value);
}

CURLcode ccurl_set_string(const ccurl_library *l, CURL *handle, CURLoption option,
                          const char *value) {
  return l->setopt(handle, option, value);
}

CURLcode ccurl_set_list(const ccurl_library *l, CURL *handle, CURLoption option,
                        struct curl_slist *value) {
  return l->setopt(handle, option, value);
}

CURLcode ccurl_set_size(const ccurl_library *l, CURL *handle, curl_off_t value) {
  return l->setopt(handle, CURLOPT_INFILESIZE_LARGE, value);
}

CURLcode ccurl_set_error_buffer(const ccurl_library *l, CURL *handle, char *buffer) {
  return l->setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

CURLcode ccurl_set_allow_failed_recipients(const ccurl_library *l, CURL *handle, long value) {
  // Spelt so until 8.2, which kept the old name as a macro.
  return l->setopt(handle, CURLOPT_MAIL_RCPT_ALLLOWFAILS, value);
}

CURLcode ccurl_set_read(const ccurl_library *l, CURL *handle, ccurl_read function, void *context) {
  const CURLcode code = l->setopt(handle, CURLOPT_READFUNCTION, function);
  return code != CURLE_OK ? code : l->setopt(handle, CURLOPT_READDATA, context);
}

CURLcode ccurl_set_debug(const ccurl_library *l, CURL *handle, ccurl_debug function,
                         void *context) {
  const CURLcode code = l->setopt(handle, CURLOPT_DEBUGFUNCTION, function);
  return code != CURLE_OK ? code : l->setopt(handle, CURLOPT_DEBUGDATA, context);
}

CURLcode ccurl_set_progress(const ccurl_library *l, CURL *handle, ccurl_progress function,
                            void *context) {
  const CURLcode code = l->setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
  return code != CURLE_OK ? code : l->setopt(handle, CURLOPT_XFERINFODATA, context);
}

CURLcode ccurl_get_socket(const ccurl_library *l, CURL *handle, curl_socket_t *value) {
  return l->getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}

struct curl_slist *ccurl_append(const ccurl_library *l, struct curl_slist *list,
                                const char *text) {
  return l->append(list, text);
}

void ccurl_free(const ccurl_library *l, struct curl_slist *list) { l->free_all(list); }
