// libcurl behind functions that Swift can call, loaded when it is first needed.
//
// Linking libcurl would load some thirty shared objects at every start of the program, also when
// nothing is mailed. Here the library is opened by name; if it is missing, ccurl_load says so.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stddef.h>

/// The functions of a loaded library; never unloaded.
typedef struct ccurl_library ccurl_library;

/// How loading ended.
typedef enum {
  CCURL_READY,      ///< It is loaded and can do all that is asked of it.
  CCURL_ABSENT,     ///< The system cannot open it; the detail says why.
  CCURL_FOREIGN,    ///< It lacks a function; the detail names it.
  CCURL_OLD,        ///< It is older than 7.85; the detail is its version.
  CCURL_NO_SMTP,    ///< It was built without smtp or smtps.
  CCURL_NO_TLS,     ///< It was built without TLS.
  CCURL_NO_START,   ///< It cannot be started; the detail says why.
} ccurl_state;

/// Loads and starts a library, and sees whether it is fit for mail. May be called from any thread.
///
/// `*library` is set only with CCURL_READY. `detail` gets a text that ends with NUL, or none.
ccurl_state ccurl_load(const char *name, const ccurl_library **library, char *detail, size_t size);

CURL *ccurl_open(const ccurl_library *library);
void ccurl_close(const ccurl_library *library, CURL *handle);
CURLcode ccurl_perform(const ccurl_library *library, CURL *handle);
const char *ccurl_text(const ccurl_library *library, CURLcode code);

CURLcode ccurl_set_long(const ccurl_library *library, CURL *handle, CURLoption option, long value);
/// Copies the text; NULL takes the option back.
CURLcode ccurl_set_string(const ccurl_library *library, CURL *handle, CURLoption option,
                          const char *value);
/// Keeps the pointer; the list must outlive the transfer.
CURLcode ccurl_set_list(const ccurl_library *library, CURL *handle, CURLoption option,
                        struct curl_slist *value);
/// How many bytes will be sent.
CURLcode ccurl_set_size(const ccurl_library *library, CURL *handle, curl_off_t value);
/// Where an error is described: CURL_ERROR_SIZE bytes that outlive the handle.
CURLcode ccurl_set_error_buffer(const ccurl_library *library, CURL *handle, char *buffer);
/// One refused recipient does not stop the others; the option's name differs between versions.
CURLcode ccurl_set_allow_failed_recipients(const ccurl_library *library, CURL *handle, long value);

typedef size_t (*ccurl_read)(char *buffer, size_t size, size_t count, void *context);
typedef int (*ccurl_debug)(CURL *handle, curl_infotype kind, char *bytes, size_t count,
                           void *context);
typedef int (*ccurl_progress)(void *context, curl_off_t to_receive, curl_off_t received,
                              curl_off_t to_send, curl_off_t sent);

CURLcode ccurl_set_read(const ccurl_library *library, CURL *handle, ccurl_read function,
                        void *context);
CURLcode ccurl_set_debug(const ccurl_library *library, CURL *handle, ccurl_debug function,
                         void *context);
CURLcode ccurl_set_progress(const ccurl_library *library, CURL *handle, ccurl_progress function,
                            void *context);

/// The socket of the connection that is kept for the next message.
CURLcode ccurl_get_socket(const ccurl_library *library, CURL *handle, curl_socket_t *value);

/// Appends a copy of a text; NULL if there is no memory, the list is then as it was.
struct curl_slist *ccurl_append(const ccurl_library *library, struct curl_slist *list,
                                const char *text);
void ccurl_free(const ccurl_library *library, struct curl_slist *list);

#endif
