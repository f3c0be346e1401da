import type {
  ActiveNotice,
  CurrentPolicy,
  PolicyTimeline,
  PublicVersion,
} from 'payload-plugin-policy-versioning'

import { headers } from 'next/headers.js'
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

/** The change notices that the homepage has to show now. */
export const activeNotices = async (): Promise<ActiveNotice[]> => {
  const answer = await read<{ notices: ActiveNotice[] }>(
    '/policy-notices/active?placement=homepage',
  )
  return answer.kind === 'found' ? answer.body.notices : []
}

/** The version of a policy that is in force now, with those that are announced. */
export const currentPolicy = cache(async (slug: string): Promise<CurrentAnswer> => {
  const answer = await read<CurrentPolicy>(`${routeOf(slug)}/current`)

  if (answer.kind === 'found') {
    return { kind: 'in_force', policy: answer.body }
  }
  return answer.startsAt ? { kind: 'not_yet', startsAt: answer.startsAt } : { kind: 'missing' }
})

/** Every published version of a policy, newest first; undefined without such a policy. */
export const policyTimeline = cache(async (slug: string): Promise<PolicyTimeline | undefined> => {
  const answer = await read<PolicyTimeline>(`${routeOf(slug)}/versions`)
  return answer.kind === 'found' ? answer.body : undefined
})

/** One published version; undefined without such a version. */
export const policyVersion = cache(
  async (slug: string, label: string): Promise<PublicVersion | undefined> => {
    const answer = await read<PublicVersion>(
      `${routeOf(slug)}/versions/${encodeURIComponent(label)}`,
    )
    return answer.kind === 'found' ? answer.body : undefined
  },
)

const routeOf = (slug: string): string => `/policies/${encodeURIComponent(slug)}`

type Answer<T> = { body: T; kind: 'found' } | { kind: 'missing'; startsAt: null | string }

type Refusal = { errors?: { data?: { startsAt?: null | string } }[] }

const read = async <T>(route: string): Promise<Answer<T>> => {
  const response = await fetch(`${await siteOrigin()}/api${route}`, { cache: 'no-store' })

  if (response.ok) {
    return { body: (await response.json()) as T, kind: 'found' }
  }
  if (response.status === 404) {
    const refusal = (await response.json()) as Refusal
    return { kind: 'missing', startsAt: refusal.errors?.[0]?.data?.startsAt ?? null }
  }
  throw new Error(`The API answered ${response.status} for ${route}.`)
}
