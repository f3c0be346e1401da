/**
 * The fields of a version that the plugin sets itself. Everything else is its content, a host's own
 * fields included: what a reviewer approves and what the fingerprint covers.
 */
export const setByPlugin = [
  'authors',
  'basedOn',
  'createdAt',
  'effectiveAt',
  'fingerprint',
  'id',
  'publishedAt',
  'publishedBy',
  'snapshot',
  'status',
  'updatedAt',
  'withdrawnAt',
] as const

/** The content of a stored version: every field in every language but for those the plugin sets. */
export const contentOf = (stored: Record<string, unknown>): Record<string, unknown> =>
  withoutEmpty(
    Object.fromEntries(
      Object.entries(stored).filter(([name]) => !setByPlugin.some((field) => field === name)),
    ),
  ) as Record<string, unknown>

/** Leaves out null and undefined, so that a field that was never filled and one that was emptied are the same. */
const withoutEmpty = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(withoutEmpty)
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== null && item !== undefined)
        .map(([key, item]) => [key, withoutEmpty(item)]),
    )
  }
  return value
}
