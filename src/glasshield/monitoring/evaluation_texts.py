"""What an evaluation takes for granted and what it warns of, in both languages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from glasshield.assurance.document import Text
from glasshield.catalog.announced import AreaRole
from glasshield.monitoring.areas import contains
from glasshield.monitoring.carried import Carried
from glasshield.monitoring.document import BiasRow, FitRow
from glasshield.monitoring.measuring import End, Measurement
from glasshield.monitoring.rehearsal import guest_of
from glasshield.monitoring.unseen import Seen

_LEAST_FIT_P: Final = 1e-3
_LATE_SIGHT_S: Final = 5.0
_MOST_SIGMAS: Final = 3.0  # of a stated deviation, beyond which a bias is remarkable

WHY_LEAST: Final = (
    Text(
        en="The vehicle is at least so fast: this is what it did, at the lower end of the 95 % "
        "interval. Nothing that radars see says how fast it could have been at most.",
        ru="Ракета не медленнее: столько она показала в этом полёте (нижний край 95-процентного "
        "интервала). Ничто из видимого радарами не говорит, какова её наибольшая скорость.",
    ),
    Text(
        en="A motor stopped early, a payload heavier than in service, or a path that wastes energy "
        "all look like a slower vehicle.",
        ru="Досрочная отсечка двигателя, груз тяжелее боевого или невыгодная по энергии траектория "
        "выглядят так же, как более медленная ракета.",
    ),
)


def assumptions(found: Measurement, carried: Carried) -> tuple[Text, ...]:
    """What an evaluation takes for granted."""
    return (_kinematic(found), _liftoff(found), _errors(), _free(), _reference(carried), _noise())


def warnings(
    found: Measurement, seen: Sequence[Seen], fit: FitRow, biases: Sequence[BiasRow]
) -> tuple[Text, ...]:
    """What whoever reads an evaluation has to mind."""
    return (
        *_in_hazard(found, seen),
        *_strangers(found, seen),
        *_idle(found, seen),
        *_uncounted(found),
        *_unended(found),
        *_badly_fitted(found, fit),
        *_large_biases(biases),
    )


def _kinematic(found: Measurement) -> Text:
    before = found.problem.beforehand
    low, high = (before.burn_s * math.exp(s * 1.96 * before.burn_log_sigma) for s in (-1.0, 1.0))
    return Text(
        en="Nothing that is stated of the vehicle enters the measurement. Beforehand the speed "
        f"that its motors give is taken to be zero to {1e-3 * before.gain_m_s:.0f} km/s in each "
        "component, the sensed acceleration to be smooth within a burn, and the burns to last "
        f"{low:.3g} to {high:.3g} s together.",
        ru="В измерение не входит ничего из заявленного о ракете. Заранее принято лишь, что "
        "прирост скорости по каждой оси — ноль с отклонением "
        f"{1e-3 * before.gain_m_s:.0f}\u00a0км/с, "
        "кажущееся ускорение плавно в пределах одного включения, а работа двигателей длится "
        f"{_ru(low)}–{_ru(high)}\u00a0с.",
    )


def _ru(number: float) -> str:
    return _comma(f"{number:.3g}")


def _comma(number: str) -> str:
    """A number as Russian writes it."""
    return number.replace(".", ",")


def _liftoff(found: Measurement) -> Text:
    before = found.problem.beforehand
    sigma = f"{before.liftoff_sigma_s:.3g}"
    site = f"{before.site_sigma_m:.3g}"
    if found.reported:
        return Text(
            en=f"The lift-off was reported to {sigma} s; the site is known to {site} m north and "
            "east.",
            ru=f"Время старта сообщено с точностью {_comma(sigma)}\u00a0с; место старта известно с "
            f"точностью {_comma(site)}\u00a0м по каждой оси.",
        )
    way = f"{found.liftoff_open_s:.2g}"
    return Text(
        en="Nobody reported the lift-off: any time of the announced window is alike, and how the "
        f"vehicle left before it was seen leaves {way} s of it and of the burn time open (one "
        f"deviation). The site is known to {site} m north and east.",
        ru="О времени старта не сообщал никто: все моменты объявленного окна равноправны, а "
        f"невидимое начало полёта оставляет неопределённость {_comma(way)}\u00a0с времени старта и "
        "работы двигателей (одно отклонение). Место "
        f"старта известно с точностью {_comma(site)}\u00a0м по каждой оси.",
    )


def _errors() -> Text:
    return Text(
        en="Each radar's constant errors are unknown, with the deviations that its owner states; "
        "random errors are normal, with the deviations that come with the detections.",
        ru="Постоянные ошибки каждого радара неизвестны, их отклонения заявлены владельцем; "
        "случайные ошибки нормальны с отклонениями, указанными при измерениях.",
    )


def _free() -> Text:
    return Text(
        en="A burn ends suddenly: thrust that dies away over some seconds counts as a full one "
        "that stops earlier. After the last burn only gravity acts, J2 and the turning of the "
        "Earth included; falls below 110 km are left out.",
        ru="Двигатель выключается мгновенно: тяга, спадающая за несколько секунд, равносильна "
        "полной, прекращённой раньше. После последнего включения действует только тяготение, с "
        "учётом J2 и вращения Земли; "
        "падение ниже 110\u00a0км не используется.",
    )


def _reference(carried: Carried) -> Text:
    way_en = "as measured" if carried.as_measured else "as announced"
    way_ru = "по измеренной траектории" if carried.as_measured else "как объявлено"
    sigma = f"{carried.sigma_m_s:.0f}"
    if carried.figure == "surface-speed":
        return Text(
            en="Nobody saw the burn end, so statements are compared by the speed at the ground "
            "that the energy of the free flight stands for. The catalogue's burnout speed is read "
            f"off between the declared and the rival vehicle, both flown {way_en}; what their "
            f"pitch programmes and burn times leave open is {sigma} m/s (one deviation).",
            ru="Конца разгона не видел никто, поэтому с заявлениями сравнивается скорость у "
            "поверхности, соответствующая энергии свободного полёта. Скорость в мере каталога "
            f"получена между заявленной и оспариваемой ракетами, летящими {way_ru}; программа "
            "тангажа и время работы двигателей оставляют неопределённость "
            f"{sigma}\u00a0м/с (одно отклонение).",
        )
    return Text(
        en="The catalogue's burnout speed (over a still Earth, 45 degrees above level) is read off "
        f"between the declared and the rival vehicle, both flown {way_en}. What the catalogue's "
        f"pitch programmes leave open is {sigma} m/s (one deviation); it stands in the intervals "
        "and p-values of what is compared with statements, not in the burnout speed of this "
        "flight.",
        ru="Скорость в мере каталога (над неподвижной Землёй, 45 градусов к горизонту) получена "
        f"между заявленной и оспариваемой ракетами, летящими {way_ru}. Программа тангажа из "
        f"каталога оставляет неопределённость {sigma}\u00a0м/с (одно отклонение); она входит в "
        "интервалы и p-значения сравнений с заявлениями, но не в скорость этого полёта.",
    )


def _noise() -> Text:
    return Text(
        en="Intervals hold 95 %; they are those of normal errors around the flight that fits best.",
        ru="Интервалы 95-процентные; они относятся к нормальным ошибкам около наилучшей "
        "траектории.",
    )


def _in_hazard(found: Measurement, seen: Sequence[Seen]) -> Iterator[Text]:
    """Stations that stood where nobody should."""
    for each in seen:
        station = found.detections.stations[each.station]
        for area in found.test.areas:
            if area.role is AreaRole.LAUNCH:
                continue
            if bool(np.all(contains(area, station.lat_rad, station.lon_rad))):
                yield Text(
                    en=f"{station.id} stood inside the area {area.id} of the notice.",
                    ru=f"{station.id} находился внутри объявленного района {area.id}.",
                )


def _strangers(found: Measurement, seen: Sequence[Seen]) -> Iterator[Text]:
    for each in seen:
        station = found.detections.stations[each.station]
        guest = guest_of(found.test, station.id)
        if len(each.time_s) and (guest is None or guest.biases is None):
            yield Text(
                en=f"Nobody states the constant errors of {station.id}: wide ones are assumed.",
                ru=f"Постоянные ошибки {station.id} не заявлены: приняты большие отклонения.",
            )


def _idle(found: Measurement, seen: Sequence[Seen]) -> Iterator[Text]:
    for each in seen:
        if not len(each.time_s):
            id = found.detections.stations[each.station].id
            yield Text(
                en=f"No detection of {id} is of this flight.",
                ru=f"Ни одно измерение {id} не относится к этому полёту.",
            )


def _uncounted(found: Measurement) -> Iterator[Text]:
    if found.unseen_s > _LATE_SIGHT_S:
        yield Text(
            en=f"No detection of the first {found.unseen_s:.0f} s is used: burns that ended "
            "meanwhile are not counted.",
            ru=f"Измерений за первые {found.unseen_s:.0f}\u00a0с в оценке нет: включения, "
            "закончившиеся за это время, не сосчитаны.",
        )


def _unended(found: Measurement) -> Iterator[Text]:
    if found.end is End.AFTER:
        yield Text(
            en="No free flight was seen: the motor may have burned on after the last sight. The "
            "speed is that of the last sight, and the burn lasted at least until then; a higher "
            "speed that somebody states can be neither confirmed nor ruled out.",
            ru="Свободного полёта не видно: двигатель мог работать и после последнего измерения. "
            "Скорость относится к последнему измерению, и разгон длился не меньше; большую "
            "скорость, о которой кто-либо заявляет, нельзя ни подтвердить, ни исключить.",
        )
    if found.end is End.BEFORE:
        yield Text(
            en="No thrust was seen: how long the burn lasted, and with it the speed at its end, is "
            "known only from what burns usually last and from where the flight began to be free.",
            ru="Работы двигателя не видно: её продолжительность, а с ней и скорость в её конце, "
            "известны лишь по обычной продолжительности и по началу свободного полёта.",
        )


def _badly_fitted(found: Measurement, fit: FitRow) -> Iterator[Text]:
    if fit.p_value < _LEAST_FIT_P:
        yield Text(
            en="No flight fits the detections within their stated errors: some are larger than "
            "stated, and so are those of the answers.",
            ru="Ни одна траектория не согласуется с измерениями в пределах заявленных ошибок: "
            "какие-то из них больше заявленных, а с ними и ошибки ответов.",
        )
    if not found.fit.settled:
        yield Text(
            en="The fit did not settle: its intervals may be too narrow.",
            ru="Оценка не сошлась до конца: интервалы могут быть занижены.",
        )


def _large_biases(biases: Sequence[BiasRow]) -> Iterator[Text]:
    for row in biases:
        sigmas = abs(row.value.value) / row.stated_sigma
        if sigmas > _MOST_SIGMAS:
            times = f"{sigmas:.1f}"
            yield Text(
                en=f"The {row.kind} error of {row.station} comes out {times} times as large as its "
                "owner states.",
                ru=f"Ошибка {_KIND_RU[row.kind]} {row.station} получается в {_comma(times)} раза "
                "больше заявленной владельцем.",
            )


_KIND_RU: Final = {
    "range": "по дальности",
    "azimuth": "по азимуту",
    "elevation": "по углу места",
    "time": "часов",
    "air": "рефракции",
}
