"""The wire between the hosts of `hosts.mjs`: a device of each, and what happens to the packets between them.

    wire.py <device> <address> ...

makes the devices, says `ready`, and then takes orders, one JSON object a line: `delay` in seconds, each way; `loss`, a part
of 1; `sides`, lists of addresses between which nothing passes. Who is on no side hears and is heard by all, at once. A
kernel's own `netem` does the same, where the kernel has it.
"""

import fcntl
import heapq
import json
import os
import random
import selectors
import struct
import sys
import time

TUNSETIFF = 0x400454CA
# Packets of the internet protocol, without a header of the device.
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
MOST = 65_536
# Where the header of a packet says from whom it is and for whom.
FROM, TO, END = 12, 16, 20


def device(name):
    opened = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(opened, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return opened


def address(text):
    return bytes(int(part) for part in text.split("."))


class Wire:
    def __init__(self, devices):
        self.devices = devices
        self.delay, self.loss, self.sides = 0, 0, {}
        self.waiting = []
        self.count = 0
        self.chance = random.Random(1)

    def order(self, line):
        order = json.loads(line)
        self.delay = order.get("delay", 0)
        self.loss = order.get("loss", 0)
        sides = order.get("sides", [])
        self.sides = {address(one): number for number, side in enumerate(sides) for one in side}

    def take(self, packet, now):
        source, target = packet[FROM:TO], packet[TO:END]
        if target not in self.devices:
            return
        due = now
        if source in self.sides and target in self.sides:
            if self.sides[source] != self.sides[target] or self.chance.random() < self.loss:
                return
            due += self.delay
        # The count keeps packets of the same moment in order.
        self.count += 1
        heapq.heappush(self.waiting, (due, self.count, target, packet))

    def deliver(self, now):
        while self.waiting and self.waiting[0][0] <= now:
            _, _, target, packet = heapq.heappop(self.waiting)
            try:
                os.write(self.devices[target], packet)
            except OSError:
                # A device that is down, or full: the packet is lost, as on any wire.
                pass


def main(pairs):
    wire = Wire({address(pairs[at + 1]): device(pairs[at]) for at in range(0, len(pairs), 2)})
    ready = selectors.DefaultSelector()
    ready.register(sys.stdin, selectors.EVENT_READ)
    for opened in wire.devices.values():
        ready.register(opened, selectors.EVENT_READ)
    print("ready", flush=True)
    while True:
        patience = max(wire.waiting[0][0] - time.monotonic(), 0) if wire.waiting else None
        for key, _ in ready.select(patience):
            if key.fileobj is sys.stdin:
                line = sys.stdin.readline()
                if not line:
                    return
                wire.order(line)
                print("done", flush=True)
                continue
            try:
                wire.take(os.read(key.fd, MOST), time.monotonic())
            except OSError:
                # The device is down, while its namespace is made or removed.
                pass
        wire.deliver(time.monotonic())


main(sys.argv[1:])
