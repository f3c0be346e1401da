import type { Collection, Write } from './attacks.js'

const types: Record<Collection, string> = {
  policies: 'Policy',
  'policy-calendars': 'PolicyCalendar',
  'policy-events': 'PolicyEvent',
  'policy-notices': 'PolicyNotice',
  'policy-reviews': 'PolicyReview',
  'policy-versions': 'PolicyVersion',
  users: 'User',
}

/** Fields that GraphQL writes as names and not as texts. */
const choices: Partial<Record<Collection, string[]>> = {
  policies: ['kind'],
  'policy-reviews': ['decision', 'scope'],
  'policy-versions': ['status'],
}

/** A write as a mutation of GraphQL. */
export const mutationOf = ({
  options,
  write: { id, collection, data, operation },
}: {
  /** Further arguments, in GraphQL. */
  options: string
  write: Write
}): string => {
  const given = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(data ? [`data: ${literal({ chosen: choices[collection] ?? [], value: data })}`] : []),
    ...(operation === 'delete' || options === '' ? [] : [options]),
  ]
  return `mutation { ${operation}${types[collection]}(${given.join(', ')}) { id } }`
}

const literal = ({ chosen = [], value }: { chosen?: string[]; value: unknown }): string => {
  if (Array.isArray(value)) {
    return `[${value.map((item) => literal({ value: item })).join(', ')}]`
  }
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) =>
        chosen.includes(name) ? `${name}: ${String(item)}` : `${name}: ${literal({ value: item })}`,
      )
      .join(', ')} }`
  }
  return JSON.stringify(value)
}
