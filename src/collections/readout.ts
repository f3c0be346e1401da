import type { JSONField } from 'payload'

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
