"""Figures that do not exist, printed as reports print them: 98.20%, 95%以上, 2000余名, 近2000万元, 1.78万个, 46:1.

A level says how large an indicator is in one district and year; what it is printed as says the same or, with a bound, less. The
levels of an indicator stay within a factor of ten over all districts, so that nothing looks like a slipped magnitude.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from random import Random
from typing import NamedTuple

_SHARE_FULL = 100
_ROUGH_FROM = 20  # below it no count is printed with a bound
_ROUGH_SHARE_FROM = 5  # nor any share
_IN_TEN_THOUSANDS_FROM = 10_000
_MAGNIFIED = ("万元", "亿元")


class Levels(NamedTuple):
    """Between which levels an indicator lies, in its unit; ``by_size``: a larger district has more of it."""

    low: float
    high: float
    by_size: bool = False


def _counted(low: float, high: float) -> Levels:
    return Levels(low, high, by_size=True)


# Sixty of the catalogue's indicators: no total together with all its parts.
LEVELS = {
    "public_kindergarten_coverage": Levels(55, 95),
    "inclusive_kindergarten_coverage": Levels(80, 99),
    "graded_kindergarten_coverage": Levels(50, 95),
    "new_public_kindergartens": _counted(2, 8),
    "preschool_places_added": _counted(600, 3000),
    "kindergartens_converted_to_public": _counted(2, 8),
    "nursery_places": _counted(500, 2500),
    "preschool_gross_enrolment_rate": Levels(92, 106),
    "kindergarten_count": _counted(40, 160),
    "private_kindergarten_count": _counted(15, 70),
    "kindergarten_children": _counted(6000, 30_000),
    "kindergarten_full_time_teachers": _counted(500, 2500),
    "inclusive_private_kindergartens": _counted(10, 45),
    "standardised_school_share": Levels(60, 99),
    "public_primary_secondary_schools": _counted(30, 130),
    "students_enrolled": _counted(25_000, 120_000),
    "school_places_added": _counted(2000, 9000),
    "new_primary_secondary_schools": _counted(2, 7),
    "schools_built_or_expanded": _counted(5, 25),
    "schools_renovated": _counted(8, 40),
    "small_schools_closed": _counted(2, 10),
    "education_groups": _counted(4, 20),
    "private_compulsory_enrolment_share": Levels(3, 12),
    "migrant_children_public_school_rate": Levels(80, 99),
    "compulsory_completion_rate": Levels(95, 99.8),
    "disabled_children_enrolment_rate": Levels(93, 99.8),
    "inter_school_cv_primary": Levels(0.2, 0.5),
    "junior_completion_rate": Levels(94, 99.8),
    "senior_gross_enrolment_rate": Levels(88, 103),
    "key_school_quota_share": Levels(50, 75),
    "establishment_teachers": _counted(1500, 7000),
    "contract_teachers": _counted(200, 1200),
    "teachers_recruited": _counted(60, 360),
    "teacher_recruitment_applicant_ratio": Levels(15, 60),
    "teacher_rotation_count": _counted(80, 480),
    "teacher_rotation_rate": Levels(10, 30),
    "key_teachers": _counted(150, 900),
    "master_teacher_studios": _counted(8, 48),
    "after_school_school_coverage": Levels(92, 100),
    "after_school_student_participation": Levels(70, 99),
    "after_school_teacher_participation": Levels(70, 98),
    "after_school_demand_coverage": Levels(85, 100),
    "after_school_annual_budget": _counted(100, 600),
    "general_public_education_expenditure": _counted(50_000, 300_000),
    "general_public_education_expenditure_growth": Levels(3, 12),
    "per_pupil_general_public_education_expenditure": Levels(9000, 20_000),
    "per_pupil_expenditure_growth": Levels(2, 9),
    "student_aid_amount": _counted(600, 3600),
    "student_aid_beneficiaries": _counted(2000, 12_000),
    "school_construction_investment": _counted(5000, 30_000),
    "education_ict_investment": _counted(500, 3000),
    "counselling_rooms": _counted(20, 110),
    "mental_health_teachers": _counted(30, 180),
    "hazard_rectification_rate": Levels(90, 100),
    "fitness_pass_rate": Levels(85, 98),
    "fitness_good_rate_primary": Levels(35, 65),
    "fitness_good_rate_junior": Levels(30, 60),
    "myopia_rate": Levels(35, 65),
    "vocational_local_employment_rate": Levels(60, 98),
    "labour_classroom_coverage": Levels(50, 98),
}


class Figure(NamedTuple):
    """A value as printed; ``leading``: a bound word or sign stands first, so that no 为 fits before it."""

    printed: str
    leading: bool = False


def print_share(level: float, decimals: int, random: Random, *, rough: bool, full: bool) -> Figure:
    """A share or rate in per cent; ``full``: it cannot be above 100."""
    level = min(level, _SHARE_FULL) if full else level
    if not rough or level < _ROUGH_SHARE_FROM:
        return Figure(f"{level:.{decimals}f}%")
    above, below = int(_rounded(level, 0, up=True)), int(level)
    if full:
        above, below = min(above, _SHARE_FULL - 1), min(below, _SHARE_FULL - 1)
    return random.choice(
        (
            Figure(f"近{above}%", leading=True),
            Figure(f"超过{below - 1}%", leading=True),
            Figure(f"{below}%以上"),
            Figure(f"{below}%左右"),
        )
    )


def print_count(level: float, measure: str, random: Random, *, rough: bool) -> Figure:
    """A number of people, schools ..., with its measure word."""
    count = max(round(level), 1)
    if rough and count >= _ROUGH_FROM:
        return _rough(Decimal(count), measure, random)
    if count >= _IN_TEN_THOUSANDS_FROM and random.random() < 0.6:
        return Figure(f"{_plain(_rounded(count / _IN_TEN_THOUSANDS_FROM, 2))}万{measure}")
    return Figure(f"{count}{' ' if random.random() < 0.02 else ''}{measure}")


def print_amount(level: float, random: Random, *, rough: bool) -> Figure:
    """Money; ``level`` is in 万元."""
    in_hundred_millions = level >= _IN_TEN_THOUSANDS_FROM
    number = level / _IN_TEN_THOUSANDS_FROM if in_hundred_millions else level
    unit = "亿元" if in_hundred_millions else "万元"
    if rough:
        return _rough(Decimal(str(number)), unit, random)
    return Figure(f"{_plain(_rounded(number, 2 if in_hundred_millions else random.choice((0, 0, 1, 2))))}{unit}")


def print_per_pupil(level: float, random: Random, *, rough: bool) -> Figure:
    """Money for each pupil; ``level`` is in 元."""
    if rough:
        return _rough(Decimal(round(level)), "元", random)
    return Figure(f"{level:.{random.choice((0, 0, 2))}f}元")


def print_ratio(level: float, random: Random, *, rough: bool) -> Figure:
    """A bare ratio such as a coefficient of variation."""
    printed = f"{level:.{2 if rough else random.choice((2, 3))}f}"
    return Figure(f"低于{float(printed) + 0.02:.2f}", leading=True) if rough else Figure(printed)


def print_applicants(level: float) -> Figure:
    """Applicants for one post."""
    return Figure(f"{round(level)}:1")


def _rough(number: Decimal, unit: str, random: Random) -> Figure:
    """A number with a bound, rounded to two digits as reports do; 亿元 and 万元 keep their magnitude behind the word."""
    step = Decimal(1).scaleb(number.adjusted() - 1)
    below = _plain(number.quantize(step, ROUND_FLOOR)) if step < 1 else str(int(number // step * step))
    above = _plain((number // step + 1) * step)
    over = "多" if random.random() < 0.3 else "余"
    choice = random.random()
    if choice < 0.4 and step >= (1 if unit in _MAGNIFIED else 10):  # 余 after a full count would say nothing
        return Figure(f"{below}{over}{unit}")
    if choice < 0.6:
        return Figure(f"近{above}{unit}", leading=True)
    if choice < 0.8:
        return Figure(f"{random.choice(('超过', '突破', '逾'))}{below}{unit}", leading=True)
    return Figure(f"{below}{unit}以上")


def _rounded(number: float, places: int, *, up: bool = False) -> Decimal:
    unit = Decimal(1).scaleb(-places)
    return Decimal(str(number)).quantize(unit, ROUND_CEILING) if up else Decimal(str(number)).quantize(unit)


def _plain(number: Decimal) -> str:
    """Without an exponent and without zeros behind the last digit that counts."""
    printed = f"{number:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed
