"""Runs a program with an ssl module that begins as MicroPython's does, and has no more than MicroPython's has.

python3 micropython.py PROGRAM [ARGUMENT]...

Python's own begins safe and so hides what a program forgets to ask for. Here as there: nothing is verified until
verify_mode says so; certificates and keys are DER; a TLS socket is a stream; and close() sends no close_notify.
"""

import os
import runpy
import ssl as python
import sys
import tempfile
import types


class SSLContext:
    def __init__(self, protocol):
        self._context = python.SSLContext(protocol)
        self._context.check_hostname = False
        self._context.verify_mode = python.CERT_NONE

    @property
    def verify_mode(self):
        return self._context.verify_mode

    @verify_mode.setter
    def verify_mode(self, mode):
        self._context.verify_mode = mode

    def load_verify_locations(self, cafile=None, cadata=None):
        self._context.load_verify_locations(cadata=der(cafile if cadata is None else cadata))

    def load_cert_chain(self, certfile, keyfile):
        pem = python.DER_cert_to_PEM_cert(der(certfile))
        pem += python.DER_cert_to_PEM_cert(der(keyfile)).replace("CERTIFICATE", "PRIVATE KEY")
        with tempfile.NamedTemporaryFile("w") as f:
            f.write(pem)
            f.flush()
            self._context.load_cert_chain(f.name)

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, server_hostname=None):
        self._context.check_hostname = self.verify_mode == python.CERT_REQUIRED and server_hostname is not None
        return SSLSocket(
            self._context.wrap_socket(sock, server_side, do_handshake_on_connect, server_hostname=server_hostname)
        )


class SSLSocket:
    def __init__(self, sock):
        self._sock = sock
        self._stream = sock.makefile("rwb", buffering=0)

    def read(self, size=-1):
        whole = b""
        while size < 0 or len(whole) < size:
            piece = self._stream.read(65536 if size < 0 else size - len(whole))
            if not piece:
                break
            whole += piece
        return whole

    def readline(self):
        return self._stream.readline()

    def write(self, data):
        self._sock.sendall(data)
        return len(data)

    def close(self):
        self._stream.close()
        self._sock.close()


def der(file_or_bytes):
    data = file_or_bytes
    if isinstance(data, str):
        with open(data, "rb") as f:
            data = f.read()
    if data[:1] != b"\x30":
        raise ValueError("invalid cert")
    return data


names = ("PROTOCOL_TLS_CLIENT", "PROTOCOL_TLS_SERVER", "CERT_NONE", "CERT_OPTIONAL", "CERT_REQUIRED")
module = types.ModuleType("ssl")
module.__dict__.update({name: getattr(python, name) for name in names}, SSLContext=SSLContext, SSLError=OSError)
sys.modules["ssl"] = module
sys.implementation = types.SimpleNamespace(**dict(vars(sys.implementation), name="micropython"))
sys.argv = sys.argv[1:]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
runpy.run_path(sys.argv[0], run_name="__main__")
