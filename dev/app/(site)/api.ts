import type { CurrentPolicy, PolicyTimeline, PublicVersion } from 'payload-plugin-policy-versioning'

import { headers } from 'next/headers.js'
import {
  createPolicyClient,
  isNotFound,
  type PolicyClient,
} from 'payload-plugin-policy-versioning/site'
import { cache } from 'react'

/** The policy in force, or why there is none to show. */
export type CurrentAnswer =
  | { kind: 'in_force'; policy: CurrentPolicy }
  | { kind: 'missing' }
  | { kind: 'not_yet'; startsAt: string }

/** The address that the visitor sees this site at. */
export const siteOrigin = async (): Promise<string> => {
  const requested = await headers()
  return `${requested.get('x-forwarded-proto') ?? 'http'}://${requested.get('host')}`
}

/** Asks this site's own API, anew each time: the demo's clock can be set back. */
export const policyClient = async (): Promise<PolicyClient> =>
  createPolicyClient({
    baseUrl: `${await siteOrigin()}/api`,
    fetch: (url, init) => fetch(url, { ...init, cache: 'no-store' }),
    // A development server compiles what it is asked for first.
    timeout: Infinity,
  })

/** The version of a policy that is in force now, with those that are announced. */
export const currentPolicy = cache(async (slug: string): Promise<CurrentAnswer> => {
  try {
    const policies = await policyClient()
    return { kind: 'in_force', policy: await policies.current({ slug }) }
  } catch (error) {
    if (!isNotFound(error)) {
      throw error
    }
    const { startsAt } = error.details
    return typeof startsAt === 'string' ? { kind: 'not_yet', startsAt } : { kind: 'missing' }
  }
})

/** Every published version of a policy, newest first; undefined without such a policy. */
export const policyTimeline = cache(async (slug: string): Promise<PolicyTimeline | undefined> =>
  unlessMissing((await policyClient()).timeline({ slug })),
)

/** One published version; undefined without such a version. */
export const policyVersion = cache(
  async (slug: string, label: string): Promise<PublicVersion | undefined> =>
    unlessMissing((await policyClient()).version({ label, slug })),
)

const unlessMissing = async <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (isNotFound(error)) {
      return undefined
    }
    throw error
  })
