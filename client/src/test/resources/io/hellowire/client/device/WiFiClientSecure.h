// Not connected before it is said whom it trusts, as on a device.
#pragma once
#include "WiFi.h"

class WiFiClientSecure : public WiFiClient {
    bool told = false;

  public:
    void setCACert(const char *root) {
        fprintf(stderr, "%s", root);
        told = true;
    }
    void setInsecure() {
        fprintf(stderr, "insecure\n");
        told = true;
    }
    int connect(const char *host, uint16_t port) override { return told && WiFiClient::connect(host, port); }
};
