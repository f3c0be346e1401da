import type { PayloadRequest } from 'payload'

import type { PublicationPlan } from '../domain/publication.js'
import type { Situation } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { civilDateOf } from '../domain/civilDate.js'
import { presetsOf } from '../domain/noticeTerms.js'
import { lintText } from '../domain/textLint/lintText.js'
import { type Warning, withAcknowledgements } from '../domain/warning.js'
import { byLanguage } from './languages.js'

/** What a person should look at in a version's text, in each of its languages; an editor can acknowledge it. */
export const textWarnings = ({
  context,
  plan,
  req: {
    payload: { config },
  },
  situation,
  version,
}: {
  context: PolicyContext
  plan: PublicationPlan
  req: PayloadRequest
  situation: Situation
  version: StoredVersion
}): Warning[] => {
  const { effectiveOn, imported } = situation.version
  const bodies = byLanguage({ config, context, value: version.body })
  const record = {
    // Of a day that is past the plan says today.
    effectiveOn: imported ? plan.effectiveOn : (effectiveOn ?? plan.effectiveOn),
    ifPublishedToday: imported
      ? []
      : effectiveOn === null
        ? (['effect', 'update'] as const)
        : (['update'] as const),
    noticeTerms: version.noticeTerms,
    presets: presetsOf({ noticeTerms: version.noticeTerms, presets: context.presets }).map(
      ({ preset }) => preset,
    ),
    publishedOn: imported ? imported.publishedOn : civilDateOf(situation.context),
  }

  return withAcknowledgements({
    acknowledgements: version.acknowledgements ?? [],
    warnings: Object.entries(bodies).flatMap(([locale, body]) =>
      lintText({ body, record }).map((finding) => ({
        ...finding,
        blocks: false,
        field: 'body',
        key: `${locale}:${finding.key}`,
        locale,
      })),
    ),
  })
}
