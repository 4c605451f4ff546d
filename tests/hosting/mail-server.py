"""A mail server for `npm run test:hosting`: takes one password, and prints what it is sent.

mail-server.py PORT starttls|smtps|relay CERTIFICATE KEY
"""
import signal
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Debugging
from aiosmtpd.smtp import SMTP, AuthResult

port, kind, certificate, key = sys.argv[1:]
tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
tls.load_cert_chain(certificate, key)


def check(server, session, envelope, mechanism, login):
    right = login.login == b"octavo@example.org" and login.password == b"pass#word@1"
    return AuthResult(success=right)


class MailServer(Controller):
    def factory(self):
        if kind == "relay":
            return SMTP(self.handler)
        asks = {"authenticator": check, "auth_required": True}
        if kind == "starttls":
            return SMTP(self.handler, tls_context=tls, require_starttls=True, **asks)
        # The connection itself is encrypted, which aiosmtpd does not count as TLS.
        return SMTP(self.handler, auth_require_tls=False, **asks)


server = MailServer(
    Debugging(sys.stdout),
    hostname="127.0.0.1",
    port=int(port),
    ssl_context=tls if kind == "smtps" else None,
)
server.start()
signal.sigwait({signal.SIGTERM, signal.SIGINT})
server.stop()
