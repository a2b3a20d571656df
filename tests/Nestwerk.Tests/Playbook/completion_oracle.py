"""Answers the cases of "fill it up" with a general solver for integer programs (scipy's milp).

Reads {"cases": [...]} as JSON and writes {"all": [{"rule", "steps", "scores"}], "seconds": [...]}: the answers, and how long
each program took, the building of it left out. It follows the promise in words, not the code: only the sets that ours found
come in, so that it knows what the next one must differ from.
"""
import json
import sys
import time

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

PILLARS = ("know", "do", "feel")
TIMES = []


def up(minutes):
    return -(-minutes // 5) * 5


def fits(recipe, group):
    if group is None or recipe == group:
        return True
    if recipe == "Both":
        return group != "Professionals"
    return group == "Both" and recipe != "Professionals"


def allowed(case, each, slack):
    people, offered = case["people"], case["offered"]
    return (
        not each["used"]
        and sum(each[p] for p in PILLARS) > 0
        and fits(each["audience"], case["audience"])
        and (offered is None or set(each["settings"]) <= set(offered))
        and (people is None or each["min"] - slack <= people <= each["max"] + slack)
    )


def solve(case, rule, steps, earlier):
    """The best (distance, done before) under one relaxation; None when nothing does."""
    slack = steps if rule == "GroupSize" else 0
    book = [i for i, each in enumerate(case["book"]) if allowed(case, each, slack)]
    n, goals = len(book), case["goals"]
    if n == 0 or case["most"] == 0:
        return None
    rows, low, high = [], [], []

    # The unknowns: each recipe, each goal, the distance.
    def need(recipes, at_least=-np.inf, at_most=np.inf, goal=None, distance=0):
        row = np.zeros(n + len(goals) + 1)
        row[:n] = recipes
        if goal is not None:
            row[n:-1] = goal
        row[-1] = distance
        rows.append(row)
        low.append(at_least)
        high.append(at_most)

    units = {p: np.array([up(case["book"][i][p]) for i in book], float) for p in PILLARS}
    placed = {p: up(case[p]) for p in PILLARS}
    every = sum(units.values())
    stands = sum(placed.values())
    total = stands + up(case["other"])
    more = 5 * steps if rule == "Length" else 0
    first, last = (case["fewest"], case["longest"]) if case["wanted"] is None else (case["wanted"] - 5, case["wanted"] + 5)
    target = (case["fewest"] + case["longest"]) // 2 if case["wanted"] is None else case["wanted"]
    need(every, first - more - total, min(last + more, case["limit"]) - total)
    need(np.ones(n), 1, case["most"])
    if case["ruled"]:
        points = 5 * steps if rule == "Band" else 0
        least = max(case["light"], case["from"] - points)
        most = min(case["heavy"], case["to"] + points)
        for p in PILLARS:
            need(100 * units[p] - least * every, at_least=least * stands - 100 * placed[p])
            need(100 * units[p] - most * every, at_most=most * stands - 100 * placed[p])
    for place, goal in enumerate(goals):
        works = np.array([goal in case["book"][i]["goals"] for i in book], float)
        need(works, at_least=0, goal=-np.eye(len(goals))[place])
    if goals:
        need(np.zeros(n), len(goals) - (steps if rule == "Goals" else 0), goal=np.ones(len(goals)))
    for other in earlier:
        need(np.array([1.0 if i in other else -1.0 for i in book]), at_most=0)
    need(every, at_most=target - total, distance=-1)
    need(every, at_least=target - total, distance=1)
    done = np.array([float(case["book"][i]["done"]) for i in book])
    cost = np.concatenate([done, np.zeros(len(goals)), [case["most"] + 1]])
    whole = np.concatenate([np.ones(n + len(goals)), [0]])
    bounds = Bounds(0, np.concatenate([np.ones(n + len(goals)), [np.inf]]))
    begin = time.perf_counter()
    found = milp(cost, integrality=whole, bounds=bounds, constraints=LinearConstraint(np.array(rows), low, high), options={"mip_rel_gap": 0})
    TIMES.append(time.perf_counter() - begin)
    if found.status == 2:
        return None
    if found.status != 0:
        raise RuntimeError(found.message)
    chosen = np.round(found.x[:n])
    return [int(abs(total + every @ chosen - target)), int(done @ chosen)]


def relaxations(case):
    most = {
        "Length": 2,
        "Band": 20 if case["ruled"] else 0,
        "Goals": len(case["goals"]),
        "GroupSize": 0 if case["people"] is None else 4,
    }
    yield "None", 0
    for steps in range(1, 21):
        for rule, limit in most.items():
            points = 5 * (steps - 1)
            wide = case["from"] - points <= case["light"] and case["to"] + points >= case["heavy"]
            if steps <= limit and not (rule == "Band" and wide):
                yield rule, steps


def answer(case):
    for rule, steps in relaxations(case):
        best = solve(case, rule, steps, [])
        if best is None:
            continue
        scores = [best]
        for place in range(1, min(3, len(case["found"]) + 1)):
            best = solve(case, rule, steps, [set(other) for other in case["found"][:place]])
            if best is None:
                break
            scores.append(best)
        return {"rule": rule, "steps": steps, "scores": scores}
    return {"rule": "None", "steps": 0, "scores": []}


answers = [answer(case) for case in json.load(sys.stdin)["cases"]]
json.dump({"all": answers, "seconds": TIMES}, sys.stdout)
