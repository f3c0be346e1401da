/** The id in the value of a single relationship, populated or not; undefined where there is none. */
export const relationId = (value: unknown): number | string | undefined => {
  if (typeof value === 'number' || typeof value === 'string') {
    return value
  }
  return typeof value === 'object' && value !== null && 'id' in value
    ? relationId(value.id)
    : undefined
}
