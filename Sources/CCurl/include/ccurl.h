#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>
#include <stdint.h>

// Whether libcurl is installed; nothing below works without.
int ccurl_is_there(void);

// An address of the web in its parts; all are NULL or end with 0, and ccurl_address_free gives them back.
typedef struct {
  char *text;    // whole, normalized, with neither user nor fragment
  char *scheme;
  char *host;    // in lower case; an IPv6 address stands in brackets
  char *port;    // also where it is the scheme's own
  char *target;  // path and query, as a server is asked for them
  char *user;    // "name:password" as given, or NULL
} ccurl_address;

// Reads an address, relative to `base` unless that is NULL, the way transfers read it: 0, or what curl calls the fault.
int ccurl_address_read(const char *base, const char *text, ccurl_address *out);
void ccurl_address_free(ccurl_address *address);

// One request and its answer; redirects are answers. Times are in milliseconds.
typedef struct {
  const char *url;
  const char *user;              // "name:password", or NULL
  const char *agent;
  const char *proxy;             // "" for none; the environment's are never used
  const char *const *headers;    // "Name: value"
  size_t header_count;
  long connect_timeout, timeout;
  long low_speed;                // bytes a second; slower for low_speed_time ends the request
  long low_speed_time;           // seconds
  void *context;
  // Each false ends the request. A header line comes with its line end; the body comes decoded.
  int (*on_header)(void *context, const uint8_t *bytes, size_t count);
  int (*on_body)(void *context, const uint8_t *bytes, size_t count);
  int (*on_progress)(void *context, int64_t received);  // bytes of the body as they came over the wire
  // Asked for every resolved address before it is connected to: 4 or 16 bytes in the order of the network.
  int (*may_connect)(void *context, const uint8_t *bytes, size_t count);
} ccurl_request;

// How a request ended.
typedef enum {
  CCURL_DONE,          // an answer came, whole
  CCURL_ADDRESS,       // the address cannot be read, or its scheme is not http or https
  CCURL_NAME,          // the host's name is not known
  CCURL_CONNECT,       // no connection
  CCURL_TLS,           // the certificate or the encryption is at fault
  CCURL_TIME,          // too long, or too slow
  CCURL_CUT,           // the answer ended early, or breaks HTTP
  CCURL_ENCODING,      // the compression is unknown or damaged
  CCURL_STOPPED,       // a callback said no
  CCURL_OTHER
} ccurl_end;

// Sends the request and waits for the answer; `status` is the HTTP status, or 0.
ccurl_end ccurl_perform(const ccurl_request *request, long *status);

// Seconds since 1970 of a date as HTTP writes it (RFC 9110, 5.6.7), or -1.
int64_t ccurl_date(const char *text);

#endif
