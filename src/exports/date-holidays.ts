import type { HolidaysTypes } from 'date-holidays'

import Holidays from 'date-holidays'
// @ts-expect-error -- the package declares no types for this entry of its `exports`
import { data } from 'date-holidays/data'

import { type BusinessCalendar, parseBusinessCalendar } from '../domain/businessCalendar.js'
import { addCivilDays, type CivilDate, parseCivilDate } from '../domain/civilDate.js'
import { fingerprint } from '../domain/fingerprint.js'
import { PolicyError } from '../domain/policyError.js'

/** How the package `date-holidays` classes a holiday. */
export type DateHolidaysType = 'bank' | 'observance' | 'optional' | 'public' | 'school'

/** Which holidays `dateHolidaysCalendar` takes, and what the package does not know of them. */
export type DateHolidaysOptions = {
  /** Code as the package lists it: `'US'`, `'DE'`, `'GB'`. */
  country: string
  /** First year of the coverage, from its 1 January; 1900 or later. */
  from: number
  /** Further days off, `YYYY-MM-DD`: proclaimed ones, and those of the company. */
  holidays?: string[]
  /** Default: `date-holidays:` and the codes, such as `date-holidays:DE-BY`. */
  id?: string
  /** Code of a region of the state, as the package lists it. */
  region?: string
  /** Code of a state, province or part of the country, as the package lists it: `'BY'`, `'ENG'`. */
  state?: string
  /** Last year of the coverage, to its 31 December; 2200 or earlier, at most 200 years in all. */
  to: number
  /** Default `['public']`. The right choice differs by country; for the US `['public', 'bank']`. */
  types?: DateHolidaysType[]
  /** Default: Saturday and Sunday, always. See `BusinessCalendar`. */
  weekends?: BusinessCalendar['weekends']
  /** Days worked, `YYYY-MM-DD`, though they are weekends or holidays: make-up days, wrong holidays. */
  workingDays?: string[]
}

/**
 * A business calendar with the holidays of the npm package `date-holidays`, written out as plain
 * civil dates once, when this is called: nothing is looked up later, and an update of the package
 * changes nothing unnoticed, since `version` names the package's data and a hash of the dates.
 *
 * The data are the package's (CC BY-SA 3.0), and what counts as a day off has to be checked:
 * - In the US the type `bank` belongs to it: the substitute of Veterans Day is of that type. In
 *   other countries, such as Germany, Japan or Sweden, `bank` adds days that are worked.
 * - Days that governments announce (Islamic feasts in the Emirates, one-off holidays in the UK,
 *   bridge and make-up days in China or Hungary) are computed or missing: `holidays`, `workingDays`.
 * - A day that is off in part, such as from 14:00, is off: that never shortens a notice period.
 * - On a host whose own zone once skipped a day (Pacific/Apia 2011-12-30), the package moves the
 *   holidays of that day to the next.
 *
 * Takes a few milliseconds per year, some 40 where days follow the Chinese calendar.
 *
 * @example
 * dateHolidaysCalendar({ country: 'US', from: 2020, to: 2040, types: ['public', 'bank'] })
 *
 * @throws PolicyError `INVALID_PARAMETER` for a country, state, region or type that the package does
 *   not know, for years out of range, and for dates or weekends that make no calendar.
 */
export const dateHolidaysCalendar = ({
  country,
  from,
  holidays = [],
  region,
  state,
  id = `date-holidays:${[country, state, region].filter(Boolean).join('-')}`,
  to,
  types = ['public'],
  weekends = [{ days: [6, 7], from: '0001-01-01' }],
  workingDays,
}: DateHolidaysOptions): BusinessCalendar => {
  assertYears({ from, to })
  assertTypes(types)
  assertPlace({ country, region, state })

  const coverage = { from: `${from}-01-01`, to: `${to}-12-31` }
  // Before days are sorted out, so that a misspelt one is refused instead of dropped.
  const own = parseBusinessCalendar({ id, coverage, holidays, version: '-', weekends, workingDays })

  const named = holidaysOf({ place: { country, region, state }, from, to, types })
  const days = {
    coverage,
    holidays: inOrder([...own.holidays, ...named.map(([date]) => date)]).filter(
      (date) => date >= coverage.from && date <= coverage.to,
    ),
    weekends,
    ...(workingDays && { workingDays: inOrder(workingDays) }),
  }

  return parseBusinessCalendar({
    id,
    ...days,
    names: Object.fromEntries(named.filter(([date]) => days.holidays.includes(date))),
    version: versionOf(days),
  })
}

type Place = { country: string; region?: string; state?: string }

/** In the order in which the package prefers them where one day has several. */
const knownTypes: DateHolidaysType[] = ['observance', 'optional', 'school', 'bank', 'public']

/** Outside, the package's astronomy and its rules say little about real holidays. */
const years = { first: 1900, last: 2200, most: 200 }

/** Calendars that the package reads from tables; outside of these years it silently finds no days. */
const tables = [
  {
    calendar: 'Islamic',
    first: 1970,
    last: 2076,
    rule: /\d (Muharram|Safar|Rabi al-|Jumada al-|Rajab|Shaban|Ramadan|Shawwal|Dhu al-)/,
  },
  {
    calendar: 'Hebrew',
    first: 1969,
    last: 2099,
    rule: /\d (Nisan|Iyyar|Sivan|Tamuz|Av|Elul|Tishrei|Cheshvan|Kislev|Tevet|Shvat|Adar)/,
  },
]

const day = 86_400_000

const holidaysOf = ({
  from,
  place,
  to,
  types,
}: {
  from: number
  place: Place
  to: number
  types: DateHolidaysType[]
}): [date: CivilDate, name: string][] => {
  const isWanted = ({ type = 'public' }: { type?: DateHolidaysType }): boolean =>
    types.includes(type)
  const source = new Holidays(place, {
    // All, since rules refer to days of other types; the wanted ones last, since those win.
    types: [...knownTypes.filter((type) => !types.includes(type)), ...types],
  })
  assertTables({
    from,
    // The package declares what this returns as a class without fields; its rules have these.
    rules: (source.getRules() as unknown as HolidaysTypes.HolidayRule[]).filter(isWanted), // Its class shadows the type of the plain rules that it answers.
    to,
  })

  // Several days in a row may reach into the next year, and a substitute day into the year before.
  return Array.from({ length: to - from + 3 }, (_, index) => from - 1 + index)
    .flatMap((year) => source.getHolidays(year))
    .filter(isWanted)
    .flatMap(daysOf)
}

/**
 * The civil dates of a holiday, with its name. Its instants tell the length alone: where days start the evening
 * before, `start` is on the day before the one that `date` names, and days of a change of clocks
 * have 23 or 25 hours.
 */
const daysOf = ({
  name,
  date,
  end,
  start,
}: HolidaysTypes.Holiday): [date: CivilDate, name: string][] => {
  const first = parseCivilDate(date.slice(0, 10), 'A date of date-holidays')
  const length = Math.max(1, Math.round((+end - +start) / day))

  return Array.from({ length }, (_, index) => [addCivilDays(first, index), name])
}

const inOrder = (dates: string[]): string[] => [...new Set(dates)].sort()

/**
 * The package's data have a date of their own, that of the release. Its package.json is out of reach
 * where a bundler has put the package into the host's bundle.
 */
const versionOf = (days: object): string => {
  const hash = fingerprint(days).replace('sha256:', '').slice(0, 12)

  return `date-holidays@${(data as { version: string }).version}#${hash}`
}

const assertYears = ({ from, to }: { from: number; to: number }): void => {
  const { first, last, most } = years
  const isYear = (year: number) => Number.isInteger(year) && year >= first && year <= last

  if (!isYear(from) || !isYear(to) || from > to || to - from >= most) {
    throw invalid(
      `The years are from ${JSON.stringify(from)} to ${JSON.stringify(to)}; allowed are whole numbers from ${first} to ${last}, \`from\` not after \`to\`, at most ${most} years. Choose the years in which notice periods are counted, such as 2020 to 2040.`,
    )
  }
}

const assertTypes = (types: unknown): void => {
  if (
    !Array.isArray(types) ||
    types.length === 0 ||
    !types.every((type) => (knownTypes as unknown[]).includes(type))
  ) {
    throw invalid(
      `\`types\` is ${JSON.stringify(types)}; allowed is a list of one or more of ${listed(knownTypes)}. Leave it out for ["public"].`,
    )
  }
}

/** The package takes the country's days where it does not know the state: a wrong list without a word. */
const assertPlace = ({ country, region, state }: Place): void => {
  const source = new Holidays()

  assertCode({
    code: country,
    codes: source.getCountries(),
    hint: 'Pass one of these as `country`; a part of a country goes into `state`.',
    name: 'country',
    of: 'date-holidays',
  })
  if (state !== undefined) {
    assertCode({
      code: state,
      codes: source.getStates(country),
      hint: 'Pass one of these as `state`, or leave it out for the days of the whole country.',
      name: 'state',
      of: country,
    })
  }
  if (region !== undefined) {
    assertCode({
      code: region,
      codes: state === undefined ? {} : source.getRegions(country, state),
      hint: 'Pass one of these as `region`, together with its `state`, or leave it out.',
      name: 'region',
      of: state === undefined ? `${country} without a state` : `${country}-${state}`,
    })
  }
}

const assertCode = ({
  code,
  codes = {},
  hint,
  name,
  of,
}: {
  code: unknown
  codes?: Record<string, string>
  hint: string
  name: string
  of: string
}): void => {
  // The package looks codes up in upper case: some that it lists ("Aitutaki") it never finds.
  const known = Object.keys(codes).filter((known) => known === known.toUpperCase())

  if (!(known as unknown[]).includes(code)) {
    throw invalid(
      `The ${name} is ${JSON.stringify(code)}; known in ${of}: ${listed(known)}. ${hint}`,
    )
  }
}

const assertTables = ({
  from,
  rules,
  to,
}: {
  from: number
  rules: { rule: string }[]
  to: number
}): void => {
  // The neighbouring years are asked for as well.
  const tooShort = tables.find(
    ({ first, last, rule: pattern }) =>
      (from - 1 < first || to + 1 > last) && rules.some(({ rule }) => pattern.test(rule)),
  )

  if (tooShort) {
    throw invalid(
      `The years are ${from} to ${to}; for a place with ${tooShort.calendar} holidays allowed are ${tooShort.first + 1} to ${tooShort.last - 1}, since date-holidays knows that calendar's days for these only. Choose years inside.`,
    )
  }
}

const listed = (codes: string[]): string => {
  const shown = codes.slice(0, 60).map((code) => JSON.stringify(code))
  const more = codes.length - shown.length

  return shown.length === 0 ? 'none' : `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const invalid = (message: string) => new PolicyError({ code: 'INVALID_PARAMETER', message })
