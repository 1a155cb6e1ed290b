"""A Postfix of one test's own, on a free port of the loopback interface; needs to be root.

    postfix.py FOLDER CERTIFICATE KEY

Prints its port once it listens, then the number of each message that has been delivered: N.eml and
N.json in the folder are as those of smtp_server.py, without the line ends of SMTP and with the
headers that Postfix adds. Serves until its standard input ends or it is told to end. The program
`sendmail` in the folder hands messages to this instance.
"""

import os
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from letters import keep

FOLDER, CERTIFICATE, KEY = (Path(a) for a in sys.argv[1:])
MASTER = "/usr/lib/postfix/sbin/master"
NOBODY = 65534

MAIN = f"""
compatibility_level = 3.6
queue_directory = {FOLDER}/queue
data_directory = {FOLDER}/data
maillog_file_prefixes = {FOLDER}
maillog_file = {FOLDER}/log
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.org
mydestination =
mynetworks = 127.0.0.1/32
alias_maps =
alias_database =
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = {CERTIFICATE}
smtpd_tls_key_file = {KEY}
virtual_mailbox_domains = xa.example.org
virtual_mailbox_base = {FOLDER}/mail
virtual_mailbox_maps = inline:{{ a@xa.example.org=a/, c@xa.example.org=c/ }}
virtual_uid_maps = static:{NOBODY}
virtual_gid_maps = static:{NOBODY}
"""

SERVICES = """
127.0.0.1:%d inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
tlsmgr unix - - n 1000? 1 tlsmgr
"""


def free_port():
    # Below the ports that the system gives to whoever asks for any.
    for port in random.sample(range(20000, 30000), 100):
        with socket.socket() as candidate:
            try:
                candidate.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    sys.exit("no free port")


def prepare(port):
    FOLDER.chmod(0o755)
    for name in ("conf", "data", "mail"):
        (FOLDER / name).mkdir()
    shutil.chown(FOLDER / "data", "postfix")
    os.chown(FOLDER / "mail", NOBODY, NOBODY)
    for name in ("active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming"):
        make_queue(name, "root", 0o700)
    for name in ("private", "saved", "trace"):
        make_queue(name, "root", 0o700)
    make_queue("public", "postdrop", 0o710)
    make_queue("maildrop", "postdrop", 0o1730)
    (FOLDER / "queue/pid").mkdir()
    for name, text in (("main.cf", MAIN), ("master.cf", SERVICES % port)):
        (FOLDER / "conf" / name).write_text(text)
        # Postfix waits for two seconds if its configuration has only just been written.
        os.utime(FOLDER / "conf" / name, (0, 0))
    program = FOLDER / "sendmail"
    program.write_text(f'#!/bin/sh\nexec /usr/sbin/sendmail -C {FOLDER}/conf "$@"\n')
    program.chmod(0o755)


def make_queue(name, group, mode):
    path = FOLDER / "queue" / name
    path.mkdir(parents=True)
    shutil.chown(path, "postfix", group)
    path.chmod(mode)


def wait_for(port, master):
    while master.poll() is None:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    sys.exit(f"postfix ended: {(FOLDER / 'log').read_text()}")


def collect(seen):
    for path in sorted(FOLDER.glob("mail/*/new/*")):
        if path in seen:
            continue
        seen.append(path)
        data = path.read_bytes()
        lines = [line.split(b": ", 1) for line in data.split(b"\n\n", 1)[0].split(b"\n")]
        headers = {line[0]: line[1].decode().strip("<>") for line in lines if len(line) == 2}
        keep(FOLDER / str(len(seen)), data, headers[b"Return-Path"], [headers[b"Delivered-To"]])
        print(len(seen), flush=True)


def main():
    # The threads that start this program hold signals back.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    port = free_port()
    prepare(port)
    command = [MASTER, "-c", FOLDER / "conf", "-d"]
    # Postfix ends its processes as a group.
    master = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_for(port, master)
        print(port, flush=True)
        seen = []
        while not select.select([sys.stdin], [], [], 0.02)[0]:
            collect(seen)
    finally:
        master.terminate()
        master.wait()


main()
