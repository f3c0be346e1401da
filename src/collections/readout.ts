import type { DateField, JSONField } from 'payload'

import { component } from './component.js'

/** A JSON value that people only read: shown as text, since nobody edits a record. */
export const readout = ({ name, required }: { name: string; required?: boolean }): JSONField => ({
  name,
  type: 'json',
  admin: {
    components: {
      Cell: component({ name: 'ReadoutCell' }),
      Field: component({ name: 'ReadoutField' }),
    },
    readOnly: true,
  },
  required,
})

/** An instant of the record, shown with its time. */
export const moment = ({ name }: { name: string }): DateField => ({
  name,
  type: 'date',
  admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
  index: true,
  required: true,
})
