import type { CollectionConfig, TextField } from 'payload'

import type { PolicyContext } from '../../options.js'

import { isCivilDate } from '../../domain/civilDate.js'
import { PolicyError } from '../../domain/policyError.js'
import { label, staticLabel } from '../../translations/label.js'
import { anyRole, nobody, withRole } from '../access.js'

/**
 * Days that were proclaimed after a calendar was configured. Each entry makes a new version of the
 * calendar and is never changed: an entry that was wrong is set right by the next one.
 */
export const createCalendarsCollection = (context: PolicyContext): CollectionConfig => ({
  slug: context.slugs.calendars,
  access: {
    create: withRole({ context, doing: 'add days to a calendar', role: 'admin' }),
    delete: nobody,
    read: anyRole(context),
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
      type: 'select',
      admin: { description: label('calendarHelp') },
      label: label('calendar'),
      options: context.calendars.map(({ id }) => ({ label: id, value: id })),
      required: true,
    },
    days('holidays'),
    days('workingDays'),
    { name: 'reason', type: 'textarea', label: label('calendarReason'), required: true },
  ],
  hooks: {
    beforeChange: [
      ({ data }) => {
        if (![data.holidays, data.workingDays].some((list) => Array.isArray(list) && list.length)) {
          throw new PolicyError({
            code: 'INVALID_PARAMETER',
            field: 'holidays',
            message:
              'An entry adds at least one day to the calendar: a day off or a make-up working day, written YYYY-MM-DD.',
          })
        }
        return data
      },
    ],
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
})

const days = (name: 'holidays' | 'workingDays'): TextField => ({
  name,
  type: 'text',
  hasMany: true,
  label: label(name),
  validate: (value: unknown) =>
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.every(isCivilDate)) ||
    `The days are ${JSON.stringify(value)}; allowed are existing days written YYYY-MM-DD.`,
})
