import type { Endpoint, PayloadRequest } from 'payload'

import type { CivilDate } from '../../domain/civilDate.js'
import type { UnsavedContent } from '../../operations/effectiveDays.js'
import type { PolicyContext } from '../../options.js'

import { isCivilDate } from '../../domain/civilDate.js'
import { malformed } from '../../domain/delivery/moment.js'
import { loadEffectiveDays } from '../../operations/effectiveDays.js'
import { requireAnyRole } from '../access.js'
import { answering, instantParameter } from '../http.js'
import { requireVersion } from './requireVersion.js'

/**
 * What each day of a month is to a version: of one that is stored, and of one that was not saved yet,
 * by its policy. Parameters stand for what a form holds and the database does not.
 */
export const effectiveDaysEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] => [
  {
    handler: (req) =>
      answering({
        req,
        answer: async () => {
          await requireAnyRole({ context, req })
          const asked = askedIn(req)
          const version = await requireVersion({ context, req })
          return Response.json(
            await loadEffectiveDays({ ...asked, context, policy: version.policy, req, version }),
          )
        },
      }),
    method: 'get',
    path: '/:id/effective-days',
  },
  {
    handler: (req) =>
      answering({
        req,
        answer: async () => {
          await requireAnyRole({ context, req })
          const policy = req.searchParams.get('policy')
          if (policy === null || policy.includes('\0')) {
            throw malformed({ allowed: 'the id of a policy', asked: policy ?? '', name: 'policy' })
          }
          return Response.json(await loadEffectiveDays({ ...askedIn(req), context, policy, req }))
        },
      }),
    method: 'get',
    path: '/effective-days',
  },
]

const askedIn = (
  req: PayloadRequest,
): { from: Date | undefined; month: CivilDate | undefined; unsaved: UnsavedContent } => ({
  from: instantParameter({ name: 'from', req }),
  month: monthIn(req),
  unsaved: unsavedIn(req),
})

const monthIn = (req: PayloadRequest): CivilDate | undefined => {
  const asked = req.searchParams.get('month')
  if (asked === null) {
    return undefined
  }

  const first = `${asked}-01`
  if (!isCivilDate(first)) {
    throw malformed({ allowed: 'a month written YYYY-MM', asked, name: 'month' })
  }
  return first
}

/** What the form says: an empty `replaces` or `exception` means none. */
const unsavedIn = (req: PayloadRequest): UnsavedContent => {
  const materialChange = booleanIn({ name: 'materialChange', req })
  const exception = req.searchParams.get('exception')
  const replaces = req.searchParams.get('replaces')

  return {
    ...(materialChange !== undefined && { materialChange }),
    ...(exception !== null && {
      // Its explanation is still to be written, and no matter of days.
      exception: exception === '' ? null : { explanation: exception, reason: exception },
    }),
    ...(replaces !== null && {
      replaces:
        replaces === ''
          ? null
          : {
              materialDifference: booleanIn({ name: 'materialDifference', req }) ?? true,
              version: replaces,
            },
    }),
  }
}

const booleanIn = ({ name, req }: { name: string; req: PayloadRequest }): boolean | undefined => {
  const asked = req.searchParams.get(name)

  if (asked !== null && asked !== 'true' && asked !== 'false') {
    throw malformed({ allowed: 'true or false', asked, name })
  }
  return asked === null ? undefined : asked === 'true'
}
