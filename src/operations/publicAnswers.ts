import type { PayloadRequest } from 'payload'

import type { Question } from '../domain/delivery/asked.js'
import type { CurrentPolicy } from '../domain/delivery/currentAnswer.js'
import type { ShownNotices } from '../domain/delivery/noticesAnswer.js'
import type { PolicyTimeline } from '../domain/delivery/timelineAnswer.js'
import type { TextForm, VersionText } from '../domain/versionText.js'
import type { PolicyContext } from '../options.js'

import { readText } from '../domain/delivery/answer.js'
import { placementOf, readingOf } from '../domain/delivery/asked.js'
import { currentAnswer } from '../domain/delivery/currentAnswer.js'
import { instantIn, momentOf } from '../domain/delivery/moment.js'
import { noticesAnswer } from '../domain/delivery/noticesAnswer.js'
import { timelineAnswer } from '../domain/delivery/timelineAnswer.js'
import { PolicyError } from '../domain/policyError.js'
import { textForms, versionText } from '../domain/versionText.js'
import { deliveryOf } from './delivery.js'

/** What is asked, by the names that the public routes have for it. Null counts as left out. */
export type PublicQuestion = {
  at?: null | string
  locale?: null | string
  placement?: null | string
  slug?: string
}

type Asking = { context: PolicyContext; question: PublicQuestion; req: PayloadRequest }

/** What `GET /policies/:slug/current` answers, with the text in the forms that are wanted. */
export const answerCurrent = async ({
  texts: forms,
  ...asking
}: Asking & { texts: readonly TextForm[] }): Promise<CurrentPolicy & VersionText> => {
  const unknown = forms.find((form) => !textForms.includes(form))
  if (unknown !== undefined) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      details: { allowed: textForms },
      message: `A text is wanted as ${JSON.stringify(unknown)}; allowed are ${textForms.join(', ')}.`,
    })
  }
  const asked = questionOf(asking)
  const reading = readingOf(asked)
  const moment = momentOf(asked.request.query.get('at'))
  const wanted = forms.length > 0 ? { forms, locale: reading.locale } : undefined
  const { body, record, row } = await currentAnswer({ moment, text: wanted, ...reading })

  return {
    ...body,
    ...(wanted && versionText(await readText({ record, row, source: reading.source, ...wanted }))),
  }
}

/** What `GET /policies/:slug/versions` answers. */
export const answerTimeline = async (asking: Asking): Promise<PolicyTimeline> =>
  (await timelineAnswer(readingOf(questionOf(asking)))).body

/** What `GET /policy-notices/active` answers. */
export const answerNotices = async (asking: Asking): Promise<ShownNotices> => {
  const asked = questionOf(asking)
  const { query } = asked.request
  const { locale, source } = readingOf(asked)
  const at = query.get('at')
  const { body } = await noticesAnswer({
    at: at === null ? null : instantIn({ name: 'at', value: at }),
    channel: placementOf(query),
    locale,
    source,
  })

  return body
}

/** What is asked, as a route would be asked it. */
const questionOf = ({ context, question: { slug, ...query }, req }: Asking): Question => ({
  delivery: deliveryOf({ context, req }),
  request: {
    parts: { slug },
    query: new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  },
})
