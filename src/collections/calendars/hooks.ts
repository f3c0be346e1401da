import type { CollectionBeforeChangeHook } from 'payload'

import type { PolicyContext } from '../../options.js'

import { isBusinessDay } from '../../domain/businessCalendar.js'
import { isCivilDate } from '../../domain/civilDate.js'
import { PolicyError } from '../../domain/policyError.js'
import { loadActor } from '../../operations/actor.js'
import { loadCalendars } from '../../operations/calendars.js'

/**
 * Checks an entry and names who made it. Days off are added; a working day only sets right a day off
 * that an earlier entry added by mistake: one person alone never shortens a count below what the
 * configured calendar says.
 */
export const checkProclamation =
  (context: PolicyContext): CollectionBeforeChangeHook =>
  async ({ data, req }) => {
    const actor = await loadActor({ context, req })
    if (!actor) {
      throw new PolicyError({
        code: 'ACTOR_REQUIRED',
        message:
          'To add days to a calendar takes a person, so that the record can name who did it. Log in, or pass `user` to the Local API.',
      })
    }

    const holidays = listIn(data.holidays)
    const workingDays = listIn(data.workingDays)
    const configured = context.calendars.find(({ id }) => id === data.calendar)
    const current = (await loadCalendars({ context, req })).find(({ id }) => id === data.calendar)

    // An unknown calendar is for the field's own check to refuse, which comes with the others.
    if (configured && current) {
      const { coverage } = configured
      const outside = [...holidays, ...workingDays].find(
        (date) => date < coverage.from || date > coverage.to,
      )
      const notAdded = workingDays.find(
        (date) =>
          !isCivilDate(date) ||
          !current.holidays.includes(date) ||
          !isBusinessDay({ calendar: configured, date }),
      )

      if (holidays.length + workingDays.length === 0) {
        throw invalid(
          'holidays',
          'An entry adds at least one day to the calendar, written YYYY-MM-DD.',
        )
      }
      if (outside !== undefined) {
        throw invalid(
          'holidays',
          `The day ${outside} is outside of what calendar ${configured.id} covers, ${coverage.from} to ${coverage.to}. Extend the configured calendar first.`,
        )
      }
      if (notAdded !== undefined) {
        throw invalid(
          'workingDays',
          `The day ${notAdded} is no business day that an earlier entry took off, and here a working day only sets such a one right: it would make notice periods shorter than the configured calendar says. Configure make-up working days in the calendar itself.`,
        )
      }
    }

    return { ...data, addedBy: { id: actor.id, name: actor.name, collection: actor.collection } }
  }

const listIn = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [])

const invalid = (field: string, message: string) =>
  new PolicyError({ code: 'INVALID_PARAMETER', field, message })
