import type { PayloadRequest } from 'payload'

import type { PublicationPlan } from '../domain/publication.js'
import type { Imported, Situation } from '../domain/situation.js'
import type { SealedCount, Snapshot } from '../domain/snapshot.js'
import type { PolicyContext } from '../options.js'
import type { StoredPolicy, StoredVersion } from './storedVersion.js'

import { type Clause, earliestUnder } from '../domain/governingTerms.js'
import type { NoticeCount } from '../domain/noticeClock.js'
import { isPolicyError } from '../domain/policyError.js'
import { presetsOf } from '../domain/noticeTerms.js'
import { renderText } from '../domain/rendering/renderText.js'
import { contentOf } from '../domain/versionContent.js'
import { writtenDate } from '../domain/writtenDate.js'
import { fill } from '../translations/fill.js'
import { dateLocaleOf, wordsOf } from '../translations/index.js'
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
  const values = <T>(value: unknown) => byLanguage<T>({ config, context, value })
  const titles = values<string>(stored.title)
  const changeSummaries = values<string>(stored.changeSummary)
  const recordedAt = situation.context.instant.toISOString()
  const { version } = situation
  const { imported } = version

  return {
    content: contentOf(stored),
    count: sealedCount({ context, plan, situation }),
    format: 1,
    languages,
    knownFrom: imported ? knownFrom({ imported, plan, recordedAt }) : null,
    policy: {
      slug: policy.slug,
      kind: policy.kind,
      timeZone: policy.timeZone,
      title: values<string>(policy.title),
    },
    presets: Object.fromEntries(
      presetsOf({ noticeTerms: stored.noticeTerms, presets: context.presets }).map(
        ({ name, preset }) => [name, preset],
      ),
    ),
    publication: {
      effectiveAt: plan.effectiveOn && plan.effectiveAt.toISOString(),
      effectiveOn: plan.effectiveOn,
      exception: plan.exception,
      imported: imported && { ...imported, recordedAt },
      label: stored.label,
      materialChange: stored.materialChange ?? false,
      noticeFrom: imported ? null : plan.noticeFrom.toISOString(),
      noticeTerms: stored.noticeTerms,
      replaces: plan.replaced?.label ?? null,
      publishedAt: publishedAt({ plan, situation })?.toISOString() ?? null,
    },
    renditions: Object.fromEntries(
      Object.entries(values<unknown>(stored.body)).map(([language, body]) => [
        language,
        { body, ...renderText({ body, language }) },
      ]),
    ),
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

/** When a version was published: now or, for an import, on the day that is told, if any. */
const publishedAt = ({
  plan,
  situation: { context, version },
}: {
  plan: PublicationPlan
  situation: Situation
}): Date | null => {
  if (!version.imported) {
    return context.instant
  }
  return version.imported.publishedOn ? plan.noticeFrom : null
}

/** Since when an import was public: since its notice, its effect or, where neither is known, its record here. */
const knownFrom = ({
  imported: { effectiveOn, publishedOn },
  plan,
  recordedAt,
}: {
  imported: Imported
  plan: PublicationPlan
  recordedAt: string
}): string => {
  const known = [
    ...(publishedOn ? [+plan.noticeFrom] : []),
    ...(effectiveOn ? [+plan.effectiveAt] : []),
  ]

  return known.length > 0 ? new Date(Math.min(...known)).toISOString() : recordedAt
}

/** The date that the version's own terms say readers are shown, in words. */
const dateLabelOf = ({
  language,
  plan,
  situation,
}: {
  language: string
  plan: PublicationPlan
  situation: Situation
}): null | string => {
  const { context, version } = situation
  const { dateLabelEffective, dateLabelUpdated } = wordsOf(language).public
  const labels = {
    effective: { instant: plan.effectiveOn && plan.effectiveAt, text: dateLabelEffective },
    none: { instant: null, text: '' },
    updated: { instant: publishedAt({ plan, situation }), text: dateLabelUpdated },
  }
  const { instant, text } = labels[version.noticeTerms.dateLabel]

  return (
    instant &&
    fill(text, {
      date: writtenDate({
        instant,
        locale: dateLocaleOf(language),
        timeZone: context.timeZone,
      }),
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
    const count = countOf({ clause, plan, situation })

    return {
      calendar: clause.calendar?.id,
      days: count?.days ?? [],
      earliestEffectiveAt: count?.earliestEffectiveAt.toISOString() ?? null,
      isStatutory: clause.isStatutory,
      lastDay: count?.lastDay ?? null,
      preset: clause.preset,
      tier: clause.tier,
      tierName: clause.tierName,
      version: clause.version,
    }
  })

  return {
    calendars: situation.context.calendars
      .filter(({ id }) => clauses.some(({ calendar }) => calendar === id))
      .map(({ id, coverage, version }) => ({ id, coverage, version })),
    clauses,
    conflicts: plan.conflicts,
    isClockSimulated: Boolean(context.clock),
    noticeFrom: plan.noticeFrom.toISOString(),
    publishedAt: situation.context.instant.toISOString(),
    replaced: plan.replaced && { id: plan.replaced.id, label: plan.replaced.label },
    timeZone: situation.context.timeZone,
    timeZoneData: process.versions.tz ?? 'unknown',
  }
}

/** Null where a calendar does not reach so far, which only an exception lets pass. */
const countOf = ({
  clause,
  plan,
  situation,
}: {
  clause: Clause
  plan: PublicationPlan
  situation: Situation
}): NoticeCount | null => {
  try {
    return earliestUnder({
      clause,
      context: { noticeFrom: plan.noticeFrom, timeZone: situation.context.timeZone },
    }).count
  } catch (error) {
    if (plan.exception && isPolicyError(error)) {
      return null
    }
    throw error
  }
}
