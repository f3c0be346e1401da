import type { CollectionConfig, Field } from 'payload'

import type { CollectionOverride } from '../options.js'

type Hooks = NonNullable<CollectionConfig['hooks']>

/**
 * A collection as the host changed it, with what the rules rest on put back: access, hooks,
 * endpoints, indexes, and the switches that keep other roads closed. The host's own hooks and
 * endpoints run beside the plugin's.
 * @throws Error where a field of the plugin was taken out.
 */
export const applyOverride = ({
  defaultCollection,
  override,
}: {
  defaultCollection: CollectionConfig
  override: CollectionOverride | undefined
}): CollectionConfig => {
  if (!override) {
    return defaultCollection
  }

  const collection = override({ defaultCollection })
  assertFieldsKept({ collection, defaultCollection })

  return {
    ...collection,
    slug: defaultCollection.slug,
    access: defaultCollection.access,
    disableDuplicate: defaultCollection.disableDuplicate,
    endpoints: merged(defaultCollection.endpoints || [], collection.endpoints || []),
    hooks: mergedHooks({ host: collection.hooks ?? {}, own: defaultCollection.hooks ?? {} }),
    indexes: merged(defaultCollection.indexes ?? [], collection.indexes ?? []),
    trash: false,
    versions: defaultCollection.versions,
  }
}

/** The plugin judges what the host's hooks made of a document, and locks before any of them reads it. */
const mergedHooks = ({ host, own }: { host: Hooks; own: Hooks }): Hooks => {
  const names = [...new Set([...Object.keys(host), ...Object.keys(own)])] as (keyof Hooks)[]

  return Object.fromEntries(
    names.map((name) => {
      const theirs = (host[name] ?? []) as unknown[]
      const ours = (own[name] ?? []) as unknown[]
      const isHostFirst = name.startsWith('before') && name !== 'beforeOperation'
      const added = theirs.filter((hook) => !ours.includes(hook))

      return [name, isHostFirst ? [...added, ...ours] : [...ours, ...added]]
    }),
  )
}

const merged = <T>(own: T[], host: T[]): T[] => [
  ...own,
  ...host.filter((item) => !own.includes(item)),
]

const assertFieldsKept = ({
  collection,
  defaultCollection,
}: {
  collection: CollectionConfig
  defaultCollection: CollectionConfig
}): void => {
  const kept = namesOf(collection.fields)
  const lost = namesOf(defaultCollection.fields).filter((name) => !kept.includes(name))

  if (lost.length > 0) {
    throw new Error(
      `payload-plugin-policy-versioning: the override of "${defaultCollection.slug}" leaves out ${lost.join(', ')}, which the rules rely on. Spread \`defaultCollection.fields\` and add to them.`,
    )
  }
}

/** Names of the fields that hold data at the top level, also where they are laid out in rows or tabs. */
const namesOf = (fields: Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'ui') {
      return []
    }
    if ('name' in field && field.name) {
      return field.name
    }
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name ? tab.name : namesOf(tab.fields),
      )
    }
    return 'fields' in field ? namesOf(field.fields) : []
  })
