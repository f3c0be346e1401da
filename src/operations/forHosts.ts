import { createLocalReq, type Payload, type TypedUser } from 'payload'

import type { CurrentPolicy } from '../domain/delivery/currentAnswer.js'
import type { ShownNotices } from '../domain/delivery/noticesAnswer.js'
import type { PolicyTimeline } from '../domain/delivery/timelineAnswer.js'
import type { TextForm, VersionText } from '../domain/versionText.js'

import { parseCivilDate } from '../domain/civilDate.js'
import { PolicyError } from '../domain/policyError.js'
import { contextOf } from './contextOf.js'
import { loadPolicyReport, type PolicyReport } from './noticeReport.js'
import { type NoticeWindow, noticeWindow } from './noticeWindow.js'
import { answerCurrent, answerNotices, answerTimeline } from './publicAnswers.js'
import { loadStoredVersion } from './storedVersion.js'

/**
 * A dry run of the publication of a version, as `GET /policy-versions/:id/notice-window` answers it:
 * whether it would be lawful for a day (in the policy's zone) and from an instant, who decides and how
 * the days are counted. Writes nothing. It asks for no role: it is for code of the host.
 *
 * @example
 * const { earliestEffectiveOn } = await dryRun({ id, payload })
 *
 * @throws PolicyError `NOT_FOUND` without such a version, `INVALID_PARAMETER` for a day that is none.
 */
export const dryRun = async ({
  id,
  effectiveOn,
  from,
  payload,
  user,
}: {
  /** A civil date, `YYYY-MM-DD`; the version's own where it is left out. */
  effectiveOn?: string | undefined
  /** The instant of publication to try; now where it is left out. */
  from?: Date | undefined
  id: number | string
  payload: Payload
  /** Whose next steps to tell. */
  user?: TypedUser | undefined
}): Promise<NoticeWindow> => {
  const context = contextOf(payload)
  const req = await createLocalReq({ user }, payload)
  const version = await loadStoredVersion({ id, context, req })

  if (!version) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `There is no version with the id ${JSON.stringify(id)}.`,
    })
  }
  return noticeWindow({
    context,
    effectiveOn: effectiveOn === undefined ? undefined : parseCivilDate(effectiveOn, 'effectiveOn'),
    from,
    req,
    version,
  })
}

/**
 * What a policy promised about its changes and what it gave, version by version, as
 * `GET /policies/:slug/report` answers it. It asks for no role: it is for code of the host.
 * @throws PolicyError `NOT_FOUND` without such a policy.
 */
export const policyReport = async ({
  payload,
  slug,
}: {
  payload: Payload
  slug: string
}): Promise<PolicyReport> =>
  loadPolicyReport({ context: contextOf(payload), req: await createLocalReq({}, payload), slug })

type Asked = {
  /** The language of the answer. @default the host's default language */
  locale?: string | undefined
  payload: Payload
}

type AskedOfPolicy = Asked & {
  /** The policy's slug, such as `privacy`. */
  slug: string
}

/**
 * The version of a policy in force, with those that are announced, as `GET /policies/:slug/current`
 * answers it: for a site that runs in Payload's own process. From the same reads as the public routes,
 * and nothing but what is public.
 *
 * @example
 * const { html, title } = await currentPolicy({ payload, slug: 'privacy' })
 *
 * @throws PolicyError `NOT_FOUND` without such a policy or before its first version (then with
 *   `startsAt`, where that is announced), `INVALID_PARAMETER` for a moment, a language or a form of text
 *   that is none.
 */
export const currentPolicy = async ({
  at,
  locale,
  payload,
  slug,
  texts = ['html'],
}: AskedOfPolicy & {
  /** An instant, or a day (`YYYY-MM-DD`, its last instant in the policy's zone). @default now */
  at?: Date | string | undefined
  /**
   * In which forms the text is wanted: the editor's Lexical state (`body`), `html`, `markdown`, plain
   * `text`. Each costs its reading.
   * @default ['html']
   */
  texts?: readonly TextForm[] | undefined
}): Promise<CurrentPolicy & VersionText> =>
  answerCurrent({ ...(await asking({ at, locale, payload, slug })), texts })

/**
 * All published versions of a policy, newest first, without their texts, as `GET /policies/:slug/versions`
 * answers them.
 * @throws PolicyError `NOT_FOUND` without such a policy, `INVALID_PARAMETER` for a language that is none.
 */
export const policyTimeline = async (asked: AskedOfPolicy): Promise<PolicyTimeline> =>
  answerTimeline(await asking(asked))

/**
 * The change notices that a channel shows, and when that changes, as `GET /policy-notices/active`
 * answers them.
 * @throws PolicyError `INVALID_PARAMETER` for an instant or a language that is none.
 */
export const activePolicyNotices = async (
  asked: Asked & {
    /** An instant. @default now */
    at?: Date | string | undefined
    /** The channel. @default 'homepage' */
    placement?: string | undefined
  },
): Promise<ShownNotices> => answerNotices(await asking(asked))

const asking = async ({
  at,
  payload,
  ...question
}: Asked & { at?: Date | string | undefined; placement?: string | undefined; slug?: string }) => ({
  context: contextOf(payload),
  question: { ...question, at: at instanceof Date ? at.toISOString() : at },
  req: await createLocalReq({}, payload),
})
