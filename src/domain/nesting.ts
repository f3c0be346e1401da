import { PolicyError } from './policyError.js'

/** Levels of lists and objects in each other: twice what any editor makes, and safe to walk through by recursion. */
export const deepestNesting = 500

/** @throws PolicyError `INVALID_PARAMETER` for a field whose value is nested so deeply that saving it would break off. */
export const assertNesting = (data: Record<string, unknown>): void => {
  const field = Object.keys(data).find((name) => isTooDeep(data[name]))

  if (field !== undefined) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      field,
      message: `The field ${field} nests more than ${deepestNesting} levels deep, which is more than can be stored and shown. Make its lists and quotations flatter and save again.`,
    })
  }
}

/** Level by level: a walk by recursion is what it guards against. */
const isTooDeep = (value: unknown): boolean => {
  let level = [value].filter(isNesting)

  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= deepestNesting) {
      return true
    }
    level = level.flatMap((parent) => Object.values(parent).filter(isNesting))
  }
  return false
}

const isNesting = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date)
