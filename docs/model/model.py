"""The reference model of the emission, written from definitions.md.

Whole numbers only, standard library only. Policies, inputs, emissions and states are dictionaries in the shape of the
JSON that the command line prints, one history a line:

    python3 docs/model/model.py --seed 1 --histories 40 --epochs 300
    python3 docs/model/model.py --self-test

A line is {"policy": .., "cumulative": [[t, Cum(t)], ..], "epochs": [{"input": .., "emission": .., "state": ..}, ..]}.
The state begins at zeros; "emission" and "state" are those after the epoch, its breaker included. Fixed
numbers are strings in the policy and plain integers in the state. Starts follow the grid: the start of an epoch with
the start of the one after it as `now` gives back that start and the epoch's "elapsed".
"""

import argparse
import json
import sys
from datetime import date
from random import Random
from typing import Any

P = 10**9  # a part
F = 10**18  # a fixed number
MAX = 2**128 - 1  # where balances saturate
END = 2**64 - 1  # the last moment
DAY = 86_400_000
BITS = 600  # of the fixed point that the exponential is computed in
Json = dict[str, Any]


def sat(x: int) -> int:
    """A balance, saturated."""
    return min(x, MAX)


def clamp(x: int, low: int, high: int) -> int:
    """x, kept within [low, high]."""
    return max(low, min(x, high))


# Schedule: each term's Cum(t), before saturation.


def floor_sum(n: int, m: int, a: int, b: int) -> int:
    """The sum over 0 <= i < n of (a*i + b) // m, for numbers that are not negative, as Euclid would."""
    total = 0
    while n > 0:
        total += n * (n - 1) // 2 * (a // m) + n * (b // m)
        a, b = a % m, b % m
        top = a * n + b
        n, b, m, a = top // m, top % m, a, m
    return total


def table(term: Json, t: int) -> int:
    """Whole payments, each row until the next one begins."""
    rows, total = term["rows"], 0
    for i, row in enumerate(rows):
        last = min(t, rows[i + 1]["from"] - 1) if i + 1 < len(rows) else t
        if last >= row["from"]:
            total += row["amount"] * ((last - row["from"]) // term["period"] + 1)
    return total


def geometric(term: Json, t: int) -> int:
    """A first amount for a period, and each next one a ratio of the one before."""
    n, within = divmod(t - term["start"], term["period"])
    a, total = term["first"], 0
    for _ in range(min(n, term["terms"])):
        total += a
        a = a * term["ratio"] // P
    return total + (a * within // term["period"] if n < term["terms"] else 0)


def halving(term: Json, t: int) -> int:
    """An amount for a step, halved by a shift after every so many steps."""
    n, within = divmod(t - term["start"], term["step"])
    e, rest = divmod(n, term["steps"])
    now = term["first"] >> min(e, 128)
    whole = sum(term["steps"] * (term["first"] >> k) for k in range(min(e, 128)))
    return whole + rest * now + now * within // term["step"]


def exponential(term: Json, t: int) -> int:
    """What has left a total that decays: total - floor(total * e^-y), y counting in 2^-128."""
    total, y = term["total"], term["lambda"] * (t - term["start"]) // term["period"]
    if y == 0:
        return 0
    if y >> 128 >= 128:  # e^-128 < 2^-128, so less than one unit is left
        return total
    squarings = 24  # e^y = (e^(y / 2^24))^(2^24), and y / 2^24 < 2^-17, for which the series is short
    x = y << (BITS - 128 - squarings)
    power = item = 1 << BITS
    k = 1
    while item:
        item = (item * x >> BITS) // k
        power, k = power + item, k + 1
    for _ in range(squarings):
        power = power * power >> BITS
    return total - (total << BITS) // power


def remaining(term: Json, t: int) -> int:
    """A part of what is left for a step, flat within the step."""
    n, within = divmod(t - term["start"], term["step"])
    left, total = term["amount"], 0
    for _ in range(min(n, 128)):
        given = left * term["part"] // P
        left, total = left - given, total + given
    return total + (left * term["part"] // P * within // term["step"] if n < 128 else 0)


def taper(term: Json, t: int) -> int:
    """Whole payments that fall in a line from `rate` to nothing; summed from the last one, which is the smallest."""
    width, period = term["to"] - term["from"], term["period"]
    n = (min(t, term["to"] - 1) - term["from"]) // period + 1
    return floor_sum(n, width, term["rate"] * period, term["rate"] * (width - (n - 1) * period))


TERMS = {f.__name__: f for f in (table, geometric, halving, exponential, remaining, taper)}


def cumulative(schedule: Json, t: int) -> int:
    """Everything scheduled until t, t included."""
    total = 0
    for tagged in schedule["terms"]:
        ((kind, term),) = tagged.items()
        if kind == "table" or t >= term["from" if kind == "taper" else "start"]:
            total += TERMS[kind](term, t)
    return sat(total)


def scheduled(schedule: Json, a: int, b: int) -> int:
    """What is scheduled after a, until b."""
    return max(0, cumulative(schedule, b) - cumulative(schedule, a))


def one(kind: str, **fields: Any) -> Json:
    """A schedule of one term."""
    return {"terms": [{kind: fields}]}


# An epoch.


def first_state() -> Json:
    """The state before the first epoch."""
    return {"averageNetBurn": 0, "allowance": 0, "recentMinted": 0, "recentScheduled": 0}


def multiplier(policy: Json, index: int, average: int, planned: int) -> int:
    """The part of the schedule that an epoch may mint beside work."""
    c, work_share = policy["controller"], P - sum(policy["shares"].values())
    floor, least = c["floor"] * 10**9, F
    for _ in range(c["warmUp"], index + 1):
        if least <= floor:
            break
        least = least * 7 // 8
    others = (P - work_share) * planned // P
    follow = sat(average * F // int(c["target"]))
    return clamp(sat(follow * F // others), max(least, floor), F) if others else F


def breaker(state: Json, elapsed: int, planned: int, pools: list[int]) -> tuple[list[int], int, int]:
    """The pools that a sliding day lets pass, and what was minted and scheduled in that day."""
    stays = DAY - min(elapsed, DAY)
    was = state["recentMinted"] * stays // DAY
    day = sat(-(-state["recentScheduled"] * stays // DAY) + planned)
    asked, allowed = sat(sum(pools)), max(0, sat(5 * day) - was)
    left = admitted = min(allowed, asked)
    for i, x in enumerate(pools):
        pools[i] = min(x * admitted // max(asked, 1), left)
        left -= pools[i]
    return pools, sat(was + sum(pools)), day


def epoch(policy: Json, state: Json, given: Json) -> tuple[Json, Json]:
    """What an epoch emits, and the state after it."""
    shares, points, expected = policy["shares"], given["points"], given["expectedBlocks"]
    work_share = P - shares["contribution"] - shares["security"] - shares["treasury"]
    rho = min(policy["rho"], P // 2)
    planned = scheduled(policy["schedule"], given["start"], given["start"] + given["elapsed"])
    m = multiplier(policy, given["index"], state["averageNetBurn"], planned)
    base = planned * m // F
    net = max(0, given["burned"] - points["work"])
    average = state["averageNetBurn"] + (net - state["averageNetBurn"]) * 2 // (policy["burnEmaEpochs"] + 1)
    available = sat(state["allowance"] + rho * net // P)
    remint = min(rho * average // P, policy["remintCapPerDay"] * planned // P, available)

    for_work = work_share * planned // P
    for_contribution, for_security, for_treasury = (
        shares[name] * base // P for name in ("contribution", "security", "treasury")
    )
    work = min(sat(for_work + remint), points["work"])
    contribution = min(for_contribution, points["contribution"])
    security = for_security * min(points["security"], expected) // expected if expected else 0
    beside_work = for_contribution + for_security
    treasury = for_treasury * (contribution + security) // beside_work if beside_work else 0

    allowance = available - max(0, work - for_work)
    passed, minted, day = breaker(state, given["elapsed"], planned, [work, contribution, security, treasury])
    work, contribution, security, treasury = passed
    emission = {
        "scheduled": planned, "multiplier": m, "budget": sat(for_work + for_contribution + for_security + for_treasury),
        "reminted": max(0, work - for_work),
        "minted": {"work": work, "contribution": contribution, "security": security}, "treasury": treasury,
    }
    after = {"averageNetBurn": average, "allowance": allowance}
    return emission, after | {"recentMinted": minted, "recentScheduled": day}


def grid(start: int, now: int, length: int) -> tuple[int, int]:
    """The start of the epoch after one that closes at `now`, and the time that the closed one counts."""
    following = start + (now - start) // length * length
    return following, min(following - start, 2 * length)


# Random histories.


def pick(rng: Random, low: int, high: int) -> int:
    """A number in [low, high], often at its ends."""
    if rng.randrange(5) < 2:
        return clamp(rng.choice([low, low, high, high, low + 1, high - 1]), low, high)
    return rng.randint(low, high)


def percent(rng: Random, low: int, high: int) -> int:
    """A part between two percentages."""
    return pick(rng, low * P // 100, high * P // 100)


class Times:
    """Draws moments and spans for the terms of a history: near it if `lively`, else anywhere in time."""

    def __init__(self, rng: Random, origin: int, length: int, epochs: int, lively: bool) -> None:
        self.rng, self.origin, self.length, self.epochs, self.lively = rng, origin, length, epochs, lively

    def moment(self) -> int:
        """In the past, the present or the future of the history."""
        r, o, span = self.rng, self.origin, self.length * self.epochs
        near = [o, o + r.randint(0, span), o + r.randint(0, span // 4), o - r.randint(0, span), o - self.length]
        far = [0, END, r.getrandbits(r.randint(1, 64)), o + r.randint(0, 1000 * span), o - r.randint(0, o)]
        return clamp(r.choice(near if self.lively else near + far), 0, END)

    def span(self) -> int:
        """A period, at least one millisecond."""
        r, usual = self.rng, self.length
        near = [usual, usual, usual + 1, usual - 1, usual // 7, r.randint(1, 50 * usual), r.randint(1, usual), DAY]
        far = [1, 2, 1000, 365 * DAY, 2**63, END, r.getrandbits(r.randint(1, 64))]
        return clamp(r.choice(near if self.lively else near + far), 1, END)

    def amount(self) -> int:
        """From one unit to 10^21."""
        low = 12 if self.lively else 0
        return pick(self.rng, 10**low, 10 ** self.rng.randint(low + 1, 21))


def random_term(rng: Random, times: Times) -> Json:
    """One term of a random kind."""
    kind, moment, span, amount = rng.choice(list(TERMS)), times.moment(), times.span(), times.amount()
    if kind == "table":
        starts = sorted({times.moment() for _ in range(rng.randint(1, 6))})
        rows = [{"from": at, "amount": rng.choice([0, amount, times.amount(), times.amount()])} for at in starts]
        return {kind: {"rows": rows, "period": span}}
    if kind == "geometric":
        ratio = rng.choice([percent(rng, 0, 100), percent(rng, 80, 99)])
        return {kind: {"start": moment, "first": amount, "ratio": ratio, "period": span, "terms": pick(rng, 1, 128)}}
    if kind == "halving":
        steps = rng.choice([1, 2, rng.randint(1, 100), rng.randint(1, 10**6)])
        return {kind: {"start": moment, "first": amount, "step": span, "steps": steps}}
    if kind == "exponential":
        rate = rng.choice([2**128 // rng.randint(2, 1000), pick(rng, 1, 2 ** rng.randint(1, 128) - 1)])
        return {kind: {"start": moment, "total": amount, "lambda": rate, "period": span}}
    if kind == "remaining":
        return {kind: {"start": moment, "amount": amount, "part": percent(rng, 0, 100), "step": span}}
    begin = min(moment, END - 1)
    end = min(begin + times.span() * rng.choice([1, 1, 30, 300]), END)
    return {kind: {"from": begin, "to": end, "rate": amount, "period": span}}


def random_policy(rng: Random, times: Times) -> Json:
    """A policy within the hard bounds."""
    treasury, contribution = percent(rng, 0, 20), percent(rng, 0, 25)
    security = pick(rng, 0, 70 * P // 100 - treasury - contribution)
    return {
        "burnShare": {job: percent(rng, 1, 50) for job in ("agent", "inference", "training")},
        "kappa": {job: percent(rng, 50, 98) for job in ("agent", "inference", "training")},
        "rho": percent(rng, 0, 50), "remintCapPerDay": percent(rng, 0, 10), "burnEmaEpochs": pick(rng, 3, 60),
        "epochLength": times.length,
        "shares": {"contribution": contribution, "security": security, "treasury": treasury},
        "controller": {
            "target": str(pick(rng, 5 * F // 2, 10 * F)),
            "floor": rng.choice([percent(rng, 10, 100), percent(rng, 10, 30)]),
            "warmUp": rng.choice([0, 0, pick(rng, 0, 20), pick(rng, 0, 200)]),
        },
        "schedule": {"terms": [random_term(rng, times) for _ in range(rng.choice([0, 1, 1, 2, 3, 4, 5, 6, 6]))]},
        "floorPrice": str(pick(rng, 1, 100 * F)),
    }


def make_dusty(rng: Random, policy: Json, origin: int) -> None:
    """So few units, with a gap, that every rounding matters."""
    policy |= {"epochLength": 60_000, "rho": P // 2, "remintCapPerDay": P // 10, "burnEmaEpochs": 3}
    policy["shares"], n = {"contribution": 0, "security": 0, "treasury": 0}, rng.randint(20, 25)
    rows = [(0, 10), (n, 0), (10 * n + rng.randint(0, n // 2), rng.randint(1, 3))]
    rows = [{"from": origin + 1 + at * 60_000, "amount": amount} for at, amount in rows]
    policy["schedule"] = one("table", rows=rows, period=60_000)


def boundaries(term: Json) -> list[int]:
    """The moments at which a term changes."""
    ((kind, x),) = term.items()
    if kind == "table":
        return [row["from"] + k * x["period"] for row in x["rows"] for k in (0, 1)]
    if kind == "taper":
        return [x["from"], x["from"] + x["period"], x["to"]]
    step = x["period"] if "period" in x else x["step"]
    last = {"geometric": x.get("terms"), "halving": x.get("steps"), "remaining": 128, "exponential": 88}[kind]
    return [x["start"] + k * step for k in (0, 1, 2, last, 2 * last)]


def curve(rng: Random, schedule: Json, begin: int, end: int) -> list[list[int]]:
    """About 40 points of Cum: the ends of time, those of the history, boundaries and one beside, and others between."""
    edges = [at + d for term in schedule["terms"] for at in boundaries(term) for d in (-1, 0, 1)]
    edges = sorted({at for at in edges if 0 <= at <= END})
    at = {0, begin, end, END} | set(rng.sample(edges, min(len(edges), 28)))
    while len(at) < 40:
        at.add(rng.choice([rng.randint(begin, end), rng.getrandbits(rng.randint(1, 64))]))
    return [[t, cumulative(schedule, t)] for t in sorted(at)]


def random_input(rng: Random, policy: Json, mood: str, planned: int, elapsed: int) -> Json:
    """What is burned and earned in an epoch."""
    if mood == "idle":
        none = {"work": 0, "contribution": 0, "security": 0}
        return {"burned": 0, "points": none, "expectedBlocks": elapsed // 6000}
    # A net burn at which the multiplier is one.
    around = planned * sum(policy["shares"].values()) // P * int(policy["controller"]["target"]) // F
    burned = {
        "none": 0, "low": planned * rng.randint(0, 20) // 100, "burst": planned * rng.randint(2, 50),
        "track": around * rng.randint(20, 110) // 100, "wave": around * rng.randint(0, 300) // 100,
        "any": rng.randint(0, 10 ** rng.randint(0, 21)),
    }[mood]
    expected = rng.choice([elapsed // 6000] * 16 + [0, 1, 7, rng.getrandbits(32)])
    points = {
        "work": rng.choice([burned * policy["kappa"]["agent"] // P, burned, planned * rng.randint(0, 150) // 100, 0]),
        "contribution": planned * policy["shares"]["contribution"] // P * rng.randint(0, 200) // 100,
        "security": rng.choice([expected, max(0, expected - 1), expected + 1, expected * rng.randint(0, 120) // 100]),
    }
    if mood in ("track", "wave"):
        burned += points["work"]
    return {"burned": sat(burned), "points": {k: sat(v) for k, v in points.items()}, "expectedBlocks": expected}


def history(rng: Random, epochs: int) -> Json:
    """One policy and some epochs under it."""
    length = rng.choice([60_000, 3_600_000, DAY, DAY, 7 * DAY, rng.randint(60_000, 7 * DAY)])
    latest = END - 3 * (epochs + 1) * length
    origin = clamp(rng.choice([0, 0, 0, rng.randint(0, 3650 * DAY), 2**63, rng.getrandbits(64), latest]), 0, latest)
    policy = random_policy(rng, Times(rng, origin, length, epochs, rng.randrange(10) < 7))
    dusty = rng.randrange(15) == 0
    if dusty:
        make_dusty(rng, policy, origin)
        length = policy["epochLength"]
    start, index = origin, rng.choice([0, 0, 0, 80, rng.randint(0, 2**32 - epochs - 1), max(0, 2**32 - epochs)])
    absurd, state, mood, done = rng.randrange(10) == 0, first_state(), "track", []
    if absurd:  # so much that Cum saturates, amid the history if it is far enough from zero
        full = max(0, origin + length * epochs // 2 - MAX // 10**21)
        policy["schedule"]["terms"][:1] = one("table", rows=[{"from": full, "amount": 10**21}], period=1)["terms"]
    for n in range(epochs):
        now = start + length + rng.choice([0, 1, length - 1, rng.randrange(length), rng.randrange(6000)])
        chance = 50 if dusty else rng.randrange(100)
        if chance < 6:  # late, as far as time still lasts for the epochs that follow
            room = (END - start) // length - 3 * (epochs - n)
            now += length * min(rng.choice([1, 2, rng.randint(1, 10), rng.randint(1, 1000)]), max(0, room))
        elif chance == 99:
            now = start + rng.randrange(length)  # nothing has passed
        following, elapsed = grid(start, now, length)
        if rng.randrange(15) == 0:
            mood = rng.choice(["idle", "none", "low", "burst", "track", "track", "track", "wave", "wave", "any"])
        planned = scheduled(policy["schedule"], start, start + elapsed)
        given = {"index": index, "start": start, "elapsed": elapsed}
        given |= random_input(rng, policy, mood, planned, elapsed)
        if absurd and rng.randrange(8) == 0:
            given["burned"] = rng.choice([MAX, MAX - 1, MAX // 2, given["burned"]])
            given["points"][rng.choice(["work", "contribution", "security"])] = MAX
        if dusty:
            given["burned"], given["points"]["work"] = 10**6, MAX
        emission, state = epoch(policy, state, given)
        done.append({"input": given, "emission": emission, "state": state})
        start, index = following, index + 1
    return {"policy": policy, "cumulative": curve(rng, policy["schedule"], origin, start), "epochs": done}


# Published schedules, and the sums against loops.


def self_test() -> None:
    """Numbers that others published, and the closed forms against every payment one by one."""
    zero = date(2019, 12, 31).toordinal()

    def at(year: int, month: int, day: int, second: int = 0) -> int:
        return (date(year, month, day).toordinal() - zero) * DAY + second * 1000

    rows = [(at(2023, 8, 2), 8219178082192), (at(2023, 8, 3), 4098360655738),
            (at(2024, 8, 1, 1), 4109589041096), (at(2025, 8, 1, 1), 2054794520548)]
    helium = one("table", rows=[{"from": f, "amount": a} for f, a in rows], period=DAY)
    for end, amount in ((at(2025, 8, 1), 4109589041096), (at(2025, 8, 1, 1), 2054794520548), (at(2020, 1, 1), 0)):
        assert scheduled(helium, end - DAY, end) == amount
    ends = [at(2024, 8, 2) + k * DAY for k in range(365)]
    assert sum(scheduled(helium, end - DAY, end) for end in ends) == 1500000000000040
    crank = DAY // 2
    flat = one("table", rows=[{"from": 0, "amount": 98000 * 10**8}, {"from": 360 * DAY, "amount": 0}], period=crank)
    assert cumulative(flat, END) == 70560000 * 10**8
    wide = 720 * DAY
    supplement = one("taper", **{"from": 0, "to": wide, "rate": 98000 * 10**8, "period": crank})
    assert cumulative(supplement, END) == sum(98000 * 10**8 * (wide - k * crank) // wide for k in range(1440))
    dimo = one("geometric", start=0, first=1105000 * 52 * F, ratio=850_000_000, period=364 * DAY, terms=40)
    assert cumulative(dimo, END) // F == 382491185
    bitcoin = one("halving", start=0, first=50 * 10**8, step=600_000, steps=210_000)
    assert cumulative(bitcoin, END) == 2099999997690000
    left, two_years = 21000000000000000000 - 16743421533310057487, 730 * DAY + DAY // 2
    polkadot = one("remaining", start=0, amount=left, part=262_800_000, step=two_years)
    assert cumulative(polkadot, two_years) == 1118628821046116892 and cumulative(polkadot, DAY) == 1531319399104882
    finer = 2**39  # total * e^L in units so fine that the difference of two floors has the floor of the difference
    total = 330 * 10**6 * F * finer * (2**128 + 37396273494747879394193016954629) >> 128
    filecoin = one("exponential", start=0, total=total, **{"lambda": 37396271439864487274534522888786}, period=30_000)
    for x, atto in ((0, 36266264293777134739), (5000, 36246341860983438171), (2555000, 27387841182142501307)):
        assert scheduled(filecoin, x * 30_000, (x + 1) * 30_000) // finer == atto

    rng = Random(0)
    for _ in range(300):  # payments one by one
        begin, width, period, rate = (rng.randint(1, top) for top in (50, 90, 20, 1000))
        t, end = rng.randint(0, 200), begin + width
        paid = [x for x in range(begin, t + 1, period)]
        term = one("taper", **{"from": begin, "to": end, "rate": rate, "period": period})
        assert cumulative(term, t) == sum(rate * (end - x) // width for x in paid if x < end)
        starts = sorted(rng.sample(range(100), 3))
        term = one("table", rows=[{"from": s, "amount": rate + s} for s in starts], period=period)
        spans = zip(starts, starts[1:] + [END])
        assert cumulative(term, t) == sum(rate + s for s, e in spans for x in range(s, t + 1, period) if x < e)
    for _ in range(100):  # a schedule gives the same however a span of time is cut
        schedule = random_policy(rng, Times(rng, 10**9, DAY, 100, rng.randrange(2) == 0))["schedule"]
        cuts = sorted(rng.randint(0, 2**rng.randint(1, 64) - 1) for _ in range(30))
        parts = sum(scheduled(schedule, a, b) for a, b in zip(cuts, cuts[1:]))
        assert parts == scheduled(schedule, cuts[0], cuts[-1])
    assert grid(100, 129, 10) == (120, 20) and grid(100, 155, 10) == (150, 20) and grid(100, 109, 10) == (100, 0)
    tripped = first_state() | {"recentMinted": 960}
    assert breaker(tripped, DAY // 2, 100, [30, 20, 10, 1]) == ([9, 6, 3, 0], 498, 100)
    assert breaker(first_state(), DAY, 100, [MAX // 2] * 3 + [1])[0] == [249, 249, 2, 0]


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(description="Random histories of the emission, one JSON object a line.")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--histories", type=int, default=40)
    options.add_argument("--epochs", type=int, default=300)
    options.add_argument("--self-test", action="store_true")
    given = options.parse_args()
    if given.self_test:
        self_test()
        print("the model reproduces what is published", file=sys.stderr)
        return
    rng = Random(given.seed)
    for _ in range(given.histories):
        print(json.dumps(history(rng, given.epochs), separators=(",", ":")))


if __name__ == "__main__":
    main()
