"""A mail server for one test, on a free port of the loopback interface.

Prints its port once it listens, and serves until it is killed or its standard input ends. Each message becomes N.eml in the
folder with the bytes that came, and N.json with its envelope and what Python's e-mail parser reads
in it; the file `events` holds a line for each connection and command. Except in the modes `silent`
and `drip`, aiosmtpd speaks SMTP; a mode only changes what it is named after.
"""

import argparse
import asyncio
import logging
import os
import ssl
import sys
import warnings
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from letters import keep

arguments = argparse.ArgumentParser()
arguments.add_argument("mode")
arguments.add_argument("folder", type=Path)
arguments.add_argument("--tls", choices=["starttls", "smtps"])
arguments.add_argument("--certificate", nargs=2)
arguments.add_argument("--auth", action="store_true")
arguments = arguments.parse_args()

MODE, FOLDER = arguments.mode, arguments.folder
USER, PASSWORD = b"vanthu", "mật khẩu: số 1".encode()


def note(*words):
    with open(FOLDER / "events", "a") as events:
        print(*words, file=events)


def context():
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*arguments.certificate)
    if MODE == "old-tls":
        made.set_ciphers("ALL:@SECLEVEL=0")
        made.minimum_version = ssl.TLSVersion.TLSv1
        made.maximum_version = ssl.TLSVersion.TLSv1_1
    return made


class Handler:
    def __init__(self):
        self.messages = 0
        self.greylisted = set()

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        # aiosmtpd offers a login also if it has nothing to check it by.
        return [r for r in responses if arguments.auth or not r.startswith("250-AUTH")]

    async def handle_MAIL(self, server, session, envelope, address, options):
        if MODE == "disk-full":
            return "452 4.3.1 Insufficient system storage"
        if MODE == "sender-refused":
            return "550 5.7.1 Sender not welcome"
        envelope.mail_from = address
        return "250 2.1.0 Sender ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 <%s>: no such \x1b[31muser\x07 here" % address
        if MODE == "greylist" and address not in self.greylisted:
            self.greylisted.add(address)
            return "451 4.7.1 Greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient ok"

    async def handle_DATA(self, server, session, envelope):
        if MODE == "data-refused":
            return "554 5.7.1 Message refused"
        if MODE == "data-deferred":
            return "452 4.3.1 Disk is full"
        if MODE == "hang-after-data":
            await asyncio.Event().wait()
        self.messages += 1
        keep(
            FOLDER / str(self.messages),
            envelope.original_content,
            envelope.mail_from,
            envelope.rcpt_tos,
        )
        return "250-2.0.0 Taken\r\n250 as number %d" % self.messages


class Server(SMTP):
    def connection_made(self, transport):
        note("connection" if self.transport is None else "encrypted")
        super().connection_made(transport)

    async def smtp_EHLO(self, arg):
        note("EHLO")
        await super().smtp_EHLO(arg)

    async def smtp_AUTH(self, arg):
        note("AUTH", arg.split()[0])
        await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg):
        note("MAIL", arg)
        if MODE == "timeout-421" and self.event_handler.messages == 1:
            self.event_handler.messages += 1
            await self.push("421 4.4.2 Idle for too long")
            self.transport.close()
            return
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg):
        note("RCPT", arg)
        await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg):
        note("DATA")
        if MODE == "die-in-data":
            await self.push("354 Go ahead")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)
        if MODE == "close-after-message":
            self.transport.close()

    async def smtp_QUIT(self, arg):
        note("QUIT")
        if MODE == "mute-at-quit":
            await asyncio.Event().wait()
        await super().smtp_QUIT(arg)


def check_login(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (USER, PASSWORD)
    if MODE == "echo-password":
        return AuthResult(success=False, handled=False, message=f"535 bad: {data.password.decode()}")
    return AuthResult(success=good, handled=False)


def options():
    made = {"enable_SMTPUTF8": False, "timeout": 60, "hostname": "mail.example.org"}
    if arguments.auth:
        made |= {"authenticator": check_login, "auth_required": True}
        made["auth_require_tls"] = arguments.tls == "starttls"
    if arguments.tls == "starttls":
        made |= {"tls_context": context(), "require_starttls": True}
    return made


class Drip(asyncio.Protocol):
    """Says nothing, or its greeting one letter at a time, and never all of it."""

    def connection_made(self, transport):
        note("connection")
        self.transport = transport
        asyncio.get_running_loop().create_task(self.speak())

    async def speak(self):
        while MODE == "drip" and not self.transport.is_closing():
            self.transport.write(b"2")
            await asyncio.sleep(0.05)


async def main():
    loop = asyncio.get_running_loop()
    handler = Handler()
    if MODE in ("silent", "drip"):
        factory = Drip
    else:
        factory = lambda: Server(handler, loop=loop, **options())
    loop.add_reader(sys.stdin, os._exit, 0)
    tls = context() if arguments.tls == "smtps" else None
    server = await loop.create_server(factory, "127.0.0.1", 0, ssl=tls)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


logging.disable()
warnings.simplefilter("ignore")
asyncio.run(main())
