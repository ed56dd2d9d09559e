# The tutorial's HTTP client: looks a name up, connects, asks for "/", shows the first 2000 bytes of the answer.
# Runs on MicroPython and on CPython 3:  python3 http_client.py [host [port]]
import socket
import sys

HOST, PORT = "127.0.0.1", 8080  # a device has no arguments: write the server's address here


def fetch(host, port):
    info = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
    print("Address information:", info)
    family, kind, proto, _, address = info[0]
    s = socket.socket(family, kind, proto)
    try:
        s.connect(address)
        s.send(b"GET / HTTP/1.0\r\n\r\n")
        print("Response:")
        print(read(s, 2000).decode())
        print("...")
    finally:
        s.close()


def read(s, limit):
    """Reads until the other side closes, or the limit is reached: one recv() may bring less than all."""
    data = b""
    while len(data) < limit:
        more = s.recv(limit - len(data))
        if not more:
            break
        data += more
    return data


if __name__ == "__main__":
    arguments = sys.argv[1:]
    fetch(arguments[0] if arguments else HOST, int(arguments[1]) if len(arguments) > 1 else PORT)
