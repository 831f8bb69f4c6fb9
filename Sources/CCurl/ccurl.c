#include "ccurl.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void begin(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

static char *copy(CURLU *url, CURLUPart part, unsigned flags) {
  char *value = NULL;
  if (curl_url_get(url, part, &value, flags) != CURLUE_OK) return NULL;
  char *own = strdup(value);
  curl_free(value);
  return own;
}

int ccurl_address_read(const char *base, const char *text, ccurl_address *out) {
  memset(out, 0, sizeof *out);
  pthread_once(&once, begin);
  CURLU *url = curl_url();
  if (!url) return CURLUE_OUT_OF_MEMORY;
  CURLUcode code = base ? curl_url_set(url, CURLUPART_URL, base, 0) : CURLUE_OK;
  if (code == CURLUE_OK) code = curl_url_set(url, CURLUPART_URL, text, CURLU_URLENCODE);
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
    curl_url_set(url, CURLUPART_USER, NULL, 0);
    curl_url_set(url, CURLUPART_PASSWORD, NULL, 0);
    curl_url_set(url, CURLUPART_FRAGMENT, NULL, 0);
    if (out->host) {
      for (char *at = out->host; *at; at++) *at = (char)tolower((unsigned char)*at);
      curl_url_set(url, CURLUPART_HOST, out->host, 0);
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
  curl_url_cleanup(url);
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
  pthread_once(&once, begin);
  CURL *curl = curl_easy_init();
  if (!curl) return CCURL_OTHER;
  struct curl_slist *headers = NULL;
  for (size_t at = 0; at < request->header_count; at++) headers = curl_slist_append(headers, request->headers[at]);
  curl_easy_setopt(curl, CURLOPT_URL, request->url);
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, request->proxy);
  curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, request->agent);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br");
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connect_timeout);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, request->timeout);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, request->low_speed);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, request->low_speed_time);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (request->user) curl_easy_setopt(curl, CURLOPT_USERPWD, request->user);
  CURLcode code = curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
  curl_easy_cleanup(curl);
  curl_slist_free_all(headers);
  return ending(code);
}

int64_t ccurl_date(const char *text) { return (int64_t)curl_getdate(text, NULL); }
