import type { PolicyComparison } from '../domain/delivery/comparison.js'
import type { CurrentPolicy } from '../domain/delivery/currentAnswer.js'
import type { ShownNotices } from '../domain/delivery/noticesAnswer.js'
import type { PolicyTimeline } from '../domain/delivery/timelineAnswer.js'
import type { PublicVersion } from '../domain/publicVersion.js'
import type { SealedVersion } from '../domain/sealedVersion.js'

import { ask, type Fetch } from './ask.js'
import { PolicyApiError } from './policyApiError.js'

export { isNotFound, isPolicyApiError, PolicyApiError } from './policyApiError.js'

export type { PolicyComparison } from '../domain/delivery/comparison.js'
export type { CurrentPolicy } from '../domain/delivery/currentAnswer.js'
export type { ShownNotices } from '../domain/delivery/noticesAnswer.js'
export type { PolicyTimeline } from '../domain/delivery/timelineAnswer.js'
export type { ActiveNotice } from '../domain/activeNotices.js'
export type { PublicVersion } from '../domain/publicVersion.js'
export type { SealedVersion } from '../domain/sealedVersion.js'
export type { PolicyApiErrorCode } from './policyApiError.js'
export type { Fetch } from './ask.js'

/** Where the public routes are, and how they are asked. */
export type PolicyClientOptions = {
  /** Below which the routes lie: `https://cms.example/api`, in a browser also `/api`. */
  baseUrl: string
  /**
   * Asks in the place of the global `fetch`.
   * @example (url, init) => fetch(url, { ...init, cache: 'no-store' })
   */
  fetch?: Fetch
  /** Sent along with every request. */
  headers?: Record<string, string>
  /**
   * The language of the answers, as the API names it; each call may name another.
   * @default the API's own
   */
  locale?: string
  /**
   * The slugs of the collections, where the host of the API chose others.
   * @default { notices: 'policy-notices', policies: 'policies' }
   */
  slugs?: { notices?: string; policies?: string }
  /**
   * Milliseconds; how long an answer is waited for. With `Infinity` as long as `fetch` waits, and
   * without a signal, so that React asks once for what several components of a page ask for.
   * @default 10000
   */
  timeout?: number
}

/** What every call takes. */
export type PolicyRequest = {
  /** The language of the answer. */
  locale?: string
  /** Gives the call up; it then rejects with the signal's reason. */
  signal?: AbortSignal
}

/** Of which policy. */
export type PolicyName = PolicyRequest & {
  /** The policy's slug, such as `privacy`. */
  slug: string
}

/** A moment: an instant, or for a policy also a day (`YYYY-MM-DD`) in its zone, which means the day's last instant. */
export type Moment = Date | string

/** Asks the public routes. Every call throws `PolicyApiError` for a refusal, and where no answer comes. */
export type PolicyClient = {
  /** The change notices that a channel shows now or at a moment, and when that changes. */
  activeNotices: (
    args?: PolicyRequest & {
      at?: Moment
      /** The channel. @default 'homepage' */
      placement?: string
    },
  ) => Promise<ShownNotices>
  /** What changed from one published version to another. */
  compare: (args: PolicyName & { from: string; to: string }) => Promise<PolicyComparison>
  /**
   * The version in force now or at a moment, with those announced by then. Before the first one the
   * error has the code `NOT_FOUND`, and in `details.startsAt` when that begins, where it is announced.
   */
  current: (args: PolicyName & { at?: Moment }) => Promise<CurrentPolicy>
  /** The sealed part of a published version, which never changes. */
  text: (args: PolicyName & { fingerprint: string }) => Promise<SealedVersion>
  /** Every published version, newest first, without their texts. */
  timeline: (args: PolicyName) => Promise<PolicyTimeline>
  /** One published version. */
  version: (
    args: PolicyName & { label: string },
  ) => Promise<PublicVersion & { nextChangeAt: null | string }>
}

/**
 * A client of the public routes for Node, browsers and workers: no login, and nothing but `fetch`.
 *
 * @example
 * const policies = createPolicyClient({ baseUrl: 'https://cms.example/api' })
 * const { effectiveOn, html } = await policies.current({ slug: 'privacy' })
 */
export const createPolicyClient = ({
  baseUrl,
  // Looked up at the call, since frameworks put theirs in place of the global one.
  fetch = (url, init) => globalThis.fetch(url, init),
  headers = {},
  locale: ownLocale,
  slugs = {},
  timeout = 10_000,
}: PolicyClientOptions): PolicyClient => {
  const { notices = 'policy-notices', policies = 'policies' } = slugs
  const get = async <T>({
    has,
    locale = ownLocale,
    path,
    query = {},
    signal,
  }: PolicyRequest & {
    /** What an answer is known by. */
    has: keyof T & string
    path: () => string[]
    query?: Record<string, Moment | undefined>
  }): Promise<T> =>
    ask<T>({
      fetch,
      has,
      headers,
      signal,
      timeout,
      url: `${baseUrl.replace(/\/+$/, '')}/${path().join('/')}${queryOf({ ...query, locale })}`,
    })
  const ofPolicy = (slug: string, ...rest: string[]) => [policies, slugOf(slug), ...rest]

  return {
    activeNotices: ({ at, placement, ...request } = {}) =>
      get({
        ...request,
        has: 'notices',
        path: () => [notices, 'active'],
        query: { at, placement },
      }),
    compare: ({ from, slug, to, ...request }) =>
      get({
        ...request,
        has: 'redline',
        path: () => ofPolicy(slug, 'compare', labelOf(from), labelOf(to)),
      }),
    current: ({ at, slug, ...request }) =>
      get({ ...request, has: 'label', path: () => ofPolicy(slug, 'current'), query: { at } }),
    text: ({ fingerprint, slug, ...request }) =>
      get({
        ...request,
        has: 'fingerprint',
        path: () => ofPolicy(slug, 'texts', fingerprintOf(fingerprint)),
      }),
    timeline: ({ slug, ...request }) =>
      get({ ...request, has: 'versions', path: () => ofPolicy(slug, 'versions') }),
    version: ({ label, slug, ...request }) =>
      get({
        ...request,
        has: 'label',
        path: () => ofPolicy(slug, 'versions', labelOf(label)),
      }),
  }
}

const queryOf = (values: Record<string, Moment | undefined>): string => {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === 'string' ? value : value.toISOString()] as [string, string]],
  )

  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''
}

/** A part of the path: refused where it cannot be one, so that it never leads to another route. What is allowed needs no escaping. */
const partOf =
  ({ allowed, name, pattern }: { allowed: string; name: string; pattern: RegExp }) =>
  (value: string): string => {
    if (typeof value !== 'string' || !pattern.test(value)) {
      throw new PolicyApiError({
        code: 'INVALID_PARAMETER',
        message: `The ${name} is ${JSON.stringify(value)}; allowed are ${allowed}.`,
        status: null,
      })
    }
    return value
  }

const slugOf = partOf({
  allowed: 'lower-case letters, digits and hyphens, such as privacy-policy',
  name: 'slug',
  pattern: /^[a-z0-9][a-z0-9-]*$/,
})

const labelOf = partOf({
  allowed: 'up to 100 letters, digits, dots, underscores and hyphens, such as 2026-1 or v2.0',
  name: 'label',
  pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
})

const fingerprintOf = partOf({
  allowed: 'those that versions are answered with, such as sha256:0a1b… in full',
  name: 'fingerprint',
  pattern: /^[A-Za-z0-9]+:[A-Za-z0-9]+$/,
})
