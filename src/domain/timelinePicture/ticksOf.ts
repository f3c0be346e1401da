import {
  addCivilDays,
  addCivilMonths,
  type CivilDate,
  civilDateOf,
  isoWeekday,
  parseCivilDate,
  startOfCivilDate,
} from '../civilDate.js'

/** A line of the axis, at the first instant of a day in the zone: in ms, or from 0 to 1 in a picture. */
export type Tick = { at: number; date: CivilDate; unit: 'month' | 'week' | 'year' }

const day = 86_400_000

/** In months; weeks come before the first. */
const steps = [1, 3, 12, 24, 60, 120, 240, 600, 1_200]

/**
 * The lines of a time axis between two instants (ms): the finest weeks, months, quarters or years that
 * leave each line its room.
 */
export const ticksOf = ({
  from,
  room,
  timeZone,
  to,
}: {
  from: number
  /** The least time, in ms, between two lines. */
  room: number
  timeZone: string
  to: number
}): Tick[] => {
  const first = civilDateOf({ instant: new Date(from), timeZone })

  if (room <= 7 * day) {
    return until({
      date: addCivilDays(first, 1 - isoWeekday(first)),
      from,
      next: (date) => addCivilDays(date, 7),
      timeZone,
      to,
      unit: 'week',
    })
  }

  const step = steps.find((months) => months * 28 * day >= room) ?? steps.at(-1)!
  const years = Math.max(1, step / 12)
  const year = Math.max(1, Math.floor(Number(first.slice(0, 4)) / years) * years)
  return until({
    date: parseCivilDate(`${String(year).padStart(4, '0')}-01-01`),
    from,
    next: (date) => addCivilMonths(date, step),
    timeZone,
    to,
    unit: step >= 12 ? 'year' : 'month',
  })
}

const until = ({
  date,
  from,
  next,
  timeZone,
  to,
  unit,
}: {
  date: CivilDate
  from: number
  next: (date: CivilDate) => CivilDate
  timeZone: string
  to: number
  unit: Tick['unit']
}): Tick[] => {
  const ticks: Tick[] = []

  for (let current = date; ; current = next(current)) {
    const at = +startOfCivilDate({ date: current, timeZone })
    if (at > to) {
      return ticks
    }
    if (at >= from) {
      ticks.push({ at, date: current, unit })
    }
  }
}
