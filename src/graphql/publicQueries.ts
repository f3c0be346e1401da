import type { Config, PayloadRequest } from 'payload'

import type { Question } from '../domain/delivery/asked.js'
import type { PolicyContext } from '../options.js'

import { schemas } from '../domain/api/schemas.js'
import { readText } from '../domain/delivery/answer.js'
import { placementOf, readingOf } from '../domain/delivery/asked.js'
import { currentAnswer } from '../domain/delivery/currentAnswer.js'
import { instantIn, momentOf } from '../domain/delivery/moment.js'
import { noticesAnswer } from '../domain/delivery/noticesAnswer.js'
import { timelineAnswer } from '../domain/delivery/timelineAnswer.js'
import { formsOf } from '../domain/delivery/writeVersion.js'
import { deliveryOf } from '../operations/delivery.js'
import { typesFrom } from './typesFrom.js'

type Options = NonNullable<Config['graphQL']>

type Args = { at?: null | string; locale?: null | string; placement?: null | string; slug?: string }

type Resolve = (source: unknown, args: Args, context: { req: PayloadRequest }) => Promise<unknown>

/**
 * Adds the public answers to GraphQL: from the same reads as the public routes, with the same rules and
 * the same refusals, and without a login. A host's own queries come last and win.
 */
export const withPublicQueries = ({
  context,
  graphQL: own,
}: {
  context: PolicyContext
  graphQL: Config['graphQL']
}): Options => ({
  ...own,
  queries: (graphQL, result) => ({
    ...publicQueries({ context, graphQL }),
    ...own?.queries?.(graphQL, result),
  }),
})

const publicQueries = ({
  context,
  graphQL,
}: {
  context: PolicyContext
  graphQL: Parameters<NonNullable<Options['queries']>>[0]
}) => {
  // A host may well have a type Policy, or PublicPolicy.
  const typeOf = typesFrom({ graphQL, json: ['NoticeTerms'], prefix: 'Sealed', schemas })
  const text = { type: graphQL.GraphQLString }
  const slug = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLString) }
  const asking =
    (answer: (question: Question) => Promise<{ body: unknown }>): Resolve =>
    async (_, args, { req }) =>
      (await answer(questionOf({ args, context, req }))).body

  return {
    activePolicyNotices: {
      args: { at: text, locale: text, placement: text },
      description: 'The change notices that a channel shows now, or at an instant.',
      resolve: asking(({ delivery, request }) => {
        const { locale, source } = readingOf({ delivery, request })
        const at = request.query.get('at')

        return noticesAnswer({
          at: at === null ? null : instantIn({ name: 'at', value: at }),
          channel: placementOf(request.query),
          locale,
          source,
        })
      }),
      type: typeOf('PolicyNotices'),
    },
    policyCurrent: {
      args: { at: text, locale: text, slug },
      description:
        'The version of a policy in force now, or at an ISO 8601 instant or on a day (its last instant in the policy’s zone).',
      resolve: asking(async (question) => {
        const reading = readingOf(question)
        const moment = momentOf(question.request.query.get('at'))
        const wanted = { forms: formsOf.json, locale: reading.locale }
        const answer = await currentAnswer({ ...reading, moment, text: wanted })
        const text = await readText({ ...reading, ...answer, ...wanted })

        return { body: { ...answer.body, ...text } }
      }),
      type: typeOf('PolicyInForce'),
    },
    policyTimeline: {
      args: { locale: text, slug },
      description: 'All published versions of a policy, newest first.',
      resolve: asking((question) => timelineAnswer(readingOf(question))),
      type: typeOf('PolicyTimeline'),
    },
  }
}

/** What is asked, as a route would be asked it. An argument that is null counts as left out. */
const questionOf = ({
  args: { slug, ...query },
  context,
  req,
}: {
  args: Args
  context: PolicyContext
  req: PayloadRequest
}): Question => ({
  delivery: deliveryOf({ context, req }),
  request: {
    parts: { slug },
    query: new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
  },
})
