import type { ClientField } from 'payload'

import type { BesidesText } from '../../domain/besidesText.js'
import type { Words } from '../../translations/en.js'
import type { Say } from '../say.js'

import { isCivilDate } from '../../domain/civilDate.js'
import { type NamedField, namedFields } from '../namedFields.js'
import { reasonName } from '../reasonWords.js'

type Word = keyof Words['admin']

/** Speaks of what differs besides the text as the form does: fields by their labels, values by their words. */
export const besidesWords = ({
  besides,
  fields,
  language,
  locales,
  say,
}: {
  besides: readonly BesidesText[]
  /** Of the versions' collection, a host's own included. */
  fields: readonly ClientField[]
  /** Of the admin panel. */
  language: string
  /** Of the texts. */
  locales: readonly string[]
  say: Say
}): (BesidesText & { name: string })[] => {
  const inPanel = (label: unknown): string | undefined =>
    typeof label === 'object' && label !== null
      ? ((label as Record<string, string>)[language] ?? (label as Record<string, string>).en)
      : typeof label === 'string'
        ? label
        : undefined

  return besides.map(({ after, before, path }) => {
    const segments = path.split('.')
    const found = fieldsAlong({ fields, segments })
    const names = segments.flatMap((segment, index) => {
      const field = found[index]

      if (field) {
        return inPanel(field.label) ?? segment
      }
      if (segments[0] === 'noticeTerms' && segment in termsNames) {
        const word = termsNames[segment]
        return word ? say.word(word) : []
      }
      return locales.includes(segment) ? say.languages([segment]) : segment
    })
    const valueOf = (value: null | string): null | string =>
      value === null
        ? null
        : valueWords({ field: found.at(-1), inPanel, last: segments.at(-1)!, path, say, value })

    return { after: valueOf(after), before: valueOf(before), name: names.join(' › '), path }
  })
}

const valueWords = ({
  field,
  inPanel,
  last,
  path,
  say,
  value,
}: {
  field: NamedField | undefined
  inPanel: (label: unknown) => string | undefined
  last: string
  path: string
  say: Say
  value: string
}): string => {
  const option = field?.options?.find((each) => (each as { value?: unknown }).value === value) as
    undefined | { label?: unknown }
  const word = path.startsWith('noticeTerms.') ? termsValues[last]?.[value] : undefined

  if (option || word) {
    return (word ? say.word(word) : inPanel(option?.label)) ?? value
  }
  if (field?.type === 'checkbox' || last === 'countPublicationDay') {
    return value === 'true' || value === 'false' ? say.word(value === 'true' ? 'yes' : 'no') : value
  }
  if (path === 'exception.reason') {
    return reasonName({ reason: value, say })
  }
  return isCivilDate(value) ? say.date(value) : value
}

/** The field at each segment of a path, as far as there is one. */
const fieldsAlong = ({
  fields,
  segments: [segment, ...rest],
}: {
  fields: readonly ClientField[]
  segments: readonly string[]
}): (NamedField | undefined)[] => {
  if (segment === undefined) {
    return []
  }
  const field = namedFields(fields).find(({ name }) => name === segment)
  const inner = field && 'fields' in field ? (field.fields as ClientField[]) : []

  return [field, ...fieldsAlong({ fields: inner, segments: rest })]
}

/** The parts of notice terms; null for those that their own parts say enough of. */
const termsNames: Record<string, null | Word> = {
  allOf: 'channelsAllOf',
  amount: 'period',
  anyOf: 'channelsAnyOf',
  calendar: 'calendar',
  channels: null,
  consentByUse: 'consentByUse',
  countPublicationDay: 'countPublicationDay',
  dateLabel: 'dateLabel',
  exceptions: 'exceptions',
  material: 'materialTier',
  optional: 'channelsOptional',
  other: 'otherTier',
  period: null,
  presets: 'presets',
  prohibited: 'channelsProhibited',
  relation: 'relation',
  unit: 'unit',
}

const termsValues: Record<string, Record<string, Word>> = {
  consentByUse: {
    from_effect: 'consentFromEffect',
    from_publication: 'consentFromPublication',
    none: 'consentNone',
  },
  dateLabel: {
    effective: 'dateLabelEffective',
    none: 'dateLabelNone',
    updated: 'dateLabelUpdated',
  },
  relation: { at_or_before: 'relationAtOrBefore', before: 'relationBefore' },
  unit: {
    business_days: 'unitBusinessDays',
    calendar_days: 'unitCalendarDays',
    months: 'unitMonths',
    none: 'unitNone',
  },
}
