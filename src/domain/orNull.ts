import { isPolicyError } from './policyError.js'

/** What a computation answers, or null where a rule stands against it, such as a day that no calendar covers. */
export const orNull = <T>(compute: () => T): null | T => {
  try {
    return compute()
  } catch (error) {
    if (isPolicyError(error)) {
      return null
    }
    throw error
  }
}
