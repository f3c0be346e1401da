import type { Config, PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { schemas } from '../domain/api/schemas.js'
import { formsOf } from '../domain/delivery/writeVersion.js'
import {
  answerCurrent,
  answerNotices,
  answerTimeline,
  type PublicQuestion,
} from '../operations/publicAnswers.js'
import { typesFrom } from './typesFrom.js'

type Options = NonNullable<Config['graphQL']>

type Resolve = (
  source: unknown,
  question: PublicQuestion,
  graphQL: { req: PayloadRequest },
) => Promise<unknown>

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
    (answer: (asking: Parameters<typeof answerNotices>[0]) => Promise<unknown>): Resolve =>
    (_, question, { req }) =>
      answer({ context, question, req })

  return {
    activePolicyNotices: {
      args: { at: text, locale: text, placement: text },
      description: 'The change notices that a channel shows now, or at an instant.',
      resolve: asking(answerNotices),
      type: typeOf('PolicyNotices'),
    },
    policyCurrent: {
      args: { at: text, locale: text, slug },
      description:
        'The version of a policy in force now, or at an ISO 8601 instant or on a day (its last instant in the policy’s zone).',
      resolve: asking((asked) => answerCurrent({ ...asked, texts: formsOf.json })),
      type: typeOf('PolicyInForce'),
    },
    policyTimeline: {
      args: { locale: text, slug },
      description: 'All published versions of a policy, newest first.',
      resolve: asking(answerTimeline),
      type: typeOf('PolicyTimeline'),
    },
  }
}
