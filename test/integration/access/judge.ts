import type { Outcome } from './accessTable.js'
import type { Answer } from './calls.js'
import type { Operation } from './operations/operation.js'

import { secret } from './accessStage.js'

/** The word of the table for what came of a call, and whatever else is wrong with it. */
export const judge = ({
  answer,
  effect,
  hasChanged,
}: {
  answer: Answer
  effect: Operation['effect']
  /** Whether anything was written to the plugin's tables. */
  hasChanged: boolean
}): string => {
  const isDone = answer.status < 300
  const flaws = [
    ...(isDone && effect === 'write' && !hasChanged ? ['nothing changed'] : []),
    ...(isDone && effect === 'hidden' && !tells(answer) ? ['nothing was shown'] : []),
    ...(tells(answer) && (!isDone || effect === 'open') ? ['the secret was told'] : []),
    ...(hasChanged && (!isDone || effect !== 'write') ? ['the record changed'] : []),
  ]

  return [outcomeOf(answer), ...flaws].join(', but ')
}

/** True where anything of what was never published stands in an answer. */
export const tells = ({ text }: Answer): boolean => text.toLowerCase().includes(secret)

const refusals: Record<string, Outcome> = {
  '400 BULK_NOT_ALLOWED': 'single',
  '400 INVALID_PARAMETER': 'invalid',
  '401 ACTOR_REQUIRED': 'login',
  // Payload's own refusal of a read has no code.
  '403': 'no',
  '403 FORBIDDEN': 'no',
  '403 SELF_APPROVAL': 'own',
  '404': 'none',
  '404 NOT_FOUND': 'none',
  '409 ILLEGAL_TRANSITION': 'illegal',
  '409 SEALED': 'sealed',
}

/** The answer itself where it is none of those that the table knows. */
const outcomeOf = ({ code, status, text }: Answer): string => {
  if (status < 300) {
    return 'yes'
  }
  // How GraphQL and the Local API say that there is no such operation.
  if (/Cannot query field|cannot be duplicated/.test(text)) {
    return 'none'
  }

  const refusal = [status, code].filter(Boolean).join(' ')
  return refusals[refusal] ?? `${refusal} ${text}`
}
