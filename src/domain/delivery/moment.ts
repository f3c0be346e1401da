import { type CivilDate, isCivilDate } from '../civilDate.js'
import { PolicyError } from '../policyError.js'

/** A moment that a reader asks about: an instant, a day in the policy's zone (its last instant), or now. */
export type Moment =
  { date: CivilDate; kind: 'day' } | { instant: Date; kind: 'instant' } | { kind: 'now' }

/** The moment that `at` names. @throws PolicyError `INVALID_PARAMETER`. */
export const momentOf = (asked: null | string): Moment => {
  if (asked === null) {
    return { kind: 'now' }
  }
  if (isWithinReach(asked)) {
    return { date: asked, kind: 'day' }
  }
  return { instant: instantIn({ name: 'at', value: asked }), kind: 'instant' }
}

/** Reads an instant of a query. @throws PolicyError `INVALID_PARAMETER`. */
export const instantIn = ({ name, value }: { name: string; value: string }): Date => {
  // In a query an unescaped plus sign is a blank.
  const asked = value.replace(/ (?=\d{2}:\d{2}$)/, '+')
  const isInstant =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(asked) &&
    isWithinReach(asked.slice(0, 10)) &&
    !Number.isNaN(+new Date(asked))

  if (!isInstant) {
    throw malformed({
      allowed:
        'an ISO 8601 instant with its zone, such as 2026-12-17T05:00:00Z, or, where a day will do, a day such as 2026-12-17',
      asked,
      name,
    })
  }
  return new Date(asked)
}

/**
 * The instant of an `Accept-Datetime` header, to the second (RFC 7089 section 2.1.1, RFC 9110 section 5.6.7).
 * @throws PolicyError `INVALID_PARAMETER`.
 */
export const datetimeIn = (header: string): Date => {
  const instant = httpDateIn(header)

  if (!instant) {
    throw malformed({
      allowed: 'a date such as Thu, 17 Dec 2026 05:00:00 GMT',
      asked: header,
      name: 'Accept-Datetime',
    })
  }
  return instant
}

/** The instant that HTTP writes so (RFC 9110 section 5.6.7), or undefined for what is no such date. */
export const httpDateIn = (header: string): Date | undefined => {
  const isHttpDate =
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(
      header,
    )
  const instant = new Date(header)

  return isHttpDate && instant.toUTCString() === header ? instant : undefined
}

/** True for a day that Postgres can tell in every zone. */
export const isWithinReach = (date: string): date is CivilDate =>
  isCivilDate(date) && date >= '1000-01-01' && date <= '9000-12-31'

/** What a parameter that cannot be read is refused with. */
export const malformed = ({
  allowed,
  asked,
  name,
}: {
  allowed: string
  asked: string
  name: string
}): PolicyError =>
  new PolicyError({
    code: 'INVALID_PARAMETER',
    message: `The parameter ${name} is ${JSON.stringify(asked)}; allowed is ${allowed}.`,
  })
