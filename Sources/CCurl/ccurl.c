#include "ccurl.h"

#define CURL_DISABLE_TYPECHECK
#include <arpa/inet.h>
#include <ctype.h>
#include <curl/curl.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// The library is loaded where it is first called: with all that it needs itself (some thirty libraries, of TLS, LDAP,
// Kerberos) it would more than double the time in which every command starts.
#define FUNCTIONS(X) \
  X(curl_global_init) \
  X(curl_url) \
  X(curl_url_get) \
  X(curl_url_set) \
  X(curl_url_cleanup) \
  X(curl_free) \
  X(curl_easy_init) \
  X(curl_easy_setopt) \
  X(curl_easy_perform) \
  X(curl_easy_getinfo) \
  X(curl_easy_cleanup) \
  X(curl_slist_append) \
  X(curl_slist_free_all) \
  X(curl_getdate)

static struct {
#define POINTER(name) __typeof__(name) *name;
  FUNCTIONS(POINTER)
#undef POINTER
} api;
static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) {
#ifdef __APPLE__
  void *library = dlopen("libcurl.4.dylib", RTLD_NOW | RTLD_LOCAL);
#else
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
#endif
  if (!library) return;
#define LOAD(name) \
  if (!(api.name = (__typeof__(name) *)dlsym(library, #name))) return;
  FUNCTIONS(LOAD)
#undef LOAD
  is_loaded = api.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

int ccurl_is_there(void) {
  pthread_once(&once, begin);
  return is_loaded;
}

static char *copy(CURLU *url, CURLUPart part, unsigned flags) {
  char *value = NULL;
  if (api.curl_url_get(url, part, &value, flags) != CURLUE_OK) return NULL;
  char *own = strdup(value);
  api.curl_free(value);
  return own;
}

int ccurl_address_read(const char *base, const char *text, ccurl_address *out) {
  memset(out, 0, sizeof *out);
  if (!ccurl_is_there()) return CURLUE_LAST;
  CURLU *url = api.curl_url();
  if (!url) return CURLUE_OUT_OF_MEMORY;
  CURLUcode code = base ? api.curl_url_set(url, CURLUPART_URL, base, 0) : CURLUE_OK;
  if (code == CURLUE_OK) code = api.curl_url_set(url, CURLUPART_URL, text, CURLU_URLENCODE);
  if (code == CURLUE_OK) {
    out->scheme = copy(url, CURLUPART_SCHEME, 0);
    out->host = copy(url, CURLUPART_HOST, 0);
    out->port = copy(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    char *name = copy(url, CURLUPART_USER, CURLU_URLDECODE);
    char *password = copy(url, CURLUPART_PASSWORD, CURLU_URLDECODE);
    if (name || password) {
      size_t size = (name ? strlen(name) : 0) + (password ? strlen(password) : 0) + 2;
      out->user = malloc(size);
      if (out->user) snprintf(out->user, size, "%s:%s", name ? name : "", password ? password : "");
    }
    free(name);
    free(password);
    api.curl_url_set(url, CURLUPART_USER, NULL, 0);
    api.curl_url_set(url, CURLUPART_PASSWORD, NULL, 0);
    api.curl_url_set(url, CURLUPART_FRAGMENT, NULL, 0);
    if (out->host) {
      for (char *at = out->host; *at; at++) *at = (char)tolower((unsigned char)*at);
      api.curl_url_set(url, CURLUPART_HOST, out->host, 0);
    }
    out->text = copy(url, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
    char *path = copy(url, CURLUPART_PATH, 0);
    char *query = copy(url, CURLUPART_QUERY, 0);
    size_t size = (path ? strlen(path) : 1) + (query ? strlen(query) + 1 : 0) + 1;
    out->target = malloc(size);
    if (out->target) {
      snprintf(out->target, size, "%s%s%s", path ? path : "/", query ? "?" : "", query ? query : "");
    }
    free(path);
    free(query);
    if (!out->text || !out->scheme || !out->host || !out->port || !out->target) code = CURLUE_MALFORMED_INPUT;
  }
  api.curl_url_cleanup(url);
  if (code != CURLUE_OK) ccurl_address_free(out);
  return (int)code;
}

void ccurl_address_free(ccurl_address *address) {
  free(address->text);
  free(address->scheme);
  free(address->host);
  free(address->port);
  free(address->target);
  free(address->user);
  memset(address, 0, sizeof *address);
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_request *request = context;
  return request->on_header(request->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_request *request = context;
  return request->on_body(request->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

static int progress(void *context, curl_off_t total, curl_off_t now, curl_off_t up, curl_off_t sent) {
  (void)up;
  (void)sent;
  const ccurl_request *request = context;
  int64_t bytes = (int64_t)(total > now ? total : now);
  return request->on_progress(request->context, bytes) ? 0 : 1;
}

// The address is looked at here, after the name was resolved: no later answer of a name server comes in between.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *peer) {
  (void)purpose;
  const ccurl_request *request = context;
  int ok = 0;
  if (peer->family == AF_INET) {
    const struct sockaddr_in *address = (const struct sockaddr_in *)(const void *)&peer->addr;
    ok = request->may_connect(request->context, (const uint8_t *)&address->sin_addr, 4);
  } else if (peer->family == AF_INET6) {
    // curl keeps room for the longest kind behind `addr`.
    const struct sockaddr_in6 *address = (const struct sockaddr_in6 *)(const void *)&peer->addr;
    ok = request->may_connect(request->context, (const uint8_t *)&address->sin6_addr, 16);
  }
  if (!ok) return CURL_SOCKET_BAD;
#ifdef SOCK_CLOEXEC
  return socket(peer->family, peer->socktype | SOCK_CLOEXEC, peer->protocol);
#else
  return socket(peer->family, peer->socktype, peer->protocol);
#endif
}

static ccurl_end ending(CURLcode code) {
  switch (code) {
  case CURLE_OK: return CCURL_DONE;
  case CURLE_UNSUPPORTED_PROTOCOL:
  case CURLE_URL_MALFORMAT: return CCURL_ADDRESS;
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY: return CCURL_NAME;
  case CURLE_COULDNT_CONNECT: return CCURL_CONNECT;
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CIPHER:
  case CURLE_SSL_CERTPROBLEM:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_USE_SSL_FAILED: return CCURL_TLS;
  case CURLE_OPERATION_TIMEDOUT: return CCURL_TIME;
  case CURLE_BAD_CONTENT_ENCODING: return CCURL_ENCODING;
  case CURLE_WRITE_ERROR:
  case CURLE_ABORTED_BY_CALLBACK: return CCURL_STOPPED;
  case CURLE_PARTIAL_FILE:
  case CURLE_GOT_NOTHING:
  case CURLE_RECV_ERROR:
  case CURLE_SEND_ERROR:
  case CURLE_WEIRD_SERVER_REPLY:
  case CURLE_HTTP2:
  case CURLE_HTTP2_STREAM: return CCURL_CUT;
  default: return CCURL_OTHER;
  }
}

ccurl_end ccurl_perform(const ccurl_request *request, long *status) {
  *status = 0;
  if (!ccurl_is_there()) return CCURL_OTHER;
  CURL *curl = api.curl_easy_init();
  if (!curl) return CCURL_OTHER;
  struct curl_slist *headers = NULL;
  for (size_t at = 0; at < request->header_count; at++) headers = api.curl_slist_append(headers, request->headers[at]);
  api.curl_easy_setopt(curl, CURLOPT_URL, request->url);
#if LIBCURL_VERSION_NUM >= 0x075500
  api.curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  api.curl_easy_setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  api.curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  api.curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  api.curl_easy_setopt(curl, CURLOPT_PROXY, request->proxy);
  api.curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  api.curl_easy_setopt(curl, CURLOPT_USERAGENT, request->agent);
  api.curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  api.curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br");
  api.curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connect_timeout);
  api.curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, request->timeout);
  api.curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, request->low_speed);
  api.curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, request->low_speed_time);
  api.curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  api.curl_easy_setopt(curl, CURLOPT_HEADERDATA, (void *)request);
  api.curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  api.curl_easy_setopt(curl, CURLOPT_WRITEDATA, (void *)request);
  api.curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  api.curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress);
  api.curl_easy_setopt(curl, CURLOPT_XFERINFODATA, (void *)request);
  api.curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  api.curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, (void *)request);
  api.curl_easy_setopt(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (request->user) api.curl_easy_setopt(curl, CURLOPT_USERPWD, request->user);
  CURLcode code = api.curl_easy_perform(curl);
  api.curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
  api.curl_easy_cleanup(curl);
  api.curl_slist_free_all(headers);
  return ending(code);
}

int64_t ccurl_date(const char *text) { return ccurl_is_there() ? (int64_t)api.curl_getdate(text, NULL) : -1; }
