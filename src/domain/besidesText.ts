import { contentOf } from './versionContent.js'

/** A field beside the text that differs; a value that is not there is null. */
export type BesidesText = { after: null | string; before: null | string; path: string }

/**
 * What else differs between two versions than their texts, field by field, a host's own fields and all
 * languages included: a reviewer approves it with the text. What a version says of itself alone, such
 * as its exception, is left out where the new one says nothing.
 */
export const besidesText = ({
  after,
  before,
}: {
  after: Record<string, unknown>
  before: Record<string, unknown>
}): BesidesText[] => {
  const values = { after: leavesOf(after), before: leavesOf(before) }

  return [...new Set([...values.before.keys(), ...values.after.keys()])]
    .map((path) => ({
      after: values.after.get(path) ?? null,
      before: values.before.get(path) ?? null,
      path,
    }))
    .filter(
      ({ after: now, before: then, path }) =>
        now !== then && !(now === null && ofItselfAlone.includes(path.split('.')[0]!)),
    )
}

/** Shown elsewhere, or the same for all versions of a policy. */
const leftOut = ['_status', 'acknowledgements', 'body', 'label', 'policy', 'warnings']

const ofItselfAlone = [
  'changeSummary',
  'effectiveOn',
  'exception',
  'imported',
  'materialityReason',
  'replaces',
]

const leavesOf = (version: Record<string, unknown>): Map<string, string> =>
  new Map(
    Object.entries(contentOf(version))
      .filter(([name]) => !leftOut.includes(name))
      .flatMap(([name, value]) => leaves({ path: name, value })),
  )

const leaves = ({ path, value }: { path: string; value: unknown }): [string, string][] => {
  if (value === null || value === undefined || value === '') {
    return []
  }
  if (value instanceof Date) {
    return [[path, value.toISOString()]]
  }
  if (Array.isArray(value)) {
    const items: unknown[] = value
    const isPlain = items.every((item) => typeof item !== 'object')

    return items.length === 0 ? [] : [[path, isPlain ? items.join(', ') : JSON.stringify(items)]]
  }
  if (typeof value === 'object') {
    return 'root' in value
      ? [[path, JSON.stringify(value)]]
      : Object.entries(value).flatMap(([key, item]) =>
          leaves({ path: `${path}.${key}`, value: item }),
        )
  }
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]]
}
