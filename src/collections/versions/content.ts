import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { isCivilDate } from '../../domain/civilDate.js'
import { longestHistory } from '../../domain/importedVersion.js'
import { PolicyError } from '../../domain/policyError.js'
import { loadStoredVersion } from '../../operations/storedVersion.js'
import { relationId } from '../relationId.js'

type Data = Record<string, unknown>

/** An exception as it is stored. @throws PolicyError `INVALID_PARAMETER` for anything but texts. */
export const readException = (value: unknown): Data | undefined => {
  const given = groupOf({ name: 'exception', value })

  return (
    given && {
      explanation: textOf({ name: 'exception.explanation', value: given.explanation }),
      reason: textOf({ name: 'exception.reason', value: given.reason }),
    }
  )
}

/**
 * What is told of a version from before the plugin, as it is stored.
 * @throws PolicyError `INVALID_PARAMETER` that names the field at fault.
 */
export const readImported = ({
  data,
  value,
}: {
  /** The version: an import has no effective date of its own but what is told of it. */
  data: Data
  value: unknown
}): Data | undefined => {
  const given = groupOf({ name: 'imported', value })
  if (!given) {
    return undefined
  }

  const source = textOf({ name: 'imported.source', value: given.source })
  const effectiveOn = dayOf({ name: 'imported.effectiveOn', value: given.effectiveOn })
  const publishedOn = dayOf({ name: 'imported.publishedOn', value: given.publishedOn })
  const sequence = given.sequence === '' ? null : (given.sequence ?? null)

  if (source === null) {
    if (effectiveOn !== null || publishedOn !== null || sequence !== null) {
      throw invalid({
        field: 'imported.source',
        message:
          'An imported version needs its source: where the text comes from, such as an archive’s address. A version that is no import leaves all of this empty.',
      })
    }
    return { effectiveOn, publishedOn, sequence, source }
  }
  if (
    !Number.isInteger(Number(sequence)) ||
    Number(sequence) < 1 ||
    Number(sequence) > longestHistory
  ) {
    throw invalid({
      field: 'imported.sequence',
      message: `The place in the sequence is ${JSON.stringify(sequence)}; allowed is a whole number from 1 (the oldest) to ${longestHistory}.`,
    })
  }
  if ((data.exception as Data | null | undefined)?.reason) {
    throw invalid({
      field: 'exception.reason',
      message:
        'An import asks for no notice, so there is nothing to except it from. Leave it empty.',
    })
  }
  if (data.effectiveOn) {
    throw invalid({
      field: 'effectiveOn',
      message:
        'An imported version took effect before: write the day into the import, or none where nobody knows it, and leave the effective date empty.',
    })
  }

  return { effectiveOn, publishedOn, sequence: Number(sequence), source }
}

/**
 * The version that another is to replace. @throws PolicyError `INVALID_PARAMETER` for one of another
 * policy, or none.
 */
export const readReplaces = async ({
  context,
  policy,
  req,
  value,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
  value: unknown
}): Promise<Data | undefined> => {
  const given = groupOf({ name: 'replaces', value })

  if (!given || given.version === undefined || given.version === null || given.version === '') {
    return given && { materialDifference: true, version: null }
  }

  const version = relationId(given.version)
  const replaced =
    version === undefined ? null : await loadStoredVersion({ id: version, context, req })
  if (String(replaced?.policy) !== String(policy)) {
    throw invalid({
      field: 'replaces.version',
      message: `There is no version with the id ${JSON.stringify(version ?? given.version)} of this policy. Choose an upcoming version of the same policy, or none.`,
    })
  }
  return { materialDifference: differenceOf(given.materialDifference), version }
}

/** Where it is not said, a difference is material: then the notice counts anew. */
const differenceOf = (value: unknown): boolean => {
  if (value !== undefined && value !== null && typeof value !== 'boolean') {
    throw invalid({
      field: 'replaces.materialDifference',
      message: `Whether it differs materially from the version that it replaces is ${JSON.stringify(value)}; allowed are true and false.`,
    })
  }
  return value ?? true
}

/** Warnings that an editor lets stand. @throws PolicyError `INVALID_PARAMETER` for one without a reason. */
export const readAcknowledgements = (value: unknown): { key: string; reason: string }[] | null => {
  if (value === undefined || value === null) {
    return null
  }
  const entries = Array.isArray(value) ? (value as unknown[]) : [undefined]

  return entries.map((entry) => {
    const { key, reason } = (entry ?? {}) as Data
    if (typeof key !== 'string' || typeof reason !== 'string' || reason.trim() === '') {
      throw invalid({
        field: 'acknowledgements',
        message:
          'A warning is acknowledged by its key and a reason: allowed is a list of { key, reason }. Say why it may stand.',
      })
    }
    return { key, reason }
  })
}

const groupOf = ({ name, value }: { name: string; value: unknown }): Data | undefined => {
  if (value === undefined || value === null) {
    return undefined
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw invalid({
      field: name,
      message: `The field ${name} is ${JSON.stringify(value)}; allowed is an object with its fields.`,
    })
  }
  return value as Data
}

const textOf = ({ name, value }: { name: string; value: unknown }): null | string => {
  if (value === undefined || value === null || value === '') {
    return null
  }
  if (typeof value !== 'string' || value.trim() === '') {
    throw invalid({
      field: name,
      message: `The field ${name} is ${JSON.stringify(value)}; allowed is a text, or nothing.`,
    })
  }
  return value
}

const dayOf = ({ name, value }: { name: string; value: unknown }): null | string => {
  const day = textOf({ name, value })
  if (day !== null && !isCivilDate(day)) {
    throw invalid({
      field: name,
      message: `The field ${name} is ${JSON.stringify(value)}; allowed is an existing day written YYYY-MM-DD, such as 2018-04-02, or nothing where nobody knows it.`,
    })
  }
  return day
}

const invalid = (args: { field: string; message: string }) =>
  new PolicyError({ ...args, code: 'INVALID_PARAMETER' })
