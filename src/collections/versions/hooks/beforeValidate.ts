import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import type { NoticeTerms } from '../../../domain/noticeTerms.js'
import type { PublishedVersion } from '../../../domain/situation.js'
import type { PolicyContext } from '../../../options.js'

import { addCivilDays, isCivilDate, startOfCivilDate } from '../../../domain/civilDate.js'
import { canonicalJson } from '../../../domain/fingerprint.js'
import { parseNoticeTerms } from '../../../domain/noticeTerms.js'
import { PolicyError } from '../../../domain/policyError.js'
import { predecessorOf } from '../../../domain/timeline.js'
import { loadPublishedVersions } from '../../../operations/situation.js'
import { loadStoredPolicy, type StoredPolicy } from '../../../operations/storedVersion.js'
import { textSourceOf } from '../../../operations/textSources.js'
import { relationId } from '../../relationId.js'
import { readAcknowledgements, readException, readImported, readReplaces } from '../content.js'

/** Fills in what an author may leave out, and checks what has to be right from the first save on. */
export const proposeDefaults =
  (context: PolicyContext): CollectionBeforeValidateHook =>
  async ({ data, operation, originalDoc, req }) => {
    const id = relationId(data?.policy ?? originalDoc?.policy)

    if (!data || id === undefined) {
      return data
    }
    assertStorable(data)

    const policy = await loadStoredPolicy({ id, context, req })

    if (!policy) {
      throw new PolicyError({
        code: 'NOT_FOUND',
        field: 'policy',
        message: `There is no policy with the id ${JSON.stringify(id)}. Choose an existing policy.`,
      })
    }

    const label: unknown = data.label || originalDoc?.label

    const exception = readException(data.exception)
    const imported = readImported({ data, value: data.imported })
    const replaces = await readReplaces({ context, policy: id, req, value: data.replaces })

    return {
      ...data,
      ...('acknowledgements' in data && {
        acknowledgements: readAcknowledgements(data.acknowledgements),
      }),
      // Of all languages at once there are several.
      ...('textSource' in data &&
        req.locale !== 'all' && {
          textSource: await textSourceOf({ context, policy: id, req, value: data.textSource }),
        }),
      ...(exception && { exception }),
      ...(imported && { imported }),
      ...(replaces && { replaces }),
      effectiveOn: data.effectiveOn || null,
      label: label || (await nextLabel({ context, policy, req })),
      noticeTerms: isUnchanged(data.noticeTerms, originalDoc?.noticeTerms)
        ? data.noticeTerms
        : await termsOf({ context, data: { ...data, replaces }, policy, req }),
      noticeChannels: channelsIn(data.noticeChannels),
      // Proposed once: another language of a version that is there is for its author to write.
      title: data.title || (operation === 'update' ? data.title : titleOf({ policy, req })),
    }
  }

/** @throws PolicyError `INVALID_PARAMETER` for text that Postgres cannot keep as it is: broken Unicode, or NUL. */
const assertStorable = (data: Record<string, unknown>): void => {
  // In JSON, NUL is written \\u0000; an even number of backslashes before it would be a text about it.
  if (/(?:^|[^\\])(?:\\\\)*\\u0000/.test(canonicalJson(data))) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: 'The text holds a NUL character, which cannot be stored. Remove it and save again.',
    })
  }
}

/** @throws PolicyError `INVALID_PARAMETER` for anything but a list of names, which Payload would skip in silence. */
const channelsIn = (value: unknown): unknown => {
  if (value === undefined || value === null) {
    return value === null ? [] : undefined
  }
  if (!Array.isArray(value) || !value.every((name) => typeof name === 'string' && name !== '')) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      field: 'noticeChannels',
      message: `The notice channels are ${JSON.stringify(value)}; allowed is a list of names such as ["homepage"], which may be empty.`,
    })
  }
  return value
}

/** Terms that stand already are not judged again: a calendar may have left the configuration since. */
const isUnchanged = (value: unknown, original: unknown): boolean =>
  Boolean(value) && Boolean(original) && canonicalJson(value) === canonicalJson(original)

/** The next number that no version of the policy is labelled with. */
const nextLabel = async ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy: StoredPolicy
  req: PayloadRequest
}): Promise<string> => {
  const { docs } = await req.payload.db.find<{ label: string }>({
    collection: context.slugs.versions,
    limit: 0,
    pagination: false,
    req,
    select: { label: true },
    where: { policy: { equals: policy.id } },
  })
  const taken = docs.map(({ label }) => label)
  let next = docs.length + 1

  while (taken.includes(String(next))) {
    next += 1
  }

  return String(next)
}

/** The terms that were stated or, where none were, those of the version before this one. */
const termsOf = async ({
  context,
  data,
  policy,
  req,
}: {
  context: PolicyContext
  data: Record<string, unknown>
  policy: StoredPolicy
  req: PayloadRequest
}): Promise<NoticeTerms> => {
  const value = data.noticeTerms

  if (value !== undefined && value !== null && value !== '') {
    return parseNoticeTerms({
      calendars: context.calendars.map(({ id }) => id),
      channels: context.channels,
      presets: context.presets,
      value,
    })
  }

  const versions = await loadPublishedVersions({ context, policy: policy.id, req })
  const predecessor = versionBefore({ data, policy, versions })

  if (!predecessor) {
    throw new PolicyError({
      code: 'TERMS_INVALID',
      details: { path: 'noticeTerms' },
      field: 'noticeTerms',
      message:
        'Notice terms are missing, and there is no published version to copy them from. State what this version promises about later changes.',
    })
  }

  return predecessor.noticeTerms
}

/** The version whose place a draft is to take: the one that it replaces, or that is in force before its day. */
const versionBefore = ({
  data: { effectiveOn, replaces },
  policy: { timeZone },
  versions,
}: {
  data: Record<string, unknown>
  policy: StoredPolicy
  versions: readonly PublishedVersion[]
}): PublishedVersion | null | undefined => {
  const { version: replaced } = (replaces ?? {}) as { version?: null | number | string }

  if (replaced !== undefined && replaced !== null) {
    return versions.find(({ id }) => String(id) === String(replaced))
  }
  // Without a day it comes after every upcoming version.
  return isCivilDate(effectiveOn)
    ? predecessorOf({
        effectiveAt: startOfCivilDate({ date: addCivilDays(effectiveOn, 1), timeZone }),
        versions,
      })
    : versions.findLast(({ withdrawnAt }) => !withdrawnAt)
}

const titleOf = ({
  policy,
  req,
}: {
  policy: StoredPolicy
  req: PayloadRequest
}): string | undefined =>
  typeof policy.title === 'string'
    ? policy.title
    : (policy.title[req.locale ?? ''] ?? Object.values(policy.title)[0])
