// The roots that are built into the firmware.
#pragma once
static inline int esp_crt_bundle_attach(void *conf) {
    (void) conf;
    return 0;
}
