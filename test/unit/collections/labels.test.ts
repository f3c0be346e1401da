import type { Config, Field } from 'payload'

import { describe, expect, it } from 'vitest'

import { policyCollections } from '../../../src/collections/index.js'
import { sanitizeOptions } from '../../../src/sanitizeOptions.js'
import { de } from '../../../src/translations/de.js'
import { namespace } from '../../../src/translations/namespace.js'

/** What Payload answers in a German panel for the plugin's words; nothing for any others. */
const t = (key: string): string | undefined =>
  (de.admin as Record<string, string>)[key.slice(namespace.length + 1)]

/** A label as a German panel shows it; undefined where it would be made of the field's English name. */
const inGerman = (label: unknown): unknown =>
  typeof label === 'function'
    ? (label as (asked: { t: typeof t }) => unknown)({ t })
    : (label as Record<string, string> | undefined)?.de

type Shown = { label?: unknown; name: string; options?: { label: unknown }[] }

/** The fields that people see: in a document, or as a column of a list. */
const shownIn = (fields: Field[]): Shown[] =>
  fields.flatMap((field) => {
    const {
      admin,
      fields: inner,
      ...own
    } = field as Shown & {
      admin?: { disableListColumn?: boolean; hidden?: boolean }
      fields?: Field[]
    }
    const isShown = !admin?.hidden || admin.disableListColumn === false

    return [...(isShown ? [own] : []), ...shownIn(inner ?? [])]
  })

const config = { admin: { user: 'staff' } } as Config
const collections = policyCollections(sanitizeOptions({ config, options: {} }))
const germanWords = new Set<unknown>(Object.values(de.admin))

describe.each(collections.map((collection) => [collection.slug, collection] as const))(
  'in a German panel, the collection %s',
  (_slug, { fields, labels }) => {
    it.each(shownIn(fields).map((field) => [field.name, field] as const))(
      'has a German label for its field %s, and for what can be chosen in it',
      (_name, { label, options = [] }) => {
        expect(germanWords).toContain(inGerman(label))
        for (const option of options) {
          expect(germanWords).toContain(inGerman(option.label))
        }
      },
    )

    it('has a German name', () => {
      expect(germanWords).toContain(inGerman(labels?.singular))
      expect(germanWords).toContain(inGerman(labels?.plural))
    })
  },
)
