import type { Endpoint, PayloadRequest } from 'payload'

import { isolateObjectProperty } from 'payload'

import type { StoredVersion } from '../../operations/storedVersion.js'
import type { PolicyContext } from '../../options.js'

import { evidencePage } from '../../domain/evidence/evidencePage.js'
import { inLanguage } from '../../domain/languages.js'
import {
  assertMayTake,
  type Transition,
  transitionNames,
  transitions,
} from '../../domain/lifecycle.js'
import { PolicyError } from '../../domain/policyError.js'
import { loadActor } from '../../operations/actor.js'
import { loadEvidence } from '../../operations/evidence.js'
import { byLanguage, languagesOf } from '../../operations/languages.js'
import { noticeWindow } from '../../operations/noticeWindow.js'
import { versionRedline } from '../../operations/versionRedline.js'
import { requireAnyRole } from '../access.js'
import { bodyOf } from '../bodyOf.js'
import { answering, dateParameter, instantParameter } from '../http.js'
import { effectiveDaysEndpoints } from './effectiveDaysEndpoints.js'
import { importTextEndpoint } from './importTextEndpoint.js'
import { rebaseEndpoint } from './rebaseEndpoint.js'
import { replaceEndpoint } from './replaceEndpoint.js'
import { requireVersion } from './requireVersion.js'

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
            { headers: { 'Cache-Control': 'no-store' } },
          )
        },
      }),
    method: 'get',
    path: '/:id/redline',
  },
  {
    handler: (req) =>
      answering({
        answer: async () => {
          await requireAnyRole({ context, req })
          return evidenceFile({ context, req })
        },
      }),
    method: 'get',
    path: '/:id/evidence',
  },
  importTextEndpoint(context),
  ...transitionNames.map((transition): Omit<Endpoint, 'root'> => ({
    handler: (req) => answering({ answer: () => takeStep({ context, req, transition }) }),
    method: 'post',
    path: `/:id/${transition}`,
  })),
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
      'Cache-Control': 'no-store',
      // Slugs and labels are letters, digits, dots, hyphens and underscores.
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Type': format === 'json' ? 'application/json' : 'text/html; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

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
  // Asked first, so that a stranger does not learn which versions there are.
  assertMayTake({ actor: await loadActor({ context, req }), isImport: false, transition })
  const { attestations, comment, exception, fingerprint } = await bodyOf({
    allowed: ['attestations', 'comment', 'exception', 'fingerprint'],
    req,
  })
  const version = await requireVersion({ context, req })

  const doc = await req.payload.update({
    id: version.id,
    collection: context.slugs.versions,
    data: {
      ...(attestations !== undefined && { attestations }),
      ...(comment !== undefined && { comment }),
      ...(exception !== undefined && { scope: scopeOf(exception) }),
      ...(fingerprint !== undefined && { fingerprint }),
      status: transitions[transition].to,
      transition,
    },
    depth: 0,
    locale: languageOfText({ context, req, version }),
    overrideAccess: false,
    // An isolated copy: the locale of the step is not that of the request.
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale', 'transactionID']),
  })

  return Response.json({ doc })
}

/** @throws PolicyError `INVALID_PARAMETER` for anything but true and false: it would approve something else. */
const scopeOf = (exception: unknown): 'exception' | 'text' => {
  if (typeof exception !== 'boolean') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The parameter exception is ${JSON.stringify(exception)}; allowed are true, to approve the exception, and false, for the text.`,
    })
  }
  return exception ? 'exception' : 'text'
}

/** A language that the version has a text in: Payload checks required fields in the one it writes in. */
const languageOfText = ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: StoredVersion
}): string | undefined => {
  const { config } = req.payload
  const languages = languagesOf({ config, context })
  const values = byLanguage({
    isLocalized: Boolean(config.localization),
    languages,
    value: version.body,
  })

  return config.localization
    ? inLanguage({ languages, values, wanted: languages.default })?.language
    : undefined
}
