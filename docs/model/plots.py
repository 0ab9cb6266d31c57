"""The plots of economics.md, and every number that it cites, computed by the reference model.

Standard library only, and the same bytes each time:

    python3 docs/model/plots.py

writes docs/plots/*.svg and prints the numbers. The chain here has a thousand million tokens at genesis and the default
policy with epochs of a day; every amount of tokens is in proportion to that genesis.
"""

import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.dont_write_bytecode = True  # No folder of it beside the model.
from model import DAY, END, MAX, F, Json, P, cumulative, epoch, first_state, one, scheduled

OUT = Path(__file__).parent.parent / "plots"
TOKEN = 10**12
GENESIS = 10**9 * TOKEN
LIFETIME_CAP = 10**9 * TOKEN
YEAR = 365 * DAY
BLOCKS = DAY // 6000
KAPPA = 95 * P // 100
TARGET = 5 * F // 2
WARM_UP = 90
SETTLED = WARM_UP + 90  # By then neither the floor nor an average moves.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#a64d79", "#6b5b00"]
INK, FAINT, BAND = "#222222", "#dddddd", "#e3eef7"


# The chain: the default policy, and epochs of a constant use under it.


def default_policy() -> Json:
    """The defaults of the chain's own code, for an agent or inference job where classes differ."""
    return {
        "rho": P // 10, "remintCapPerDay": P // 20, "burnEmaEpochs": 7, "epochLength": DAY,
        "shares": {"contribution": P // 4, "security": P // 5, "treasury": P // 20},
        "controller": {"target": str(TARGET), "floor": P // 4, "warmUp": WARM_UP},
        "schedule": one("geometric", start=0, first=GENESIS // 20, ratio=85 * P // 100, period=YEAR, terms=128),
    }


class Day(NamedTuple):
    """An epoch: its multiplier, all it minted, the Work part of that, and what of Work came back from the burn."""

    multiplier: int
    minted: int
    work: int
    reminted: int


def days(burned: int, count: int, contribution: int = MAX) -> list[Day]:
    """Epochs of a day in which so much is burned, all blocks are authored and the Contribution pool is earned."""
    policy, state, done = default_policy(), first_state(), []
    for index in range(count):
        points = {"work": KAPPA * burned // P, "contribution": contribution, "security": BLOCKS}
        given = {"index": index, "start": index * DAY, "elapsed": DAY, "burned": burned, "points": points}
        emission, state = epoch(policy, state, given | {"expectedBlocks": BLOCKS})
        minted = sum(emission["minted"].values()) + emission["treasury"]
        done.append(Day(emission["multiplier"], minted, emission["minted"]["work"], emission["reminted"]))
    return done


def washed(pool: float, size: float) -> float:
    """What a wash of `size` gets back of each token it burns, where honest use burns one and Work may mint `pool`."""
    unit = 10**18
    honest, wash, budget = unit, int(size * unit), int(pool * unit)
    schedule = one("table", rows=[{"from": 1, "amount": 2 * budget}], period=DAY)  # Work's half of which is the pool
    policy = default_policy() | {"rho": 0, "schedule": schedule}
    points = {"work": KAPPA * (honest + wash) // P, "contribution": 0, "security": 0}
    given = {"index": 0, "start": 0, "elapsed": DAY, "burned": honest + wash, "points": points, "expectedBlocks": 0}
    emission, _ = epoch(policy, first_state(), given)
    mine = emission["minted"]["work"] * (KAPPA * wash // P) // points["work"]
    return float(mine / wash)


def uncapped(pool: float, size: float) -> float:
    """The same, where the whole pool is shared in proportion to the burn."""
    return pool / (1 + size)


def first_day() -> int:
    """What is scheduled for a day of the first year."""
    return scheduled(default_policy()["schedule"], 0, DAY)


# Drawing.

Point = tuple[float, float]
Place = tuple[int, int, int, int]  # left, top, width, height


class Panel:
    """Axes in a picture: a place, and the ranges of both axes."""

    def __init__(self, place: Place, x: Point, y: Point, log: bool = False) -> None:
        self.left, self.top, self.width, self.height = place
        self.ranges, self.log = (x, y), log
        self.parts: list[str] = []

    def at(self, x: float, y: float) -> Point:
        """Where a point lies in the picture."""

        def part(value: float, low: float, high: float) -> float:
            if self.log:
                value, low, high = math.log(value), math.log(low), math.log(high)
            return (value - low) / (high - low)

        across, up = part(x, *self.ranges[0]), part(y, *self.ranges[1])
        return self.left + across * self.width, self.top + (1 - up) * self.height

    def text(self, x: float, y: float, text: str, anchor: str = "start", colour: str = INK, more: str = "") -> None:
        """Text at a place of the picture."""
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{more}>{text}</text>')

    def rule(self, a: Point, b: Point, colour: str, more: str = "") -> None:
        """A straight line between two points of the axes."""
        (x1, y1), (x2, y2) = self.at(*a), self.at(*b)
        self.parts.append(f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{colour}"{more}/>')

    def axes(self, xs: Sequence[float], ys: Sequence[float], x_name: str, y_name: str) -> None:
        """Grid, ticks and names. Without a name the horizontal axis has no numbers."""
        (x0, x1), (y0, _) = self.ranges
        for y in ys:
            self.rule((x0, y), (x1, y), FAINT)
            px, py = self.at(x0, y)
            self.text(px - 7, py + 4, f"{y:g}", "end")
        for x in xs:
            px, py = self.at(x, y0)
            self.parts.append(f'<path d="M{px:.1f} {py:.1f}v5" stroke="{INK}"/>')
            if x_name:
                self.text(px, py + 18, f"{x:g}", "middle")
        self.rule((x0, y0), (x1, y0), INK)
        if x_name:
            self.text(self.left + self.width / 2, self.top + self.height + 38, x_name, "middle")
        self.text(self.left - 60, self.top - 12, y_name)

    def band(self, low: float, high: float) -> None:
        """A shaded range of the vertical axis."""
        x, top = self.at(self.ranges[0][0], high)
        _, bottom = self.at(self.ranges[0][0], low)
        size = f'width="{self.width}" height="{bottom - top:.1f}"'
        self.parts.append(f'<rect x="{x:.1f}" y="{top:.1f}" {size} fill="{BAND}"/>')

    def line(self, points: Sequence[Point], colour: str, more: str = "") -> None:
        """A curve."""
        d = "L".join(f"{x:.1f} {y:.1f}" for x, y in (self.at(*point) for point in points))
        self.parts.append(f'<path d="M{d}" stroke="{colour}" stroke-width="2" stroke-linejoin="round"{more}/>')

    def ends(self, labels: list[tuple[float, str, str]]) -> None:
        """Labels right of the curves, each at its height, moved apart where they would touch."""
        last = -math.inf
        for y, text, colour in sorted(labels, reverse=True):
            x, py = self.at(self.ranges[0][1], y)
            last = max(py + 4, last + 15)
            self.text(x + 7, last, text, colour=colour)


def picture(name: str, title: str, height: int, panels: list[Panel]) -> None:
    """Write panels as a picture on white."""
    body = "\n".join(part for panel in panels for part in panel.parts)
    (OUT / f"{name}.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {height}" width="760" height="{height}" '
        f'role="img" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="none">\n<title>{title}</title>\n'
        f'<rect width="760" height="{height}" fill="#ffffff"/>\n'
        f'<text x="20" y="26" fill="{INK}" font-size="15" font-weight="bold">{title}</text>\n{body}\n</svg>\n'
    )


# The plots.


def plot_schedule() -> None:
    """The default schedule: by the day, and in all."""
    schedule, millions = default_policy()["schedule"], 10**6 * TOKEN
    a_day = [scheduled(schedule, year * YEAR, year * YEAR + DAY) / TOKEN / 1000 for year in range(15)]
    steps = [(year + side, amount) for year, amount in enumerate(a_day) for side in (0, 1)]
    total = [(n / 20, cumulative(schedule, n * YEAR // 20) / millions) for n in range(301)]
    years = list(range(16))
    daily = Panel((80, 76, 640, 150), (0, 15), (0, 150))
    daily.axes(years, [0, 50, 100, 150], "", "thousand BME a day")
    daily.line(steps, COLOURS[0])
    daily.text(*daily.at(1.2, a_day[0] - 2), f"{a_day[0]:.1f} in year 1, then 15 % less each year", colour=COLOURS[0])
    whole = Panel((80, 276, 640, 150), (0, 15), (0, 400))
    whole.axes(years, [0, 100, 200, 300, 400], "years since genesis", "million BME in all")
    ever = cumulative(schedule, END) / millions
    whole.rule((0, ever), (15, ever), COLOURS[1], ' stroke-dasharray="5 4"')
    whole.line(total, COLOURS[0])
    whole.text(*whole.at(0.15, ever + 15), f"for ever: {ever:.1f}", colour=COLOURS[1])
    picture("schedule", "The default schedule, if genesis issued 1,000 million BME", 480, [daily, whole])
    print("schedule: year, BME in it, BME a day, BME until its end")
    for year in (1, 2, 3, 5, 10, 15):
        start = (year - 1) * YEAR
        parts = [scheduled(schedule, start, start + span) for span in (YEAR, DAY)]
        parts.append(cumulative(schedule, start + YEAR))
        print(f"  {year:2}", *(f"{part / TOKEN:18,.3f}" for part in parts))
    print(f"  for ever {ever * 10**6:,.0f}; the cap leaves {(LIFETIME_CAP / TOKEN) - ever * 10**6:,.0f}")


def plot_supply() -> None:
    """The supply over five years of constant burn."""
    a_day, panel = first_day(), Panel((80, 76, 530, 290), (0, 5), (780, 1040))
    panel.axes(list(range(6)), list(range(780, 1041, 20)), "years since genesis", "million BME in existence")
    panel.rule((0, 1000), (5, 1000), "#888888")
    labels = []
    print("supply: burn in parts of the first day's schedule, million BME after 1 and after 5 years, and the highest")
    for tenths, colour in zip((3, 6, 10, 13), COLOURS):
        burned, supply = a_day * tenths // 10, [GENESIS]
        for day in days(burned, 5 * 365):
            supply.append(supply[-1] + day.minted - burned)
        curve = [s / TOKEN / 10**6 for s in supply]
        panel.line([(n / 365, curve[n]) for n in range(0, len(curve), 5)], colour)
        labels.append((curve[-1], f"burn {tenths / 10:.1f}: {curve[-1]:,.0f}", colour))
        print(f"  {tenths / 10}  {curve[365]:.3f}  {curve[-1]:.3f}  {max(curve):.3f} on day {curve.index(max(curve))}")
    panel.ends(labels)
    picture("supply", "Supply under a constant burn, in parts of the schedule of year 1", 420, [panel])


def plot_controller() -> None:
    """The multiplier of constant burns, and what is minted by burn once it has settled."""
    a_day, first, last = first_day(), WARM_UP - 5, WARM_UP + 60
    upper = Panel((80, 76, 520, 180), (first, last), (0, 1.1))
    upper.band(0.25, 1)
    epochs = [first, *range(WARM_UP, last + 1, 10)]
    upper.axes(epochs, [0, 0.25, 0.5, 0.75, 1], "epoch", "multiplier m, shaded where it can be")
    labels = []
    print("controller: constant burn in parts of the schedule, and the multiplier after 60 epochs")
    for burn, colour in zip((25, 15, 10, 1), COLOURS):
        done = days(a_day * burn, last + 1)
        upper.line([(n, done[n].multiplier / F) for n in range(first, last + 1)], colour)
        name = "burn 0.3 to 1" if burn == 1 else f"burn {burn}"
        labels.append((done[-1].multiplier / F, f"{name}: m {done[-1].multiplier / F:.2f}", colour))
    upper.ends(labels)
    for hundredths in (0, 30, 60, 100, 500, 625, 650, 1000, 1500, 2500):
        done = days(a_day * hundredths // 100, last + 1)
        floor = next((n for n in range(last) if done[n].multiplier == F // 4), None)
        print(f"  {hundredths / 100:5}  {done[-1].multiplier / F:.4f}  at its floor from epoch {floor}")

    lower = Panel((80, 346, 520, 220), (0, 1.4), (0, 1.4))
    ticks = [n / 5 for n in range(8)]
    lower.axes(ticks, ticks, "burned, in parts of the schedule", "minted, in parts of the schedule")
    lower.rule((0, 0), (1.4, 1.4), INK, ' stroke-dasharray="5 4"')
    lower.text(*lower.at(1.2, 1.24), "minted = burned", "end")
    burns = [n / 100 for n in range(141)]
    shown = [(WARM_UP, COLOURS[1], "in the first 90 epochs"), (SETTLED, COLOURS[0], "afterwards")]
    labels = []
    for count, colour, name in shown:
        total = [(burn, days(int(a_day * burn), count)[-1].minted / a_day) for burn in burns]
        lower.line(total, colour)
        labels.append((total[-1][1], name, colour))
        meets = balanced(count, MAX) / a_day
        x, y = lower.at(meets, meets)
        lower.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{colour}"/>')
        lower.text(x - 4, y - 9, f"B* {meets:.3f}", "end", colour)
    work = [(burn, days(int(a_day * burn), SETTLED)[-1].work / a_day) for burn in burns]
    lower.line(work, COLOURS[0], ' stroke-dasharray="2 4"')
    labels.append((work[-1][1], "of it Work", COLOURS[0]))
    lower.ends(labels)
    picture("controller", "The multiplier under a constant burn, and what is minted by burn", 615, [upper, lower])


def plot_wash() -> None:
    """What a washer gets back."""
    panel = Panel((80, 76, 490, 300), (0.1, 100), (0.1, 100), log=True)
    ticks = [0.1, 0.3, 1, 3, 10, 30, 100]
    panel.axes(ticks, ticks, "pool / honest burn", "tokens back for each token burned in a wash job")
    panel.rule((0.1, 1), (100, 1), INK, ' stroke-dasharray="5 4"')
    panel.text(*panel.at(0.105, 1.1), "above it, a wash pays")
    pools = [10 ** (n / 20 - 1) for n in range(61)]
    panel.line([(x, uncapped(x, 0.01)) for x in pools], COLOURS[1])
    best = [(x, uncapped(x, math.sqrt(x) - 1)) for x in pools if math.sqrt(x) > 1.01]
    panel.line(best, COLOURS[1], ' stroke-dasharray="7 4"')
    here = [(x, washed(x, 0.01)) for x in pools]
    panel.line(here, COLOURS[0])
    panel.text(580, 80, "shared without a cap,", colour=COLOURS[1])
    panel.text(580, 96, "a small wash", colour=COLOURS[1])
    y = panel.at(100, best[-1][1])[1]
    panel.text(580, y, "shared without a cap,", colour=COLOURS[1])
    panel.text(580, y + 16, "the wash that earns most", colour=COLOURS[1])
    y = panel.at(100, here[-1][1])[1]
    panel.text(580, y + 8, f"here: never above {KAPPA / P:.2f}", colour=COLOURS[0])
    picture("wash", "What a wash brings back, by the size of the pool", 430, [panel])
    print("wash: pool; back for a token here, without a cap if small, if it earns most; its size and profit")
    for x in (0.5, 1, 2, 4, 10, 100):
        size = max(math.sqrt(x) - 1, 0.01)
        parts = uncapped(x, 0.01), uncapped(x, size), size, size * (uncapped(x, size) - 1)
        print(f"  {x:5} {washed(x, 0.01):.6f}", *(f"{part:.3f}" for part in parts))
    print(f"  here at most {max(washed(x, size) for x in pools for size in (0.01, 0.1, 1, 10)):.9f}")


# The numbers of the text that no plot shows.


def job() -> None:
    """The example of a job, rounded as the chain rounds."""
    price, used = 10_000_000, 480_000_000_000_000_000
    value = -(-price * 20 // 100)
    burned = -(-value * 10**6 * F // used)
    earned = KAPPA * burned // P
    print(f"job: fiat {(price - value) / 10**6:.2f}, burned {amount(burned)}, earns at most {amount(earned)}")


def amount(units: int) -> str:
    """Tokens with every decimal."""
    return f"{units // TOKEN}.{units % TOKEN:012}"


def balanced(count: int, contribution: int) -> int:
    """The constant burn that the last of so many epochs mints."""
    low, high = 0, 2 * first_day()
    while high - low > 1:
        burned = (low + high) // 2
        low, high = (burned, high) if days(burned, count, contribution)[-1].minted > burned else (low, burned)
    return low


def equilibrium() -> None:
    """Where burn equals mint, and what is minted without any use."""
    a_day = first_day()
    for contribution, name in ((MAX, "all of Contribution earned"), (0, "no Contribution")):
        for count, when in ((WARM_UP, "first 90 epochs"), (SETTLED, "afterwards")):
            burned = balanced(count, contribution)
            day, idle = days(burned, count, contribution)[-1], days(0, count, contribution)[-1]
            others = day.minted - day.work
            print(f"equilibrium, {name}, {when}: in parts of the schedule")
            parts = {"B*": burned, "A": others, "W": day.work, "re-minted of it": day.reminted}
            print("  " + ", ".join(f"{part} {units / a_day:.4f}" for part, units in parts.items()))
            bound = KAPPA / (P - KAPPA) * others / a_day
            print(f"  kappa A / (1 - kappa) {bound:.4f}; Work is {day.work / burned:.4f} of B*")
            print(f"  B* is {burned / TOKEN:,.0f} BME a day: at 0.50 USD, jobs of {burned / TOKEN * 2.5:,.0f} USD")
            print(f"  unused: minted {idle.minted / a_day:.4f}, in a year {idle.minted * 365 / GENESIS:.3%} of genesis")
    burns = {percent: a_day * percent // 100 for percent in range(1, 121)}
    whole = [n for n, burned in burns.items() if days(burned, SETTLED)[-1].work == KAPPA * burned // P]
    print(f"entitlements are minted whole up to {whole[-1]} % of the schedule")
    for kappa, rho, target in ((0.95, 0.1, 2.5), (0.9, 0.1, 2.5), (0.98, 0.5, 2.5)):
        most = kappa + (rho + 1 / target) * (1 - kappa)
        print(f"minted because of a token burned, kappa {kappa}, rho {rho}, target {target}: at most {most:.4f}")
    at_floor = a_day // 4 / 4 / TOKEN
    print(f"Contribution in year 1 at most {a_day // 4 / TOKEN:,.0f} BME a day, {at_floor:,.0f} at the floor")


def main() -> None:
    """Everything."""
    OUT.mkdir(exist_ok=True)
    for draw in (job, plot_schedule, plot_supply, plot_controller, plot_wash, equilibrium):
        draw()


if __name__ == "__main__":
    main()
