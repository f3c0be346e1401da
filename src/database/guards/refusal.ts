import type { PolicyErrorCode } from '../../domain/policyError.js'

import { literal } from './guardedTables.js'

/** The SQLSTATE by which a guard's refusal is known; the contract's code travels as the constraint's name. */
export const guardRefusal = 'PVGRD'

/** PL/pgSQL that refuses with a code and a message; `%` stands for the further arguments, SQL expressions. */
export const refuse = (code: PolicyErrorCode, message: string, ...values: string[]): string =>
  `raise exception using errcode = ${literal(guardRefusal)}, constraint = ${literal(code)}, message = ${
    values.length > 0
      ? `format(${[literal(message.replaceAll('%', '%s')), ...values].join(', ')})`
      : literal(message)
  };`

/** What a write outside of the policy's lock is refused with. */
export const unlocked = (what: string): string =>
  refuse(
    'SEALED',
    `${what} is written by the workflow alone, under the lock of its policy, so that the record sees it. Use the collection's API.`,
  )
