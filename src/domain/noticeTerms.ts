import type { NoticePeriod } from './noticePeriod.js'
import type { NoticePreset, NoticePresets } from './noticePresets/noticePreset.js'

import { type Channel, contradictionIn } from './channels.js'
import { canonicalJson } from './fingerprint.js'
import { isPolicyError, type PolicyError } from './policyError.js'
import { invalid, readNames, readOneOf, readOptional, readRecord, readTier } from './readTerms.js'

/** Through which channels a change has to be announced. Channel names are free strings. */
export type NoticeChannels = {
  /** Every one of these is required. */
  allOf: string[]
  /** At least one of these is required; an empty list requires none. */
  anyOf: string[]
  /** These may be used. */
  optional: string[]
  /** These may not be used: `'*'` every channel not listed elsewhere in the tier, `'individual'` every one that addresses people one by one. */
  prohibited: string[]
}

/** What is promised for one kind of change. */
export type NoticeTier = {
  channels: NoticeChannels
  period: NoticePeriod
  /** `before`: notice strictly before effect, even where the period is none. */
  relation: 'at_or_before' | 'before'
}

/** What a version promises about *later* changes of the policy, held as data. */
export type NoticeTerms = {
  /** Id of the business calendar; required where a period counts business days. */
  calendar?: string
  /** From when on use of the service counts as consent to a change, if it does. */
  consentByUse: 'from_effect' | 'from_publication' | 'none'
  /** Which date the policy shows: the day of effect, the day of publication, or none. */
  dateLabel: 'effective' | 'none' | 'updated'
  /** Reasons for which the terms allow a change without the full notice period. */
  exceptions: string[]
  /** What is promised for a material change. */
  material: NoticeTier
  /** What is promised for every other change. */
  other: NoticeTier
  /** Names of further sets of rules that apply on top, each satisfied separately. */
  presets?: string[]
}

/** What a version promises: its own terms, and the presets that they name as they stood when it was published. */
export type Promised = { noticeTerms: NoticeTerms; presets: NoticePresets }

/** The tier of some terms, or of a preset, that a change falls under. */
export const tierOf = ({
  materialChange,
  terms,
}: {
  materialChange: boolean
  terms: Pick<NoticeTerms, 'material' | 'other'>
}): NoticeTier => (materialChange ? terms.material : terms.other)

/** True where two versions promise the same about later changes, their presets included. */
export const isSamePromise = (one: Promised, other: Promised): boolean =>
  canonicalJson(promiseOf(one)) === canonicalJson(promiseOf(other))

/** The presets that some terms name, in the order in which they are named. */
export const presetsOf = ({
  noticeTerms,
  presets,
}: Promised): { name: string; preset: NoticePreset }[] =>
  (noticeTerms.presets ?? []).flatMap((name) => {
    const preset = presets[name]
    return preset ? [{ name, preset }] : []
  })

/**
 * Reads notice terms, strictly: an unknown key is more likely a typing error than nothing.
 * Lists that were left out are empty.
 *
 * @throws PolicyError `TERMS_INVALID` that names the field at fault and what is allowed there.
 */
export const parseNoticeTerms = ({
  calendars,
  channels,
  presets,
  value,
}: {
  /** Ids of the calendars that the terms may name. */
  calendars: string[]
  /** The channels that the installation knows. */
  channels: readonly Channel[]
  /** The presets that the terms may name. */
  presets: NoticePresets
  value: unknown
}): NoticeTerms => {
  const terms = readRecord(value, 'noticeTerms', termsKeys)
  const calendar = readOptional(terms.calendar, (id) =>
    readOneOf(id, calendars, 'noticeTerms.calendar'),
  )
  const named = readNames(terms.presets, 'noticeTerms.presets')
  const parsed: NoticeTerms = {
    ...(calendar !== undefined && { calendar }),
    consentByUse: readOneOf(
      terms.consentByUse,
      ['from_effect', 'from_publication', 'none'],
      'noticeTerms.consentByUse',
    ),
    dateLabel: readOneOf(
      terms.dateLabel,
      ['effective', 'none', 'updated'],
      'noticeTerms.dateLabel',
    ),
    exceptions: readNames(terms.exceptions, 'noticeTerms.exceptions'),
    material: readTier(terms.material, 'noticeTerms.material'),
    other: readTier(terms.other, 'noticeTerms.other'),
    ...(named.length > 0 && { presets: named }),
  }

  assertPresetsKnown({ named, presets })
  assertCalendarNamed({ calendars, parsed, presets })
  assertCanBeObeyed({ channels, parsed, presets })

  return parsed
}

/** What is wrong with terms by now: they were checked when they were saved, and a calendar or a preset can have left the configuration since. */
export const faultIn = ({
  context: { calendars, channels, presets },
  noticeTerms,
}: {
  context: {
    calendars: readonly { id: string }[]
    channels: readonly Channel[]
    presets: NoticePresets
  }
  noticeTerms: NoticeTerms
}): PolicyError | undefined => {
  try {
    parseNoticeTerms({
      calendars: calendars.map(({ id }) => id),
      channels,
      presets,
      value: noticeTerms,
    })
    return undefined
  } catch (error) {
    if (isPolicyError(error)) {
      return error
    }
    throw error
  }
}

const termsKeys = [
  'calendar',
  'consentByUse',
  'dateLabel',
  'exceptions',
  'material',
  'other',
  'presets',
]

const assertPresetsKnown = ({ named, presets }: { named: string[]; presets: NoticePresets }) => {
  const known = Object.keys(presets)
  const unknown = named.find((name) => !known.includes(name))

  if (unknown !== undefined) {
    throw invalid(
      'noticeTerms.presets',
      `names ${JSON.stringify(unknown)}; allowed are ${known.join(', ')}.`,
    )
  }
}

/** Business days are days of a calendar, and no text says which: there is no silent default. */
const assertCalendarNamed = ({
  calendars,
  parsed,
  presets,
}: {
  calendars: string[]
  parsed: NoticeTerms
  presets: NoticePresets
}) => {
  const counting = [
    { path: 'noticeTerms', terms: parsed },
    ...presetsOf({ noticeTerms: parsed, presets })
      .filter(({ preset }) => preset.calendar === undefined)
      .map(({ name, preset }) => ({ path: `preset ${name}`, terms: preset })),
  ].flatMap(({ path, terms }) =>
    (['material', 'other'] as const)
      .filter((tier) => terms[tier].period.unit === 'business_days')
      .map((tier) => `${path}.${tier}.period`),
  )

  if (parsed.calendar === undefined && counting[0] !== undefined) {
    throw invalid(
      'noticeTerms.calendar',
      `is missing, but ${counting[0]} counts business days. Name one of: ${calendars.join(', ')}.`,
    )
  }
}

/** Terms that no material change could obey could never be changed again, since that is material. */
const assertCanBeObeyed = ({
  channels,
  parsed,
  presets,
}: {
  channels: readonly Channel[]
  parsed: NoticeTerms
  presets: NoticePresets
}) => {
  for (const materialChange of [true, false]) {
    const contradiction = contradictionIn({
      clauses: [
        { name: 'the policy', isStatutory: false, tier: tierOf({ materialChange, terms: parsed }) },
        ...presetsOf({ noticeTerms: parsed, presets }).map(({ name, preset }) => ({
          name: `preset ${name}`,
          isStatutory: preset.isStatutory,
          tier: tierOf({ materialChange, terms: preset }),
        })),
      ],
      known: channels,
    })

    if (contradiction !== undefined) {
      throw invalid(
        `noticeTerms.${materialChange ? 'material' : 'other'}.channels`,
        `cannot be obeyed: ${contradiction}. Take it out of one of the lists, or choose other presets.`,
      )
    }
  }
}

const promiseOf = (promised: Promised) => ({
  // Where a rule stands may be told in other words without its being another rule.
  presets: presetsOf(promised).map(({ name, preset }) => ({
    name,
    preset: { ...preset, source: '' },
  })),
  terms: promised.noticeTerms,
})
