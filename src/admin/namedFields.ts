import type { ClientField } from 'payload'

/** A field that is a part of a path. */
export type NamedField = { label?: unknown; name: string; options?: unknown[]; type: string }

/** The fields at one level of a path: rows, tabs without a name and what can be folded are no part of it. */
export const namedFields = (fields: readonly ClientField[]): NamedField[] =>
  fields.flatMap((field) => {
    if ('tabs' in field) {
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? [{ ...tab, name: tab.name, type: 'tab' }]
          : namedFields(tab.fields),
      )
    }
    if ('name' in field && field.name) {
      return [field]
    }
    return 'fields' in field ? namedFields(field.fields) : []
  })
