"""Counting days: planning years, working days, clear days and months.

Values only. Which days are holidays, and when a year begins, is for a pack's calendar to say.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.law.citation import Citation
from goldenthread.law.edition import Period

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class YearStart:
    """The day on which a pack's planning year begins, such as 1 April."""

    month: int = 1
    day: int = 1

    def of(self, day: date) -> date:
        """Give the first day of the year that `day` falls in."""
        this_year = date(day.year, self.month, self.day)
        return this_year if this_year <= day else date(day.year - 1, self.month, self.day)

    def after(self, start: date) -> date:
        """Give the first day of the year that follows the one that begins on `start`."""
        return date(start.year + 1, self.month, self.day)

    def before(self, start: date) -> date:
        """Give the first day of the year before the one that begins on `start`."""
        return date(start.year - 1, self.month, self.day)

    def label(self, start: date) -> str:
        """Name the year that begins on `start`: `2023/24`, or `2023` for a calendar year."""
        if (self.month, self.day) == (1, 1):
            return str(start.year)
        return f"{start.year}/{(start.year + 1) % 100:02d}"


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A run of days with a name, such as a pre-election period."""

    title: str
    period: Period
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which nobody works, each with its name, for one country.

    `covers` is the years the data is complete for: no day is counted outside it.
    """

    id: str
    title: str
    covers: Period
    holidays: dict[date, str]
    periods: tuple[NamedPeriod, ...] = ()
    citations: tuple[Citation, ...] = ()

    def is_working(self, day: date) -> bool:
        """Say whether `day` is neither a Saturday, a Sunday nor a holiday."""
        return day.weekday() < SATURDAY and day not in self.holidays

    def knows(self, day: date) -> bool:
        """Say whether the data covers `day`."""
        return self.covers.holds(day)


def count_working_days_on(start: date, count: int, calendar_: Calendar) -> date | None:
    """Give the working day that is `count` working days after `start`; before it if negative.

    The start is not counted. None where the calendar's data runs out on the way.
    """
    step = timedelta(days=1 if count >= 0 else -1)
    day, left = start, abs(count)
    while left:
        day += step
        if not calendar_.knows(day):
            return None
        left -= calendar_.is_working(day)
    return day


def count_clear_days_before(event: date, count: int, calendar_: Calendar) -> date | None:
    """Give the last day on which papers may go out `count` clear days before `event`.

    Neither the day they go out nor the day itself counts, nor any day that is not a working
    day: five clear days before Friday 16 June 2023 is Thursday 8 June.
    """
    return count_working_days_on(event, -(count + 1), calendar_)


def add_months(start: date, count: int) -> date:
    """Give the same day `count` months on, or the last day of a month that is too short."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
