import { type PolicyErrorCode, PolicyError, policyErrorStatus } from '../domain/policyError.js'
import { guardRefusal } from './guards/refusal.js'

type PostgresError = { code: string; constraint?: string; message: string }

/** Gives a version's label or instant that is taken the contract's code. Anything else is answered as it came. */
export const asTaken = (error: unknown): unknown => {
  const unique = uniquePathOf(error)
  if (unique?.includes('effective_at')) {
    return new PolicyError({
      code: 'EFFECTIVE_DATE_TAKEN',
      field: 'effectiveOn',
      message:
        'Another version of this policy takes effect at the same instant. Choose another date, or withdraw that version first.',
    })
  }
  if (unique?.includes('label')) {
    return new PolicyError({
      code: 'LABEL_TAKEN',
      field: 'label',
      message:
        'Another version of this policy has this label. Choose another label, or leave it empty to get the next number.',
    })
  }
  return error
}

/**
 * Gives what Postgres refused the contract's code: what a guard says, and a lock that could not be
 * had. Anything else is answered as it came.
 */
export const asPolicyError = (error: unknown): unknown => {
  const { code, constraint, message } = postgresError(error) ?? {}
  if (code === guardRefusal && constraint !== undefined && constraint in policyErrorStatus) {
    return new PolicyError({ code: constraint as PolicyErrorCode, message: message ?? '' })
  }
  // 55P03 lock_not_available, 40P01 deadlock_detected
  return code === '55P03' || code === '40P01'
    ? new PolicyError({
        code: 'POLICY_BUSY',
        message:
          'Somebody else is changing this policy right now, and it took longer than five seconds. Nothing was changed; try again.',
      })
    : error
}

/** What Postgres said, wherever the layers above have put it. */
const postgresError = (error: unknown): PostgresError | undefined => {
  if (typeof error !== 'object' || error === null) {
    return undefined
  }
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) {
    return error as PostgresError
  }
  return 'cause' in error ? postgresError(error.cause) : undefined
}

/** The columns of a unique index that was violated: Payload makes it a `ValidationError` with them as path. */
const uniquePathOf = (error: unknown): string | undefined => {
  const { data } = (error ?? {}) as { data?: { errors?: { path?: unknown }[] } }
  const path = data?.errors?.[0]?.path

  return error instanceof Error && error.name === 'ValidationError' && typeof path === 'string'
    ? path
    : undefined
}
