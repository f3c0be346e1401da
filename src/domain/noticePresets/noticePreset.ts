import type { NoticeTerms, NoticeTier } from '../noticeTerms.js'

import { readNames, readOneOf, readOptional, readRecord, readTier } from '../readTerms.js'
import { PolicyError } from '../policyError.js'

/** A set of rules about changes that terms can name: what a statute demands, or a regime that others share. */
export type NoticePreset = {
  /** Id of the business calendar it counts with; where left out, the terms that name it must have one. */
  calendar?: string
  /** Reasons for which it allows a change without the full notice period. */
  exceptions: string[]
  /** True for a statute: what it requires prevails over what a policy's own clause prohibits. */
  isStatutory: boolean
  material: NoticeTier
  other: NoticeTier
  /** Where the rule stands: a statute, a guideline, a clause. */
  source: string
}

/** Presets by name. */
export type NoticePresets = Readonly<Record<string, NoticePreset>>

/** A preset as a host writes it: what is left out demands nothing. */
export type NoticePresetOption = Partial<Omit<NoticePreset, 'material' | 'other'>> &
  Partial<Pick<NoticeTerms, 'material' | 'other'>>

/** A tier that demands nothing. */
export const noDemand: NoticeTier = {
  channels: { allOf: [], anyOf: [], optional: [], prohibited: [] },
  period: { amount: 0, unit: 'none' },
  relation: 'at_or_before',
}

/**
 * Reads a preset of a host's configuration.
 * @throws PolicyError `INVALID_PARAMETER` that names the preset, the field at fault and what is allowed.
 */
export const parseNoticePreset = ({
  calendars,
  name,
  value,
}: {
  /** Ids of the calendars that it may name. */
  calendars: string[]
  name: string
  value: unknown
}): NoticePreset => {
  try {
    const given = readRecord(value, name, [
      'calendar',
      'exceptions',
      'isStatutory',
      'material',
      'other',
      'source',
    ])
    const calendar = readOptional(given.calendar, (id) =>
      readOneOf(id, calendars, `${name}.calendar`),
    )

    return {
      ...(calendar !== undefined && { calendar }),
      exceptions: readNames(given.exceptions, `${name}.exceptions`),
      isStatutory: given.isStatutory === true,
      material:
        readOptional(given.material, (tier) => readTier(tier, `${name}.material`)) ?? noDemand,
      other: readOptional(given.other, (tier) => readTier(tier, `${name}.other`)) ?? noDemand,
      source: typeof given.source === 'string' ? given.source : '',
    }
  } catch (error) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The option \`noticePresets\` is not usable. ${error instanceof Error ? error.message : ''}`,
    })
  }
}
