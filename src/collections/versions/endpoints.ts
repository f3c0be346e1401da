import type { Endpoint, PayloadRequest } from 'payload'

import { addDataAndFileToRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { type Transition, transitionNames, transitions } from '../../domain/lifecycle.js'
import { PolicyError } from '../../domain/policyError.js'
import { noticeWindow } from '../../operations/noticeWindow.js'
import { loadStoredVersion, type StoredVersion } from '../../operations/storedVersion.js'
import { requireAnyRole } from '../access.js'
import { answering, dateParameter, instantParameter, routeParameter } from '../http.js'

/** The routes of a version for those with a login: the dry run, and the steps of the workflow. */
export const versionEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] => [
  {
    handler: (req) =>
      answering({
        answer: async () => {
          await requireAnyRole({ context, req })
          return Response.json(
            await noticeWindow({
              context,
              effectiveOn: dateParameter({ name: 'effectiveOn', req }),
              from: instantParameter({ name: 'from', req }),
              req,
              version: await requireVersion({ context, req }),
            }),
          )
        },
        req,
      }),
    method: 'get',
    path: '/:id/notice-window',
  },
  ...transitionNames.map((transition): Omit<Endpoint, 'root'> => ({
    handler: (req) => answering({ answer: () => takeStep({ context, req, transition }), req }),
    method: 'post',
    path: `/:id/${transition}`,
  })),
]

/** Does what a plain write of `status` does, through the same hooks. */
const takeStep = async ({
  context,
  req,
  transition,
}: {
  context: PolicyContext
  req: PayloadRequest
  transition: Transition
}): Promise<Response> => {
  await addDataAndFileToRequest(req)
  const { comment, fingerprint } = stepOf(req.data)
  const { id } = await requireVersion({ context, req })

  const doc = await req.payload.update({
    id,
    collection: context.slugs.versions,
    data: {
      ...(comment !== undefined && { comment }),
      ...(fingerprint !== undefined && { fingerprint }),
      status: transitions[transition].to,
      transition,
    },
    depth: 0,
    overrideAccess: false,
    req,
  })

  return Response.json({ doc })
}

/** @throws PolicyError `INVALID_PARAMETER` for a comment or a fingerprint that is no text. */
const stepOf = (data: unknown): { comment?: string; fingerprint?: string } => {
  const { comment, fingerprint } = (data ?? {}) as { comment?: unknown; fingerprint?: unknown }

  for (const [name, value] of Object.entries({ comment, fingerprint })) {
    if (value !== undefined && value !== null && typeof value !== 'string') {
      throw new PolicyError({
        code: 'INVALID_PARAMETER',
        message: `The ${name} is ${JSON.stringify(value)}; allowed is a text.`,
      })
    }
  }

  return {
    ...(typeof comment === 'string' && { comment }),
    ...(typeof fingerprint === 'string' && { fingerprint }),
  }
}

const requireVersion = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<StoredVersion> => {
  const id = routeParameter({ name: 'id', req })
  const isNumeric = req.payload.db.defaultIDType === 'number'
  const version =
    isNumeric && !/^\d{1,15}$/.test(id)
      ? null
      : await loadStoredVersion({ id: isNumeric ? Number(id) : id, context, req })

  if (!version) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `There is no version with the id ${JSON.stringify(id)}.`,
    })
  }

  return version
}
