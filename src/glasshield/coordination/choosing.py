"""One choice for each object, exactly the best under magazines, by several aims in their order.

A choice costs interceptors of batteries. What no magazine limits is chosen object by object. The
rest is read from a table where that is small (`choosing_table`). Else it is an integer programme
for HiGHS: its relaxation is solved for one aim after the other, each time only on the face on which
all aims before it are least; where that face holds a whole plan, the plan is the best, since no
plan is better than the relaxation. Where it holds none, whole plans are sought for each aim in
turn. All numbers are whole, so that an answer is checked to the last digit.

Source: Huangfu and Hall 2018, Mathematical Programming Computation 10, 119-142, for HiGHS;
Schrijver 1986, Theory of Linear and Integer Programming, section 7.9, for faces by complementary
slackness.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from glasshield.coordination import choosing_table
from glasshield.errors import NumericalError

_OPTIMAL: Final = 0
_INFEASIBLE: Final = 2
_NEAR: Final = 1e-6  # of duals and reduced costs, for aims of up to a thousand
_FIRST_SHARE: Final = 0.01  # of the largest aim: by how much a whole plan may be worse, at first
_TABLE_WORK: Final = 500_000  # sums in a table that take no longer than the solver


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen.

    Attributes:
        object: of each choice, the number of its object.
        uses: how many interceptors of each battery it takes.
        aims: of each choice, what it adds to each aim; each aim is to be least, the first above
            all.
    """

    object: Int[np.ndarray, "c"]
    uses: Int[np.ndarray, "c s"]
    aims: Int[np.ndarray, "c a"]


def choose(choices: Choices, magazine: Int[np.ndarray, "s"]) -> Int[np.ndarray, "m"]:
    """The choices of the best plan: at most one for each object, within all magazines.

    Args:
        choices: among which. Not to choose for an object adds nothing to any aim.
        magazine: interceptors of each battery.

    Raises:
        NumericalError: the solver found no answer that can be checked.
    """
    fits = (choices.uses <= magazine).all(axis=1)
    scarce = _demand(choices, np.asarray(fits)) > magazine
    bound = np.zeros(choices.object.max(initial=-1) + 1, dtype=bool)
    bound[choices.object[fits & (choices.uses[:, scarce] > 0).any(axis=1)]] = True
    alone = np.flatnonzero(fits & ~bound[choices.object])
    rest = np.flatnonzero(fits & bound[choices.object])
    chosen = [_best_alone(choices, alone)]
    if len(rest):
        part = Choices(choices.object[rest], choices.uses[rest][:, scarce], choices.aims[rest])
        chosen.append(rest[_solved(part, magazine[scarce])])
    return np.sort(np.concatenate(chosen))


def _demand(choices: Choices, fits: Bool[np.ndarray, "c"]) -> Int[np.ndarray, "s"]:
    """The most interceptors that all objects together could take of each battery."""
    most = np.zeros((choices.object.max(initial=-1) + 1, choices.uses.shape[1]), dtype=int)
    np.maximum.at(most, choices.object[fits], choices.uses[fits])
    demand: Int[np.ndarray, "s"] = most.sum(axis=0)
    return demand


def _best_alone(choices: Choices, among: Int[np.ndarray, "k"]) -> Int[np.ndarray, "m"]:
    """The best choice of each object, by all aims in their order; none that is worse than none."""
    aims = choices.aims[among]
    order = among[np.lexsort((*aims.T[::-1], choices.object[among]))]
    _, first = np.unique(choices.object[order], return_index=True)
    best = order[first]
    better = [tuple(row) < (0,) * aims.shape[1] for row in choices.aims[best].tolist()]
    return best[np.array(better, dtype=bool)]


def _solved(choices: Choices, magazine: Int[np.ndarray, "s"]) -> Int[np.ndarray, "m"]:
    """The best choices where magazines bind."""
    cost = None
    if choosing_table.entries(magazine) * len(choices.object) <= _TABLE_WORK:
        cost = choosing_table.costs(choices.object, choices.aims)
    if cost is None:
        taken = _programmed(choices, magazine)
    else:
        taken = choosing_table.best(choices.object, choices.uses, cost, magazine)
    if (choices.uses[taken].sum(axis=0) > magazine).any():
        raise NumericalError("the plan takes more interceptors than there are")
    return taken


def _programmed(choices: Choices, magazine: Int[np.ndarray, "s"]) -> Int[np.ndarray, "m"]:
    """The best choices by an integer programme."""
    limits = _Limits.of(choices, magazine)
    face = _face(choices.aims, limits)
    taken = _whole(choices.aims[:, -1], face)
    if taken is None or not np.array_equal(choices.aims[taken].sum(axis=0), face.reached):
        taken = _aim_by_aim(choices.aims, limits)
    return taken


@dataclass(frozen=True, slots=True)
class _Limits:
    """What a plan keeps to.

    Attributes:
        rows: of each limit, what each choice takes of it.
        most: what there is.
        is_tight: which limits are to be used up.
        column: the choices that are left.
        reached: of the aims that are settled, their least sums.
    """

    rows: csr_array
    most: Float[np.ndarray, "r"]
    is_tight: Bool[np.ndarray, "r"]
    column: Int[np.ndarray, "k"]
    reached: tuple[int, ...] = ()

    @classmethod
    def of(cls, choices: Choices, magazine: Int[np.ndarray, "s"]) -> _Limits:
        """One choice for each object, and the magazines."""
        count = len(choices.object)
        names, row = np.unique(choices.object, return_inverse=True)
        once = csr_array((np.ones(count), (row, np.arange(count))))
        rows = vstack((once, csr_array(choices.uses.T.astype(float))), format="csr")
        most = np.concatenate((np.ones(len(names)), magazine.astype(float)))
        return cls(rows, most, np.zeros(len(most), dtype=bool), np.arange(count))


def _face(aims: Int[np.ndarray, "c a"], limits: _Limits) -> _Limits:
    """Choices and limits of the face on which the relaxation has all aims least."""
    face = limits
    for aim in aims.T:
        face, _ = _narrowed(aim, face)
    return face


def _narrowed(
    aim: Int[np.ndarray, "c"], limits: _Limits
) -> tuple[_Limits, tuple[float, Float[np.ndarray, "k"]]]:
    """The face on which an aim is least, with that least sum and the reduced costs."""
    cost = aim[limits.column].astype(float)
    rows, tight = limits.rows[:, limits.column], limits.is_tight
    answer = linprog(
        cost,
        A_ub=rows[~tight],
        b_ub=limits.most[~tight],
        A_eq=rows[tight],
        b_eq=limits.most[tight],
        bounds=(0.0, None),
        method="highs-ipm",
    )
    if answer.status != _OPTIMAL:
        raise NumericalError("the solver found no plan", got=answer.message)
    dual = np.zeros(len(tight))
    dual[~tight], dual[tight] = answer.ineqlin.marginals, answer.eqlin.marginals
    reduced = cost - rows.T @ dual
    near = _NEAR * max(1.0, np.abs(cost).max(initial=0.0) / 1e3)
    face = _Limits(
        limits.rows,
        limits.most,
        tight | (dual < -near),
        limits.column[reduced <= near],
        (*limits.reached, round(answer.fun)),
    )
    return face, (answer.fun, reduced)


def _whole(aim: Int[np.ndarray, "c"], limits: _Limits) -> Int[np.ndarray, "m"] | None:
    """The choices of a whole plan within limits that has an aim least; None where there is none."""
    lower = np.where(limits.is_tight, limits.most, -np.inf)
    answer = milp(
        aim[limits.column].astype(float),
        integrality=np.ones(len(limits.column)),
        bounds=Bounds(0.0, 1.0),
        constraints=LinearConstraint(limits.rows[:, limits.column], lower, limits.most),
        options={"mip_rel_gap": 0.0},
    )
    if answer.status == _INFEASIBLE:
        return None
    if answer.status != _OPTIMAL:
        raise NumericalError("the solver found no plan", got=answer.message)
    return limits.column[np.rint(answer.x) == 1.0]


def _aim_by_aim(aims: Int[np.ndarray, "c a"], limits: _Limits) -> Int[np.ndarray, "m"]:
    """The best choices where the relaxation does better than any whole plan."""
    taken = np.empty(0, dtype=int)
    for aim in aims.T:
        face, relaxed = _narrowed(aim, limits)
        held = _whole(aim, face)
        if held is not None and int(aim[held].sum()) == face.reached[-1]:
            limits, taken = face, held
        else:
            limits, taken = _settled(aim, limits, relaxed)
    return taken


def _settled(
    aim: Int[np.ndarray, "c"], limits: _Limits, relaxed: tuple[float, Float[np.ndarray, "k"]]
) -> tuple[_Limits, Int[np.ndarray, "m"]]:
    """The limits within which whole plans have an aim least, and such a plan.

    Args:
        aim: to be least.
        limits: to be kept to.
        relaxed: the least sum and the reduced costs of the relaxation.
    """
    least, reduced = relaxed
    slack = _FIRST_SHARE * float(np.abs(aim).max())
    while True:
        # What a choice costs more than the relaxation, a plan with that choice does, too.
        near = replace(limits, column=limits.column[reduced <= slack])
        taken = _whole(aim, near)
        worse = np.inf if taken is None else float(aim[taken].sum()) - least
        is_all = len(near.column) == len(limits.column)
        if taken is not None and (is_all or worse <= slack):
            break
        if is_all:
            raise NumericalError("the solver found no plan where there is one")
        slack = min(worse, 4.0 * slack + 1.0)
    reached = int(aim[taken].sum())
    settled = _Limits(
        rows=vstack((limits.rows, csr_array(aim[None].astype(float))), format="csr"),
        most=np.append(limits.most, float(reached)),
        is_tight=np.append(limits.is_tight, True),
        column=limits.column[reduced <= worse + 0.5],
        reached=(*limits.reached, reached),
    )
    return settled, taken
