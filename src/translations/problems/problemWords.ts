import type { PolicyErrorCode } from '../../domain/policyError.js'

import { fill } from '../fill.js'
import { ar } from './ar.js'
import { de } from './de.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { ja } from './ja.js'

/** What people meet on a version's way; what else is refused is told in English. */
type Told =
  | 'ANTICIPATES_PENDING'
  | 'CALENDAR_CHANGED'
  | 'CHANNEL_MISSING_ANY'
  | 'NOTICE_PERIOD_TOO_SHORT_TAKEN'
  | 'UNDOES_LATER'
  | 'UNDONE_BY_PENDING'
  | Extract<
      PolicyErrorCode,
      | 'ACTOR_REQUIRED'
      | 'APPROVAL_VOID'
      | 'BREAKS_PENDING'
      | 'CALENDAR_NOT_COVERED'
      | 'CHANNEL_MISSING'
      | 'CHANNEL_PROHIBITED'
      | 'CHANNEL_UNKNOWN'
      | 'CONFLICT_OPEN'
      | 'EFFECTIVE_DATE_PAST'
      | 'EFFECTIVE_DATE_TAKEN'
      | 'FORBIDDEN'
      | 'LABEL_TAKEN'
      | 'LATER_VERSION_PENDING'
      | 'MATERIALITY_REQUIRED'
      | 'NOT_APPROVED'
      | 'NOTICE_PERIOD_TOO_SHORT'
      | 'POLICY_BUSY'
      | 'SEALED'
      | 'SELF_APPROVAL'
    >

/** Refusals and warnings in a language. English has none: there the rules speak for themselves. */
export type ProblemWords = Record<Told, string>

const languages: Record<string, ProblemWords> = { ar, de, es, fr, ja }

/** A refusal or a warning: its code, its message in English, and what it says beside. Days are `YYYY-MM-DD`. */
export type Problem = { [detail: string]: unknown; code: string; message: string }

/**
 * A refusal or a warning in a language; its own message where there are no words for it, or where it
 * does not say what they need.
 */
export const problemIn = ({
  language,
  problem,
}: {
  language: string
  problem: Problem
}): string => {
  const words = languages[language.split(/[-_]/)[0]!]
  const text = words?.[keyOf(problem)]

  if (text === undefined) {
    return problem.message
  }
  const filled = fill(text, valuesOf({ language, problem }))
  return /\{\{\w+\}\}/.test(filled) ? problem.message : filled
}

const keyOf = ({ anyOf, code, taken }: Problem): Told => {
  if (code === 'NOTICE_PERIOD_TOO_SHORT' && taken !== undefined) {
    return 'NOTICE_PERIOD_TOO_SHORT_TAKEN'
  }
  return code === 'CHANNEL_MISSING' && anyOf !== undefined ? 'CHANNEL_MISSING_ANY' : (code as Told)
}

/** What the words are filled with; what a problem does not say is left out. */
const valuesOf = ({
  language,
  problem: {
    allOf,
    anyOf,
    calendar,
    channel,
    conflicts,
    coverage,
    earliestEffectiveOn,
    later,
    pending,
    predecessor,
    replaced,
    taken,
    takenBy,
  },
}: {
  language: string
  problem: Problem
}): Record<string, string> => {
  const { from, to } = recordOf(coverage)
  const channels = [allOf, anyOf].flatMap((list) => (Array.isArray(list) ? list.map(String) : []))
  const day = (date: unknown) =>
    typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date)
      ? new Intl.DateTimeFormat(language, {
          calendar: 'gregory',
          dateStyle: 'full',
          timeZone: 'UTC',
        }).format(new Date(`${date}T00:00:00Z`))
      : undefined

  return Object.fromEntries(
    Object.entries({
      calendar: recordOf(calendar).id ?? calendar,
      channel,
      channels: channels.length > 0 ? new Intl.ListFormat(language).format(channels) : undefined,
      count: conflicts,
      earliest: day(earliestEffectiveOn),
      from: day(from),
      later: recordOf(later).label,
      pending: recordOf(pending).label,
      predecessor: recordOf(predecessor ?? replaced).label,
      taken: Array.isArray(taken)
        ? new Intl.ListFormat(language).format(taken.map((each) => String(recordOf(each).label)))
        : recordOf(takenBy).label,
      to: day(to),
    }).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
