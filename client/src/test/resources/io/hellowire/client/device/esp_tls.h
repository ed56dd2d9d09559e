// As much of ESP-IDF as our program uses. What it writes is printed in hexadecimal, whom it trusts as it is.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

typedef struct {
    const unsigned char *cacert_buf;
    unsigned int cacert_bytes;
    int (*crt_bundle_attach)(void *conf);
    bool skip_common_name;
    bool is_plain_tcp;
    int timeout_ms;
} esp_tls_cfg_t;

typedef struct {
    int open;
} esp_tls_t;

static inline esp_tls_t *esp_tls_init(void) { return calloc(1, sizeof(esp_tls_t)); }

static inline int esp_tls_conn_new_sync(
    const char *host, int size, int port, const esp_tls_cfg_t *config, esp_tls_t *tls) {
    if (config->cacert_buf != NULL) {
        // ESP-IDF counts the zero byte at the end of PEM
        if (config->cacert_bytes != strlen((const char *) config->cacert_buf) + 1) return -1;
        fprintf(stderr, "%s", (const char *) config->cacert_buf);
    } else if (config->crt_bundle_attach != NULL) {
        fprintf(stderr, "bundle\n");
    } else {
        fprintf(stderr, config->is_plain_tcp ? "plain\n" : config->skip_common_name ? "insecure\n" : "nobody\n");
    }
    fprintf(stderr, "%.*s %d\n", size, host, port);
    tls->open = 1;
    return 1;
}

static inline ssize_t esp_tls_conn_write(esp_tls_t *tls, const void *data, size_t size) {
    if (!tls->open || size == 0) return -1;
    printf("%02x", *(const unsigned char *) data); // a socket may take as little
    return 1;
}

static inline ssize_t esp_tls_conn_read(esp_tls_t *tls, void *data, size_t size) {
    (void) tls, (void) data, (void) size;
    return 0;
}

static inline int esp_tls_conn_destroy(esp_tls_t *tls) {
    free(tls);
    return 0;
}
