import type { CollectionConfig, PayloadRequest, TextField } from 'payload'

import type { PolicyContext } from '../../options.js'

import { isCivilDate } from '../../domain/civilDate.js'
import { PolicyError } from '../../domain/policyError.js'
import { fault, label, staticLabel } from '../../translations/label.js'
import { anyRole, nobody, noHistory, withRole } from '../access.js'
import { readout } from '../readout.js'
import { checkProclamation } from './hooks.js'

/**
 * Days that were proclaimed after a calendar was configured. Each entry makes a new version of the
 * calendar and is never changed: an entry that was wrong is set right by the next one.
 */
export const createCalendarsCollection = (context: PolicyContext): CollectionConfig => {
  const ids = context.calendars.map(({ id }) => id)

  return {
    slug: context.slugs.calendars,
    access: {
      create: withRole({ context, doing: 'add days to a calendar', role: 'admin' }),
      delete: nobody,
      read: anyRole(context),
      readVersions: noHistory,
      update: nobody,
    },
    admin: {
      defaultColumns: ['calendar', 'holidays', 'workingDays', 'reason', 'createdAt'],
      group: staticLabel('group'),
      useAsTitle: 'calendar',
    },
    disableDuplicate: true,
    fields: [
      {
        name: 'calendar',
        // A text: a select would be a type of the database, which each new calendar had to change.
        type: 'text',
        admin: { description: label('calendarHelp'), placeholder: ids.join(', ') },
        label: label('calendar'),
        required: true,
        validate: (value: unknown, { req }: { req: PayloadRequest }) =>
          ids.some((id) => id === value) ||
          fault({ allowed: ids, key: 'faultCalendar', req, value }),
      },
      days('holidays'),
      days('workingDays'),
      { name: 'reason', type: 'textarea', label: label('calendarReason'), required: true },
      readout({ name: 'addedBy', word: 'addedBy' }),
    ],
    hooks: {
      beforeChange: [checkProclamation(context)],
      beforeOperation: [
        ({ operation }) => {
          if (['delete', 'restoreVersion', 'update'].includes(operation)) {
            throw new PolicyError({
              code: 'SEALED',
              message:
                'Proclaimed days are never changed or deleted, since dates were counted with them. Add an entry that sets the day right.',
            })
          }
        },
      ],
    },
    labels: { plural: label('calendarEntries'), singular: label('calendarEntry') },
    versions: false,
  }
}

const days = (name: 'holidays' | 'workingDays'): TextField => ({
  name,
  type: 'text',
  hasMany: true,
  label: label(name),
  validate: (value: unknown, { req }: { req: PayloadRequest }) =>
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.every(isCivilDate)) ||
    fault({ key: 'faultDays', req, value }),
})
