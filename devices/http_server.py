# The tutorial's HTTP server: shows each request line and header line as received and counts its answers.
# Runs on MicroPython and on CPython 3:  python3 http_server.py [port [address]]
import socket
import sys

PORT, ADDRESS = 8080, "0.0.0.0"  # a device has no arguments: write here where to listen


def serve(port, address):
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(socket.getaddrinfo(address, port)[0][-1])
    s.listen(5)
    port = s.getsockname()[1] if hasattr(s, "getsockname") else port
    print("Listening, connect your browser to http://%s:%d/" % (own_address(), port))
    counter = 0
    while True:
        client, peer = s.accept()
        print("Request from", peer)
        try:
            answer(client, counter)
            counter += 1
        except OSError as e:
            print("Failed:", e)
        finally:
            client.close()


def answer(client, counter):
    stream = client if hasattr(client, "readline") else client.makefile("rwb")
    print("Request:")
    while True:
        line = stream.readline()
        print(line)
        if line == b"" or line == b"\r\n" or line == b"\n":
            break
    stream.write(b"HTTP/1.0 200 OK\r\n\r\nHello #%d from MicroPython!\n" % counter)
    if hasattr(stream, "flush"):
        stream.flush()


def own_address():
    """Elsewhere than on a device: connecting a UDP socket sends nothing, but the system chooses where it would send from."""
    try:
        import network  # only devices have it

        return network.WLAN(network.STA_IF).ifconfig()[0]
    except ImportError:
        pass
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        s.connect(socket.getaddrinfo("192.0.2.1", 9)[0][-1])
        return s.getsockname()[0] if hasattr(s, "getsockname") else "this-device"
    except OSError:
        return "127.0.0.1"
    finally:
        s.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    serve(int(arguments[0]) if arguments else PORT, arguments[1] if len(arguments) > 1 else ADDRESS)
