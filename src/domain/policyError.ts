/**
 * Every refusal of the product, by code, with the HTTP status it answers with.
 * The codes are part of the public contract: a client may branch on them.
 */
export const policyErrorStatus = {
  ACTOR_REQUIRED: 401,
  APPROVAL_VOID: 409,
  BREAKS_PENDING: 409,
  BULK_NOT_ALLOWED: 400,
  CALENDAR_NOT_COVERED: 400,
  CHANNEL_MISSING: 400,
  CHANNEL_PROHIBITED: 400,
  CHANNEL_UNKNOWN: 400,
  CONFLICT_OPEN: 409,
  EFFECTIVE_DATE_PAST: 400,
  EFFECTIVE_DATE_TAKEN: 409,
  EXCEPTION_NOT_ALLOWED: 400,
  FORBIDDEN: 403,
  GUARDS_MISSING: 503,
  ILLEGAL_TRANSITION: 409,
  INVALID_PARAMETER: 400,
  LABEL_TAKEN: 409,
  LATER_VERSION_PENDING: 409,
  MATERIALITY_REQUIRED: 400,
  NOT_APPROVED: 409,
  NOT_FOUND: 404,
  NOTICE_PERIOD_TOO_SHORT: 400,
  POLICY_BUSY: 409,
  SEALED: 409,
  SELF_APPROVAL: 403,
  TERMS_INVALID: 400,
  TRANSACTION_REQUIRED: 503,
} as const

export type PolicyErrorCode = keyof typeof policyErrorStatus

/** What an error carries beside its message; `errors` puts the message at a field of the admin's form. */
export type PolicyErrorData = {
  [detail: string]: unknown
  code: PolicyErrorCode
  errors?: { message: string; path: string }[]
}

/**
 * A refusal by a rule: what was wrong, what is allowed and what to do.
 * The shape (`status`, `data`, `isPublic`) is what Payload's REST and GraphQL handlers read.
 */
export class PolicyError extends Error {
  readonly code: PolicyErrorCode
  readonly data: PolicyErrorData
  readonly isPublic = true
  readonly status: number

  constructor({
    code,
    details = {},
    field,
    message,
  }: {
    code: PolicyErrorCode
    details?: Record<string, unknown>
    /** Path of the field in the version's form that the message belongs to. */
    field?: string
    message: string
  }) {
    super(message)
    this.name = 'PolicyError'
    this.code = code
    this.status = policyErrorStatus[code]
    this.data = { ...details, code, ...(field && { errors: [{ message, path: field }] }) }
  }
}

/** True for a `PolicyError`, also for one of another copy of this module. */
export const isPolicyError = (error: unknown): error is PolicyError =>
  error instanceof Error && error.name === 'PolicyError' && 'code' in error
