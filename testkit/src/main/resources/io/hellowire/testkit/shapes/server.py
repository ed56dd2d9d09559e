"""Serves each NAME=HOST from the file NAME.pem of a folder by TLS at a port of loopback; prints NAME PORT."""
import socket
import ssl
import sys
import threading

PAGE = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"  # a picture, which a browser can show
ANSWER = (b"HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(PAGE)) + PAGE


def answer(connection, context):
    try:
        connection.settimeout(20)
        with context.wrap_socket(connection, server_side=True) as secured:
            received = b""
            while b"\r\n\r\n" not in received:
                more = secured.recv(4096)
                if not more:
                    return
                received += more
            secured.sendall(ANSWER)
            secured.unwrap()
    except OSError:
        pass  # that is the client's verdict
    finally:
        connection.close()


def serve(listener, context):
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=answer, args=(connection, context), daemon=True).start()


def listen(family, host, port):
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(20)
    return listener


threading.stack_size(256 * 1024)
for argument in sys.argv[2:]:
    name, host = argument.split("=")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(f"{sys.argv[1]}/{name}.pem")
    family, address = (socket.AF_INET6, "::1") if ":" in host else (socket.AF_INET, "127.0.0.1")
    listener = listen(family, address, 0)
    print(name, listener.getsockname()[1], flush=True)
    threading.Thread(target=serve, args=(listener, context), daemon=True).start()
print("all", flush=True)
threading.Event().wait()
