// As much of Arduino for the ESP32 as our program uses. What it writes is printed in hexadecimal, whom it trusts as it is.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>

enum { WL_CONNECTED = 3 };

struct {
    void begin(const char *, const char *) {}
    int status() { return WL_CONNECTED; }
} WiFi;

struct {
    void begin(unsigned long) {}
    void println(const char *text) { fprintf(stderr, "%s\n", text); }
    size_t write(int) { return 1; }
} Serial;

inline void delay(unsigned long) {}

class WiFiClient {
  public:
    virtual ~WiFiClient() {}
    virtual int connect(const char *host, uint16_t port) {
        fprintf(stderr, "%s %d\n", host, port);
        return 1;
    }
    size_t write(const uint8_t *bytes, size_t size) {
        for (size_t i = 0; i < size; i++) printf("%02x", bytes[i]);
        return size;
    }
    uint8_t connected() { return 0; }
    int available() { return 0; }
    int read() { return -1; }
    void stop() {}
};
