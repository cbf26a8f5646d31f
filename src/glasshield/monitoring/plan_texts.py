"""What a plan takes for granted and what it warns of, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.assurance.document import Text
from glasshield.catalog.announced import AnnouncedTest
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.monitoring.access import POWER_WANTED
from glasshield.monitoring.announced_flight import AnnouncedFlight
from glasshield.monitoring.document import BestRow, PlaceRow
from glasshield.monitoring.places import Places

_UNDER_M: Final = 50e3  # nearer to the ground track than this a place is said to lie under it


def assumptions(liftoff_sigma_s: float, carried_m_s: Float[np.ndarray, "2"]) -> tuple[Text, ...]:
    """What a plan takes for granted.

    Args:
        liftoff_sigma_s: how well the time of lift-off is known beforehand.
        carried_m_s: how far the declared speed leaves this flight's burnout and surface speed open.
    """
    burnout_m_s, surface_m_s = carried_m_s
    return (
        Text(
            en="Standard deviations are Cramér-Rao bounds: no unbiased evaluation of the same "
            "detections does better. The constant errors of the radars are unknown, with the "
            "deviations that their owners state.",
            ru="Среднеквадратические отклонения — границы Крамера — Рао: никакая несмещённая "
            "оценка тех же измерений не точнее. Постоянные ошибки радаров неизвестны, их "
            "отклонения — те, что заявлены владельцами.",
        ),
        Text(
            en="Nothing that is declared of the vehicle enters what is known beforehand: only a "
            "wide range of accelerations and burn times, the site, and the time of lift-off to "
            f"{liftoff_sigma_s:.3g} s.",
            ru="В априорные сведения не входит ничего из заявленного о ракете: только широкий "
            "диапазон ускорений и времён работы двигателей, место старта и время старта с "
            f"точностью {liftoff_sigma_s:.3g} с.",
        ),
        Text(
            en="Both flights are those of the catalogue's vehicle, with the mass that gives it the "
            "stated speed. The rival one burns out along the same azimuth at the same angle.",
            ru="Оба полёта выполняет ракета из каталога с массой, при которой она достигает "
            "названной скорости. Ракета с оспариваемой скоростью летит по тому же азимуту и "
            "заканчивает разгон под тем же углом.",
        ),
        Text(
            en="All radars look along the announced flight: none needs to be pointed by another. "
            "In free flight they are used down to 110 km.",
            ru="Все радары смотрят вдоль объявленной траектории: наведение от других не нужно. "
            "Свободный полёт используется до высоты 110 км.",
        ),
        Text(
            en="Power is the probability that the declared speed is rejected at 5 % false alarm, "
            "two-sided, when the rival vehicle flies with its full burn. Whoever hides energy "
            "cannot be found out by one flight.",
            ru="Мощность — вероятность отвергнуть заявленную скорость при 5 % ложных тревог "
            "(двусторонний критерий), если летит ракета с оспариваемой скоростью и полным "
            "временем работы двигателей. Скрытый запас энергии по одному полёту не обнаружить.",
        ),
        Text(
            en="Where the end of the last burn is out of view, free flight says exactly how much "
            "energy the vehicle has, not where on its way it stopped burning: the deviation of the "
            "burnout speed is then a mean over all burns that are thought possible beforehand, and "
            "the two vehicles are told apart by the energy of their free flight.",
            ru="Если конец последнего включения двигателя не виден, свободный полёт точно говорит, "
            "какова энергия ракеты, но не где она перестала ускоряться: отклонение скорости в "
            "конце разгона — это тогда среднее по всем априори возможным разгонам, а ракеты "
            "различают по энергии их свободного полёта.",
        ),
        Text(
            en="A stated speed leaves the speed of one flight open, since nobody states how the "
            "vehicle steers and how its burns follow each other: by "
            f"{burnout_m_s:.2g} m/s at burnout and {surface_m_s:.2g} m/s in energy, from the "
            "catalogue's intervals. The power allows for it.",
            ru="Названная скорость не вполне определяет скорость в одном полёте: никто не "
            "сообщает, как ракета управляется и как следуют друг за другом включения двигателя. "
            f"По интервалам каталога это {burnout_m_s:.2g} м/с в конце разгона и "
            f"{surface_m_s:.2g} м/с по энергии; мощность это учитывает.",
        ),
        Text(
            en="The error of the number of burns is that of telling the flight from the nearest "
            "one with one burn fewer, at 5 % false alarm.",
            ru="Ошибка числа ступеней — ошибка при различении полёта и ближайшего к нему полёта с "
            "числом включений двигателя на одно меньше, при 5 % ложных тревог.",
        ),
    )


def warnings(
    test: AnnouncedTest,
    everybody: Sequence[Places],
    best: Sequence[BestRow],
    declared: AnnouncedFlight,
) -> tuple[Text, ...]:
    """What a plan warns of: observers in areas or under the flight, and what nobody can learn.

    Args:
        test: as announced.
        everybody: where observers may stand.
        best: the best places.
        declared: the flight as announced.
    """
    found = [_in_areas(places) for places in everybody if places.in_hazard_area.any()]
    found += [_under(place, away_m) for place, away_m in _near(best, declared)]
    if not best:
        found.append(
            Text(
                en="No observer sees the flight from a place outside the areas of the notice.",
                ru="Ни один наблюдатель не видит полёта с места вне объявленных районов.",
            )
        )
    elif best[-1].power < POWER_WANTED:
        found.append(
            Text(
                en="Even the best places together tell the declared speed from the rival one with "
                f"a power of {best[-1].power:.2g} only.",
                ru="Даже лучшие места вместе различают заявленную и оспариваемую скорость лишь с "
                f"мощностью {best[-1].power:.2g}.",
            )
        )
    if len(test.windows) > 1:
        found.append(
            Text(
                en="The plan holds for a launch in any of the windows.",
                ru="План относится к пуску в любом из окон.",
            )
        )
    return tuple(found)


def _near(best: Sequence[BestRow], declared: AnnouncedFlight) -> Iterator[tuple[PlaceRow, float]]:
    """The proposed places under the flight, each once, with its distance from the ground track."""
    lat, lon, _ = ecef_to_geodetic(declared.states_ecef[:, :3])
    for place in {place: None for row in best for place in row.places}:
        here_lat, here_lon = np.radians((place.lat_deg, place.lon_deg))
        away_m = float(sphere.distance_m(here_lat, here_lon, lat, lon).min())
        if away_m < _UNDER_M:
            yield place, away_m


def _under(place: PlaceRow, away_m: float) -> Text:
    where = f"{place.lat_deg:.2f}, {place.lon_deg:.2f}"
    return Text(
        en=f"The place proposed for {place.observer} at {where} lies {away_m / 1e3:.0f} km from "
        "the ground track of the flight: outside all areas of the notice, but under what flies.",
        ru=f"Место, предлагаемое для {place.observer} ({where}), лежит в {away_m / 1e3:.0f} км от "
        "трассы полёта: вне всех объявленных районов, но под траекторией.",
    )


def _in_areas(places: Places) -> Text:
    name, inside, total = places.guest.id, int(places.in_hazard_area.sum()), len(places)
    if total == 1:
        return Text(
            en=f"The observer {name} stands inside an area of the notice, where something starts "
            "or may come down.",
            ru=f"Наблюдатель {name} находится внутри объявленного района, откуда производится "
            "пуск или куда могут упасть ступени и обломки.",
        )
    return Text(
        en=f"{inside:,} of the {total:,} places of {name} lie inside an area of the notice; none "
        "of them is proposed.",
        ru=f"{inside} из {total} мест наблюдателя {name} лежат внутри объявленного района; они не "
        "предлагаются.",
    )
