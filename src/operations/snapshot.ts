import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import type { PayloadRequest } from 'payload'

import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'

import type { PublicationPlan } from '../domain/publication.js'
import type { Situation } from '../domain/situation.js'
import type { SealedCount, Snapshot } from '../domain/snapshot.js'
import type { PolicyContext } from '../options.js'
import type { StoredPolicy, StoredVersion } from './storedVersion.js'

import { earliestUnder } from '../domain/governingTerms.js'
import { contentOf } from '../domain/versionContent.js'
import { writtenDate } from '../domain/writtenDate.js'
import { fill } from '../translations/fill.js'
import { wordsOf } from '../translations/index.js'
import { byLanguage, languagesOf } from './languages.js'

/** Renders and gathers what a publication seals. */
export const sealVersion = ({
  context,
  plan,
  policy,
  req,
  situation,
  stored,
}: {
  context: PolicyContext
  plan: PublicationPlan
  policy: StoredPolicy
  req: PayloadRequest
  situation: Situation
  stored: StoredVersion
}): Snapshot => {
  const { config } = req.payload
  const languages = languagesOf({ config, context })
  const isLocalized = Boolean(config.localization)
  const values = <T>(value: unknown) => byLanguage<T>({ isLocalized, languages, value })
  const titles = values<string>(stored.title)
  const changeSummaries = values<string>(stored.changeSummary)

  return {
    content: contentOf(stored),
    count: sealedCount({ context, plan, situation }),
    format: 1,
    languages,
    policy: {
      slug: policy.slug,
      kind: policy.kind,
      timeZone: policy.timeZone,
      title: values<string>(policy.title),
    },
    publication: {
      effectiveAt: plan.effectiveAt.toISOString(),
      effectiveOn: plan.effectiveOn,
      label: stored.label,
      materialChange: stored.materialChange ?? false,
      noticeTerms: stored.noticeTerms,
      publishedAt: situation.context.instant.toISOString(),
    },
    renditions: mapValues(values<SerializedEditorState>(stored.body), (body) => ({
      body,
      html: convertLexicalToHTML({ data: body, disableContainer: true }),
      text: convertLexicalToPlaintext({ data: body }),
    })),
    summaries: Object.fromEntries(
      Object.entries(titles).map(([language, title]) => [
        language,
        {
          changeSummary: changeSummaries[language] ?? null,
          dateLabel: dateLabelOf({ language, plan, situation }),
          title,
        },
      ]),
    ),
  }
}

/** The date that the version's own terms say readers are shown, in words. */
const dateLabelOf = ({
  language,
  plan,
  situation: { context, version },
}: {
  language: string
  plan: PublicationPlan
  situation: Situation
}): null | string => {
  const { dateLabelEffective, dateLabelUpdated } = wordsOf(language).public
  const labels = {
    effective: { instant: plan.effectiveAt, text: dateLabelEffective },
    none: null,
    updated: { instant: context.instant, text: dateLabelUpdated },
  }
  const label = labels[version.noticeTerms.dateLabel]

  return (
    label &&
    fill(label.text, {
      date: writtenDate({ instant: label.instant, locale: language, timeZone: context.timeZone }),
    })
  )
}

const sealedCount = ({
  context,
  plan,
  situation,
}: {
  context: PolicyContext
  plan: PublicationPlan
  situation: Situation
}): SealedCount => {
  const clauses = plan.clauses.map((clause) => {
    const { count } = earliestUnder({ clause, context: situation.context })

    return {
      calendar: clause.calendar?.id,
      days: count.days,
      earliestEffectiveAt: count.earliestEffectiveAt.toISOString(),
      lastDay: count.lastDay,
      tier: clause.tier,
      tierName: clause.tierName,
      version: clause.version,
    }
  })

  return {
    calendars: context.calendars
      .filter(({ id }) => clauses.some(({ calendar }) => calendar === id))
      .map(({ id, coverage, version }) => ({ id, coverage, version })),
    clauses,
    isClockSimulated: Boolean(context.clock),
    publishedAt: situation.context.instant.toISOString(),
    timeZone: situation.context.timeZone,
    timeZoneData: process.versions.tz ?? 'unknown',
  }
}

const mapValues = <From, To>(
  values: Record<string, From>,
  change: (value: From) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
