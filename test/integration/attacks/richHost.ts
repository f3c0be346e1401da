import type { CollectionConfig, Field } from 'payload'

import type { App } from '../../helpers/app.js'

import { createMember } from '../../helpers/cast.js'
import { type AttackStage, createAttackStage } from './stage.js'

/** A host with two languages, a schema of its own, and fields in every kind of table. */
export const createRichStage = (): Promise<AttackStage> =>
  createAttackStage({
    config: { localization: { defaultLocale: 'en', locales: ['en', 'de'] } },
    content,
    options: { collections: { versions: withFields } },
    schema: 'legal',
  })

const content = async (app: App): Promise<Record<string, unknown>> => {
  const { id: owner } = await createMember(app, { email: 'owner@example.com' })
  const { id: related } = await createMember(app, { email: 'related@example.com' })

  return {
    owner,
    related: [related],
    sections: [{ heading: 'One', points: [{ point: 'A' }, { point: 'B' }] }],
    tags: ['one'],
  }
}

const withFields = ({
  defaultCollection,
}: {
  defaultCollection: CollectionConfig
}): CollectionConfig => ({
  ...defaultCollection,
  fields: [
    ...defaultCollection.fields.map(forging),
    {
      name: 'sections',
      type: 'array',
      fields: [
        { name: 'heading', type: 'text', localized: true },
        { name: 'points', type: 'array', fields: [{ name: 'point', type: 'text' }] },
      ],
    },
    { name: 'tags', type: 'select', hasMany: true, options: ['one', 'two'] },
    { name: 'related', type: 'relationship', hasMany: true, relationTo: 'users' },
    { name: 'owner', type: 'relationship', relationTo: 'users' },
  ],
})

/** A field hook of the host, which runs after all of the plugin's, and forges where a request says so. */
const forging = (field: Field): Field =>
  'name' in field && ['effectiveAt', 'publishedAt', 'publishedBy', 'snapshot'].includes(field.name)
    ? ({
        ...field,
        hooks: {
          beforeChange: [
            ({ req, value }: { req: { context: Record<string, unknown> }; value: unknown }) =>
              req.context.forged === undefined
                ? value
                : (req.context.forged as Record<string, unknown>)[field.name],
          ],
        },
      } as Field)
    : field
