import type { FlattenedField, PayloadRequest } from 'payload'

import { commitTransaction, initTransaction, isolateObjectProperty, killTransaction } from 'payload'

import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { type Actor, hasRole } from '../domain/lifecycle.js'
import { PolicyError } from '../domain/policyError.js'
import { stateAt, type VersionState } from '../domain/timeline.js'
import { setByPlugin } from '../domain/versionContent.js'
import { byLanguage, languagesOf } from './languages.js'
import { loadSituation } from './situation.js'

/** How a version is named to people, and found. */
export type VersionReference = { id: number | string; label: string }

type Data = Record<string, unknown>

/** True where a person may start a version in place of another: of an announced one, who may draft. */
export const mayReplace = ({
  actor,
  state,
}: {
  actor: Actor | null
  state: null | VersionState
}): boolean => state === 'upcoming' && actor !== null && hasRole({ actor, role: 'editor' })

/** A draft that is to take the place of an announced version; null where nobody has started one. */
export const loadOpenReplacement = async ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: number | string
}): Promise<null | VersionReference> => {
  const found = await req.payload.db.findOne<VersionReference>({
    collection: context.slugs.versions,
    req,
    select: { label: true },
    where: {
      and: [
        { 'replaces.version': { equals: version } },
        { status: { in: ['draft', 'in_review', 'changes_requested', 'approved'] } },
      ],
    },
  })

  return found && { id: found.id, label: found.label }
}

/**
 * Starts a draft that is to take the place of an announced version, with all of its content in every
 * language. Without a material difference it keeps the announced day; otherwise the day is left empty,
 * since the notice counts anew. What stands announced stays so until the draft is published.
 *
 * @throws PolicyError `ILLEGAL_TRANSITION` for a version that is not upcoming; whatever the creation of
 *   a version is refused with.
 */
export const startReplacement = async ({
  context,
  materialDifference,
  reason,
  req,
  version,
}: {
  context: PolicyContext
  materialDifference: boolean
  /** Why the announced version is replaced; it becomes the draft's reason for its materiality. */
  reason?: string | undefined
  req: PayloadRequest
  version: StoredVersion
}): Promise<VersionReference> => {
  await assertUpcoming({ context, req, version })
  const shouldCommit = await initTransaction(req)

  try {
    const draft = await copyOf({
      context,
      overrides: {
        effectiveOn: materialDifference ? null : version.effectiveOn,
        ...(reason && { materialityReason: reason }),
        replaces: { materialDifference, version: version.id },
      },
      req,
      version,
    })
    if (shouldCommit) {
      await commitTransaction(req)
    }
    return draft
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

const assertUpcoming = async ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: StoredVersion
}): Promise<void> => {
  const {
    context: { instant, timeline },
  } = (await loadSituation({ context, req, version })).situation
  const published = timeline.find(({ id }) => id === version.id)

  if (
    !published ||
    stateAt({ at: instant, version: published, versions: timeline }) !== 'upcoming'
  ) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      message: `Version ${version.label} is not an upcoming one: it was not published, was withdrawn, or has taken effect. Only what is announced and has not taken effect can be replaced; start a new version instead.`,
    })
  }
}

/** Creates the draft in one language, and adds what the others have. */
const copyOf = async ({
  context,
  overrides,
  req,
  version,
}: {
  context: PolicyContext
  overrides: Data
  req: PayloadRequest
  version: StoredVersion
}): Promise<VersionReference> => {
  const { config, collections } = req.payload
  const { slugs } = context
  const isLocalized = Boolean(config.localization)
  const languages = languagesOf({ config, context })
  const [first, ...others] = Object.keys(
    byLanguage({ isLocalized, languages, value: version.title }),
  )
  const fields = collections[slugs.versions]!.config.flattenedFields.filter(
    (field) => !isLeftOut(field),
  )
  const contentIn = async (locale: string | undefined): Promise<Data> => {
    const document = (await req.payload.findByID({
      id: version.id,
      collection: slugs.versions,
      depth: 0,
      disableErrors: false,
      fallbackLocale: false,
      overrideAccess: false,
      ...inLocale({ isLocalized, locale, req }),
    })) as Data

    return Object.fromEntries(
      fields.map((field) => [field.name, withoutRowIds({ field, value: document[field.name] })]),
    )
  }

  const created = (await req.payload.create({
    collection: slugs.versions,
    data: { ...(await contentIn(first)), ...overrides },
    depth: 0,
    overrideAccess: false,
    ...inLocale({ isLocalized, locale: first, req }),
  })) as unknown as VersionReference

  for (const locale of others) {
    const content = await contentIn(locale)
    await req.payload.update({
      id: created.id,
      collection: slugs.versions,
      data: Object.fromEntries(
        fields
          .filter((field) => 'localized' in field && field.localized)
          .map(({ name }) => [name, content[name]]),
      ),
      depth: 0,
      overrideAccess: false,
      ...inLocale({ isLocalized, locale, req }),
    })
  }

  return { id: created.id, label: created.label }
}

/** A request in the same transaction, whose language is not left in the caller's. */
const inLocale = ({
  isLocalized,
  locale,
  req,
}: {
  isLocalized: boolean
  locale: string | undefined
  req: PayloadRequest
}) => ({
  ...(isLocalized && locale !== undefined && { locale }),
  req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
})

/** What a version has for itself: its label, its past, and which one it replaces. */
const isLeftOut = (field: FlattenedField): boolean =>
  ['imported', 'label', 'replaces', ...setByPlugin].includes(field.name) ||
  ('virtual' in field && Boolean(field.virtual)) ||
  field.type === 'join'

/** Rows of arrays and blocks have ids of their own, which a copy cannot share. */
const withoutRowIds = ({ field, value }: { field: FlattenedField; value: unknown }): unknown =>
  field.type === 'array' || field.type === 'blocks' ? dropIds(value) : value

const dropIds = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(dropIds)
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => name !== 'id')
          .map(([name, inner]) => [name, dropIds(inner)]),
      )
    : value
}
