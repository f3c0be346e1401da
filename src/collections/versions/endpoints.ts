import type { Endpoint, PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { evidencePage } from '../../domain/evidence/evidencePage.js'
import { PolicyError } from '../../domain/policyError.js'
import { loadEvidence } from '../../operations/evidence.js'
import { noticeWindow } from '../../operations/noticeWindow.js'
import { versionRedline } from '../../operations/versionRedline.js'
import { requireAnyRole } from '../access.js'
import { answering, dateParameter, instantParameter } from '../http.js'
import { effectiveDaysEndpoints } from './effectiveDaysEndpoints.js'
import { importTextEndpoint } from './importTextEndpoint.js'
import { rebaseEndpoint } from './rebaseEndpoint.js'
import { replaceEndpoint } from './replaceEndpoint.js'
import { requireVersion } from './requireVersion.js'
import { stepEndpoints } from './stepEndpoints.js'

/** The routes of a version for those with a login: the dry run, and the steps of the workflow. */
export const versionEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] => [
  {
    handler: (req) =>
      answering({
        req,
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
      }),
    method: 'get',
    path: '/:id/notice-window',
  },
  ...effectiveDaysEndpoints(context),
  rebaseEndpoint(context),
  replaceEndpoint(context),
  {
    handler: (req) =>
      answering({
        req,
        answer: async () => {
          await requireAnyRole({ context, req })
          return Response.json(
            await versionRedline({
              against: req.searchParams.get('against') || undefined,
              context,
              locale: req.searchParams.get('locale') || undefined,
              req,
              version: await requireVersion({ context, req }),
            }),
          )
        },
      }),
    method: 'get',
    path: '/:id/redline',
  },
  {
    handler: (req) =>
      answering({
        req,
        answer: async () => {
          await requireAnyRole({ context, req })
          return evidenceFile({ context, req })
        },
      }),
    method: 'get',
    path: '/:id/evidence',
  },
  importTextEndpoint(context),
  ...stepEndpoints(context),
]

/** The record of a published version as a file: a page that checks itself, or JSON. */
const evidenceFile = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<Response> => {
  const format = req.searchParams.get('format') ?? 'html'
  if (format !== 'html' && format !== 'json') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The format is ${JSON.stringify(format)}; allowed are html and json.`,
    })
  }

  const { id } = await requireVersion({ context, req })
  const evidence = await loadEvidence({ id, context, payload: req.payload })
  const name = `${evidence.policy.slug}-${evidence.version.label}.${format}`

  return new Response(format === 'json' ? JSON.stringify(evidence) : evidencePage(evidence), {
    headers: {
      // Slugs and labels are letters, digits, dots, hyphens and underscores.
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Type': format === 'json' ? 'application/json' : 'text/html; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
