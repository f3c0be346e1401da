import type { PolicyErrorCode } from '../domain/policyError.js'

/** Why the API gave no answer, beside its own codes: it cannot be reached, or something else answered in its place. */
export type PolicyApiErrorCode = 'UNREACHABLE' | 'UNREADABLE' | PolicyErrorCode

/** What the API refused, or that there was no answer of it. */
export class PolicyApiError extends Error {
  /** The API's own code where it gave one: a client may branch on it. */
  readonly code: PolicyApiErrorCode
  /** What the API tells beside its code, such as `startsAt` of a policy that is not in force yet. */
  readonly details: Record<string, unknown>
  /** The HTTP status; null where there was no answer, or where nothing was asked. */
  readonly status: null | number

  constructor({
    cause,
    code,
    details = {},
    message,
    status,
  }: {
    cause?: unknown
    code: PolicyApiErrorCode
    details?: Record<string, unknown>
    message: string
    status: null | number
  }) {
    super(message, { cause })
    this.name = 'PolicyApiError'
    this.code = code
    this.details = details
    this.status = status
  }
}

/** True for a `PolicyApiError`, also for one of another copy of this module. */
export const isPolicyApiError = (error: unknown): error is PolicyApiError =>
  error instanceof Error && error.name === 'PolicyApiError' && 'code' in error

/**
 * True where the API says that there is no such thing, and where no policy or version can be called
 * so: for a site both are a page that does not exist.
 */
export const isNotFound = (error: unknown): error is PolicyApiError =>
  isPolicyApiError(error) &&
  (error.code === 'NOT_FOUND' || (error.code === 'INVALID_PARAMETER' && error.status === null))
