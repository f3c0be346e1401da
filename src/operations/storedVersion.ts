import type { PayloadRequest } from 'payload'

import type { CivilDate } from '../domain/civilDate.js'
import type { Person, VersionStatus } from '../domain/lifecycle.js'
import type { NoticeTerms } from '../domain/noticeTerms.js'
import type { Base } from '../domain/rebase/newBase.js'
import type { PolicyContext } from '../options.js'

/** A version as it stands in the database: localized fields hold every language. */
export type StoredVersion = {
  [field: string]: unknown
  /** Warnings about the text that an editor let stand, and why. */
  acknowledgements?: { key: string; reason: string }[] | null
  authors: null | Person[]
  /** The published version that it was started from, or rebased onto since. */
  basedOn?: Base | null
  effectiveOn: CivilDate | null
  exception?: { explanation: null | string; reason: null | string } | null
  fingerprint: null | string
  id: number | string
  imported?: {
    effectiveOn: CivilDate | null
    publishedOn: CivilDate | null
    sequence: null | number | string
    source: null | string
  } | null
  label: string
  materialChange: boolean | null
  materialityReason?: null | string
  noticeChannels: null | string[]
  noticeTerms: NoticeTerms
  policy: number | string
  replaces?: { materialDifference: boolean | null; version: null | number | string } | null
  status: VersionStatus
}

/** A policy as it stands in the database. */
export type StoredPolicy = {
  id: number | string
  kind: string
  reviewedOn?: CivilDate | null
  /** Months. */
  reviewEvery?: null | number
  slug: string
  timeZone: string
  /** Per language where the host has localization. */
  title: Record<string, string> | string
}

/**
 * Reads a version from the database itself, past hooks and access, in the request's transaction: what
 * is fingerprinted and sealed is what is stored, in all languages.
 */
export const loadStoredVersion = ({
  id,
  context,
  req,
}: {
  context: PolicyContext
  id: number | string
  req: PayloadRequest
}): Promise<null | StoredVersion> =>
  !isUsableId({ id, req })
    ? Promise.resolve(null)
    : req.payload.db.findOne<StoredVersion>({
        collection: context.slugs.versions,
        joins: false,
        req,
        where: { id: { equals: id } },
      })

/** Reads a policy from the database itself, in the request's transaction. */
export const loadStoredPolicy = ({
  id,
  context,
  req,
}: {
  context: PolicyContext
  id: number | string
  req: PayloadRequest
}): Promise<null | StoredPolicy> =>
  !isUsableId({ id, req })
    ? Promise.resolve(null)
    : req.payload.db.findOne<StoredPolicy>({
        collection: context.slugs.policies,
        joins: false,
        req,
        where: { id: { equals: id } },
      })

/** True for what can be an id in the database; asked for anything else, Postgres answers with an error. */
export const isUsableId = ({ id, req }: { id: number | string; req: PayloadRequest }): boolean =>
  req.payload.db.defaultIDType === 'number'
    ? /^\d{1,10}$/.test(String(id)) && Number(id) > 0 && Number(id) <= 2_147_483_647
    : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(id))
