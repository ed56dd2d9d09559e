# The tutorial's secure client: the same over TLS. Like the tutorial it verifies nothing unless it is given a certificate
# to trust.  python3 https_client.py [host [port [ca.der]]]
# Runs on MicroPython 1.22 or newer and on CPython 3.
import socket
import ssl
import sys

# A device has no arguments: write here where the server is, and which file (DER, no PEM) has the certificate to trust.
HOST, PORT, TRUSTED = "127.0.0.1", 8443, None


def fetch(host, port, trusted=None):
    info = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
    print("Address information:", info)
    family, kind, proto, _, address = info[0]
    s = socket.socket(family, kind, proto)
    try:
        s.connect(address)
        s = context(trusted).wrap_socket(s, server_hostname=host)
        s.write(b"GET / HTTP/1.0\r\n\r\n")
        print("Response:")
        print(read(s, 2000).decode())
        print("...")
    finally:
        s.close()


def context(trusted):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if trusted is None:
        if hasattr(tls, "check_hostname"):
            tls.check_hostname = False
        tls.verify_mode = ssl.CERT_NONE
    else:
        with open(trusted, "rb") as f:
            tls.load_verify_locations(cadata=f.read())
        tls.verify_mode = ssl.CERT_REQUIRED  # MicroPython verifies nothing without this line
    return tls


def read(s, limit):
    data = b""
    while len(data) < limit:
        more = s.read(limit - len(data))
        if not more:
            break
        data += more
    return data


if __name__ == "__main__":
    arguments = sys.argv[1:]
    fetch(
        arguments[0] if arguments else HOST,
        int(arguments[1]) if len(arguments) > 1 else PORT,
        arguments[2] if len(arguments) > 2 else TRUSTED,
    )
