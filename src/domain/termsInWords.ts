import type { NoticePreset } from './noticePresets/noticePreset.js'
import type { NoticeChannels, NoticeTerms, NoticeTier } from './noticeTerms.js'
import type { SayTerms, TermsWord } from './termsWords.js'

import { homepage } from './channels.js'
import { calendarInWords, channelInWords, quotedName, reasonInWords } from './namesInWords.js'
import { isNoPeriod, type NoticePeriod } from './noticePeriod.js'
import { pluralForm } from './pluralForm.js'

type Speech = {
  /** Of the words: its lists and its plurals follow it. BCP 47. */
  language: string
  say: SayTerms
}

/**
 * Notice terms as people say them: "A material change needs a homepage notice at least 30 business
 * days (US federal calendar) before it takes effect." Terms that differ in law differ in words; what
 * they do not promise is left out. Names that are no built-in ones are quoted as they are.
 */
export const termsInWords = ({ terms, ...speech }: Speech & { terms: NoticeTerms }): string => {
  const { say } = speech
  const { calendar, consentByUse, dateLabel, exceptions, presets = [] } = terms
  const calendarWords = calendarInWords({ ...speech, calendar, missing: 'termsCalendarMissing' })

  return [
    ...tiersInWords({ ...speech, calendar: calendarWords, terms }),
    ...(calendar !== undefined && !countsBusinessDays(terms)
      ? [say('termsCalendarUnused', { calendar: calendarWords })]
      : []),
    ...exceptionsInWords({ ...speech, exceptions }),
    ...(presets.length > 0
      ? [
          say('termsPresets', {
            presets: listed({ ...speech, items: presets.map((name) => quotedName({ name, say })) }),
          }),
        ]
      : []),
    ...(consentByUse === 'none'
      ? []
      : [
          say(
            consentByUse === 'from_effect'
              ? 'termsConsentFromEffect'
              : 'termsConsentFromPublication',
          ),
        ]),
    say(dateLabels[dateLabel]),
  ].join(' ')
}

/** What a preset demands, in the same words. Where it has no calendar, the terms that name it say which. */
export const presetInWords = ({ preset, ...speech }: Speech & { preset: NoticePreset }): string => {
  const calendar = calendarInWords({
    ...speech,
    calendar: preset.calendar,
    missing: 'termsCalendarOfTerms',
  })

  return [
    ...tiersInWords({ ...speech, calendar, terms: preset }),
    ...exceptionsInWords({ ...speech, exceptions: preset.exceptions }),
    ...(preset.isStatutory ? [speech.say('termsStatute')] : []),
  ].join(' ')
}

/**
 * A promised period as it stands in a table: "30 business days (US federal calendar)". Whether the day of
 * publication counts is left out.
 */
export const promisedInWords = ({
  calendar,
  period,
  ...speech
}: Speech & {
  /** Id of the calendar that it counts by; undefined where that is not configured any more. */
  calendar: string | undefined
  period: NoticePeriod
}): string =>
  periodInWords({
    ...speech,
    calendar: calendarInWords({ ...speech, calendar, missing: 'termsCalendarUnknown' }),
    period: { ...period, countPublicationDay: false },
  })

const dateLabels = {
  effective: 'termsDateEffective',
  none: 'termsDateNone',
  updated: 'termsDateUpdated',
} as const

type Tiers = Pick<NoticeTerms, 'material' | 'other'>

const countsBusinessDays = ({ material, other }: Tiers): boolean =>
  [material, other].some(({ period }) => period.unit === 'business_days' && !isNoPeriod(period))

/** Both tiers, or once for both where they say the same. */
const tiersInWords = ({
  terms: { material, other },
  ...speech
}: Speech & { calendar: string; terms: Tiers }): string[] => {
  const said = (change: TermsWord, tier: NoticeTier) => tierInWords({ ...speech, change, tier })
  const ofAny = said('termsAnyChange', material)

  return ofAny.join() === said('termsAnyChange', other).join()
    ? ofAny
    : [...said('termsMaterialChange', material), ...said('termsOtherChange', other)]
}

const tierInWords = ({
  calendar,
  change,
  tier: { channels, period, relation },
  ...speech
}: Speech & { calendar: string; change: TermsWord; tier: NoticeTier }): string[] => {
  const { say } = speech
  const notice = noticeInWords({ ...speech, channels })
  const kind = !isNoPeriod(period) ? 'Period' : relation === 'before' ? 'Before' : 'NoPeriod'

  return [
    say(`terms${kind}${notice === undefined ? 'Only' : 'Notice'}`, {
      change: say(change),
      notice: notice ?? '',
      period: isNoPeriod(period) ? '' : periodInWords({ ...speech, calendar, period }),
    }),
    ...furtherInWords({ ...speech, channels }),
    ...prohibitedInWords({ ...speech, prohibited: channels.prohibited }),
  ]
}

const periodInWords = ({
  calendar,
  language,
  period: { amount, countPublicationDay, unit },
  say,
}: Speech & { calendar: string; period: NoticePeriod }): string => {
  const name =
    unit === 'business_days' ? 'BusinessDays' : unit === 'months' ? 'Months' : 'CalendarDays'
  const form = pluralForm({ amount, language })
  const words = say(`terms${name}_${form}`, { amount: String(amount), calendar })

  return countPublicationDay ? say('termsDayCounted', { period: words }) : words
}

/** The notice that is required; undefined where none is. */
const noticeInWords = ({
  channels: { allOf, anyOf },
  ...speech
}: Speech & { channels: NoticeChannels }): string | undefined => {
  const { say } = speech
  const either = isMet({ allOf, anyOf }) ? [] : anyOf
  const all = listed({ ...speech, items: allOf.map((name) => channelInWords({ name, say })) })
  const any = listed({
    ...speech,
    items: either.map((name) => channelInWords({ name, say })),
    type: 'disjunction',
  })

  if (allOf.length === 0 && either.length === 0) {
    return undefined
  }
  return [...allOf, ...either].join() === homepage
    ? say('termsNoticeHomepage')
    : say('termsNoticeBy', {
        channels:
          allOf.length > 0 && either.length > 0
            ? say('termsChannelsAsWell', { all, any })
            : all || any,
      })
}

/** An either-or that a required channel satisfies by itself. */
const isMet = ({ allOf, anyOf }: Pick<NoticeChannels, 'allOf' | 'anyOf'>): boolean =>
  anyOf.some((name) => allOf.includes(name))

/** Channels that may be used too: they matter where all others are prohibited. */
const furtherInWords = ({
  channels: { allOf, anyOf, optional },
  ...speech
}: Speech & { channels: NoticeChannels }): string[] => {
  const required = isMet({ allOf, anyOf }) ? allOf : [...allOf, ...anyOf]
  const further = [...new Set([...anyOf, ...optional])].filter((name) => !required.includes(name))

  return further.length > 0
    ? [speech.say('termsFurther', { channels: channelList({ ...speech, names: further }) })]
    : []
}

const prohibitedInWords = ({
  prohibited,
  ...speech
}: Speech & { prohibited: string[] }): string[] => {
  const named = prohibited.filter((name) => name !== '*' && name !== 'individual')

  return [
    ...(prohibited.includes('individual') ? [speech.say('termsNobodyIndividually')] : []),
    ...(named.length > 0
      ? [speech.say('termsNotThrough', { channels: channelList({ ...speech, names: named }) })]
      : []),
    ...(prohibited.includes('*') ? [speech.say('termsNoOtherChannel')] : []),
  ]
}

const exceptionsInWords = ({
  exceptions,
  ...speech
}: Speech & { exceptions: string[] }): string[] => {
  const items = exceptions.map((reason) => reasonInWords({ ...speech, reason }))

  return items.length > 0
    ? [
        speech.say('termsExceptions', {
          reasons: listed({ ...speech, items, type: 'disjunction' }),
        }),
      ]
    : []
}

const channelList = ({ names, ...speech }: Speech & { names: string[] }): string =>
  listed({
    ...speech,
    items: names.map((name) => channelInWords({ ...speech, name })),
    type: 'disjunction',
  })

const listed = ({
  items,
  language,
  type = 'conjunction',
}: {
  items: string[]
  language: string
  type?: 'conjunction' | 'disjunction'
}): string => new Intl.ListFormat(language, { type }).format(items)
