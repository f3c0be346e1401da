import type { DateField, JSONField } from 'payload'

import type { Words } from '../translations/en.js'

import { label } from '../translations/label.js'
import { component } from './component.js'

type Named = { name: string; word: keyof Words['admin'] }

/** A JSON value that people only read: shown as text, since nobody edits a record. */
export const readout = ({ name, required, word }: Named & { required?: boolean }): JSONField => ({
  name,
  type: 'json',
  admin: {
    components: {
      Cell: component({ name: 'ReadoutCell' }),
      Field: component({ name: 'ReadoutField' }),
    },
    readOnly: true,
  },
  label: label(word),
  required,
})

/** An instant of the record, shown with its time. */
export const moment = ({ name, word }: Named): DateField => ({
  name,
  type: 'date',
  admin: { date: { pickerAppearance: 'dayAndTime' }, readOnly: true },
  index: true,
  label: label(word),
  required: true,
})
