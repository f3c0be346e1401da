import type { FlattenedField, PayloadRequest } from 'payload'

import { isolateObjectProperty } from 'payload'

import type { ContentByLanguage } from '../domain/rebase/rebaseContent.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { setByPlugin } from '../domain/versionContent.js'
import { byLanguage } from './languages.js'

/** How a version is named to people, and found. */
export type VersionReference = { id: number | string; label: string }

type Data = Record<string, unknown>

type About = { context: PolicyContext; req: PayloadRequest }

/** The fields that a draft can share with another version: its content, but for what each has for itself. */
export const sharedFields = ({
  context,
  leftOut = [],
  req,
}: About & {
  /** Fields that are not shared either. */
  leftOut?: readonly string[]
}): FlattenedField[] =>
  req.payload.collections[context.slugs.versions]!.config.flattenedFields.filter(
    (field) =>
      !['imported', 'label', 'replaces', ...leftOut, ...setByPlugin].includes(field.name) &&
      !('virtual' in field && field.virtual) &&
      field.type !== 'join',
  )

/** Creates a draft with the content of a version in every language. */
export const copyVersion = async ({
  context,
  fields,
  overrides,
  req,
  version,
}: About & {
  fields: readonly FlattenedField[]
  /** What the draft has in the place of what the version has, in every language. */
  overrides: Data
  version: StoredVersion
}): Promise<VersionReference> => {
  const contents = await readContents({ context, fields, req, version })
  const [first, ...others] = Object.keys(contents)
  const created = (await req.payload.create({
    collection: context.slugs.versions,
    data: { ...contents[first!], ...overrides },
    depth: 0,
    overrideAccess: false,
    ...inLanguage({ language: first, req }),
  })) as unknown as Data & VersionReference // Payload's types know no collection of a plugin.

  await writeContents({
    id: created.id,
    contents: Object.fromEntries(others.map((language) => [language, contents[language]!])),
    context,
    fields: fields.filter(hasLocalized),
    req,
    rows: created,
  })
  return { id: created.id, label: created.label }
}

/** The values of fields in each language that a version has, without the ids of rows, which are its own. */
export const readContents = async ({
  context,
  fields,
  req,
  version,
}: About & {
  fields: readonly FlattenedField[]
  version: StoredVersion
}): Promise<ContentByLanguage> => {
  const { config } = req.payload
  const languages = Object.keys(byLanguage({ config, context, value: version.title }))
  const contents: ContentByLanguage = {}

  for (const language of languages) {
    const document = (await req.payload.findByID({
      id: version.id,
      collection: context.slugs.versions,
      depth: 0,
      disableErrors: false,
      fallbackLocale: false,
      overrideAccess: false,
      showHiddenFields: true,
      ...inLanguage({ language, req }),
    })) as Data

    contents[language] = Object.fromEntries(
      fields.map((field) => [
        field.name,
        copied({ field, rows: null, value: document[field.name] }),
      ]),
    )
  }
  return contents
}

/** Writes values of fields into a draft, language by language. */
export const writeContents = async ({
  id,
  contents,
  context,
  fields,
  req,
  rows,
}: About & {
  contents: ContentByLanguage
  fields: readonly FlattenedField[]
  id: number | string
  /** The draft with the rows of its lists, which the other languages share. */
  rows: Data
}): Promise<Data> => {
  let written = rows

  for (const [language, content] of Object.entries(contents)) {
    const data = Object.fromEntries(
      fields
        .filter(({ name }) => name in content)
        .map((field) => [
          field.name,
          copied({ field, rows: written[field.name], value: content[field.name] }),
        ]),
    )
    if (Object.keys(data).length > 0) {
      written = await req.payload.update({
        id,
        collection: context.slugs.versions,
        data,
        depth: 0,
        overrideAccess: false,
        ...inLanguage({ language, req }),
      })
    }
  }
  return written
}

/** A request in the same transaction, whose language is not left in the caller's. */
const inLanguage = ({ language, req }: { language: string | undefined; req: PayloadRequest }) => ({
  ...(req.payload.config.localization && language !== undefined && { locale: language }),
  req: isolateObjectProperty(req, ['locale', 'fallbackLocale']),
})

/** True for a field of which anything differs from language to language. */
const hasLocalized = (field: FlattenedField): boolean =>
  Boolean('localized' in field && field.localized) || partsOf(field).some(hasLocalized)

const partsOf = (field: FlattenedField): FlattenedField[] =>
  field.type === 'blocks'
    ? blocksOf(field).flatMap(({ flattenedFields }) => flattenedFields)
    : 'flattenedFields' in field
      ? field.flattenedFields
      : []

const blocksOf = ({ blockReferences = [], blocks }: Extract<FlattenedField, { type: 'blocks' }>) =>
  [...blocks, ...blockReferences].filter((block) => typeof block !== 'string')

/** A value with the ids of other rows, or without: a copy cannot have those of the original. */
const copied = ({
  field,
  rows,
  value,
}: {
  field: FlattenedField
  /** The same value as it stands in the draft; null for a field whose rows are new. */
  rows: unknown
  value: unknown
}): unknown => {
  const there = 'localized' in field && field.localized ? null : rows

  if ((field.type === 'array' || field.type === 'blocks') && Array.isArray(value)) {
    return (value as Data[]).map((whole, index) => {
      const row = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'id'))
      const like = (Array.isArray(there) ? (there as Data[])[index] : undefined) ?? {}
      const block =
        field.type === 'blocks'
          ? blocksOf(field).find(({ slug }) => slug === row.blockType)
          : undefined

      return {
        ...row,
        ...('id' in like && { id: like.id }),
        ...copiedParts({ parts: (block ?? field) as Parts, rows: like, value: row }),
      }
    })
  }
  return (field.type === 'group' || field.type === 'tab') && typeof value === 'object' && value
    ? { ...value, ...copiedParts({ parts: field, rows: there, value: value as Data }) }
    : value
}

type Parts = { flattenedFields?: FlattenedField[] }

const copiedParts = ({
  parts: { flattenedFields = [] },
  rows,
  value,
}: {
  parts: Parts
  rows: unknown
  value: Data
}): Data =>
  Object.fromEntries(
    flattenedFields
      .filter(({ name }) => name in value)
      .map((field) => [
        field.name,
        copied({ field, rows: (rows as Data | null)?.[field.name], value: value[field.name] }),
      ]),
  )
