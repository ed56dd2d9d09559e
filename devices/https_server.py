# The tutorial's secure server. Key and certificate are the headerless files that
#   hellowire certs create --like-tutorial --format headerless
# writes: PEM without its first and last line, which is decoded to DER here.
# Runs on MicroPython 1.22 or newer and on CPython 3:  python3 https_server.py [key.b64 cert.b64 [port [address]]]
import binascii
import socket
import ssl
import sys

# A device has no arguments: write here what its files are called, and where to listen.
KEY, CERTIFICATE, PORT, ADDRESS = "server-key.b64", "server.b64", 8443, "0.0.0.0"


def serve(tls, port, address):
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(socket.getaddrinfo(address, port)[0][-1])
    s.listen(5)
    port = s.getsockname()[1] if hasattr(s, "getsockname") else port
    print("Listening on port %d" % port)
    counter = 0
    while True:
        client, peer = s.accept()
        try:
            secure = tls.wrap_socket(client, server_side=True)
            counter += 1
            print("----- Request", counter)
            answer(secure, counter)
            if hasattr(secure, "unwrap"):  # CPython's close() alone would leave the end of the answer in doubt
                secure.unwrap()
            secure.close()
        except OSError as e:  # such as a browser that does not trust the certificate: the next connection may
            print("Failed:", e)
        finally:
            client.close()


def answer(secure, counter):
    stream = secure if hasattr(secure, "readline") else secure.makefile("rwb")
    request = b""
    while True:
        line = stream.readline()
        request += line
        if line == b"" or line == b"\r\n" or line == b"\n":
            break
    print(request.decode())
    if request:
        body = b"Hello #%d from MicroPython!\n" % counter
        # Without its length nobody could tell an answer that was cut: MicroPython ends TLS without a word.
        stream.write(b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        if hasattr(stream, "flush"):
            stream.flush()


def context(key_file, certificate_file):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if sys.implementation.name == "micropython":
        tls.load_cert_chain(decoded(certificate_file), decoded(key_file))
    else:
        load_pem(tls, decoded(key_file), decoded(certificate_file))
    return tls


def decoded(file):
    with open(file, "rb") as f:
        return binascii.a2b_base64(f.read())


def load_pem(tls, key, certificate):
    """CPython reads key and certificate from a PEM file only, so it gets one for a moment, readable by its owner."""
    import tempfile

    with tempfile.NamedTemporaryFile() as f:
        for name, der in (("PRIVATE KEY", key), ("CERTIFICATE", certificate)):
            body = binascii.b2a_base64(der, newline=False).decode()
            lines = [body[i : i + 64] for i in range(0, len(body), 64)]
            f.write(("-----BEGIN %s-----\n%s\n-----END %s-----\n" % (name, "\n".join(lines), name)).encode())
        f.flush()
        tls.load_cert_chain(f.name)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) == 1:
        print("usage: https_server.py [key.b64 cert.b64 [port [address]]]")
        sys.exit(2)
    serve(
        context(arguments[0] if arguments else KEY, arguments[1] if arguments else CERTIFICATE),
        int(arguments[2]) if len(arguments) > 2 else PORT,
        arguments[3] if len(arguments) > 3 else ADDRESS,
    )
