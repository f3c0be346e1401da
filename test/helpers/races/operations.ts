import type { VersionStatus } from '../../../src/domain/lifecycle.js'
import type { App } from '../app.js'
import type { Random } from './random.js'
import type { Seen, World } from './world.js'

import { type Member } from '../cast.js'
import { randomContent } from './content.js'
import { type Outcome, outcomeOfCall, outcomeOfRequest } from './outcome.js'

/** One attempt of somebody at something. */
export type Operation = { attempt: () => Promise<Outcome>; name: string }

/** Where an operation takes place. */
type Place = { app: App; policy: World['policies'][number]; random: Random; world: World }
type Attempt = (place: Place) => Promise<Outcome>
type StepOrEdit = (place: Place, version: Seen) => Promise<Outcome>

/** What somebody tries next, on one of the servers: mostly what makes sense, and often something that does not. */
export const randomOperation = ({
  world,
  ...asked
}: {
  app: App
  random: Random
  world: World
}): Operation => {
  const { random } = asked
  const place = { ...asked, policy: random.pick(world.policies), world }
  const version = someVersion(place)
  const what = random.pickByWeight({ ...apart, version: version ? 82 : 0 })

  if (what !== 'version' || !version) {
    const name = what === 'version' ? 'create' : what
    return { name, attempt: () => attempts[name](place) }
  }

  const name = random.pickByWeight(nextBy[version.status])
  return {
    name,
    attempt: async () =>
      remembered({ ...place, outcome: await steps[name](place, version), version }),
  }
}

/** How often people, of a hundred, do what is not about a version that is there. */
const apart = { create: 13, 'edit policy': 2, read: 3 }

/** What people do with a version that they last saw in a status; it may have moved on since. */
const nextBy: Record<VersionStatus, Partial<Record<keyof typeof steps, number>>> = {
  approved: { approve: 1, edit: 4, publish: 14, withdraw: 0.5 },
  changes_requested: { edit: 8, submit: 1 },
  draft: { approve: 0.5, delete: 1, edit: 2, publish: 0.5, submit: 16 },
  in_review: {
    approve: 14,
    'approve exception': 2,
    edit: 1,
    publish: 1,
    'request changes': 0.5,
    submit: 0.5,
  },
  published: { approve: 0.5, delete: 0.5, edit: 1, publish: 1, withdraw: 6 },
  withdrawn: { edit: 1, publish: 1, withdraw: 1 },
}

/** Mostly a version that is on its way, now and then one that was published. */
const someVersion = ({ policy, random }: Pick<Place, 'policy' | 'random'>): Seen | undefined => {
  const all = [...policy.seen.values()]
  const open = all.filter(({ status }) => !['published', 'withdrawn'].includes(status))

  return random.pick(open.length > 0 && random.chance(0.85) ? open : all)
}

const attempts: Record<keyof typeof apart, Attempt> = {
  create: async (place) => {
    const { app, policy } = place
    const outcome = await outcomeOfCall(
      app.payload.create({
        collection: 'policy-versions',
        data: { ...randomContent(place), policy: policy.id },
        overrideAccess: false,
        user: someone({ ...place, role: 'editor' }).user,
      }),
    )
    return remembered({ outcome, policy })
  },
  'edit policy': (place) =>
    outcomeOfCall(
      place.app.payload.update({
        id: place.policy.id,
        collection: 'policies',
        data: place.random.pick([{ title: 'Another title' }, { slug: place.policy.slug }]),
        overrideAccess: false,
        user: someone({ ...place, role: 'editor' }).user,
      }),
    ),
  read: ({ app, policy: { slug }, random }) =>
    outcomeOfRequest(
      app.rest(
        'GET',
        random.pick([
          '/policy-notices/active',
          `/policies/${slug}/current`,
          `/policies/${slug}/versions`,
          `/policies/${slug}/versions/1`,
        ]),
      ),
    ),
}

/** A step of the workflow, by its own route or by a plain write of the status that it leads to. */
const step =
  ({
    name,
    role,
    scope,
    status,
  }: {
    name: string
    role: Role
    scope?: 'exception'
    status: string
  }): StepOrEdit =>
  (place, { id }) => {
    const { app, random } = place
    const { token, user } = someone({ ...place, role })

    return random.chance(0.5)
      ? outcomeOfRequest(
          app.rest('POST', `/policy-versions/${id}/${name}`, {
            as: token,
            body: { ...(scope && { exception: true }) },
          }),
        )
      : outcomeOfCall(
          app.payload.update({
            id,
            collection: 'policy-versions',
            data: { scope, status },
            overrideAccess: false,
            user,
          }),
        )
  }

const edit: StepOrEdit = (place, { id }) => {
  const { app, random } = place
  const data = random.chance(0.5) ? { title: `Title ${random.below(9)}` } : randomContent(place)
  const { token, user } = someone({ ...place, role: 'editor' })

  return random.chance(0.5)
    ? outcomeOfRequest(app.rest('PATCH', `/policy-versions/${id}`, { as: token, body: data }))
    : outcomeOfCall(
        app.payload.update({
          id,
          collection: 'policy-versions',
          data,
          overrideAccess: false,
          user,
        }),
      )
}

const deletion: StepOrEdit = async (place, { id }) => {
  const { code } = await outcomeOfCall(
    place.app.payload.delete({
      id,
      collection: 'policy-versions',
      overrideAccess: false,
      user: someone({ ...place, role: 'admin' }).user,
    }),
  )
  return { code: code === 'done' ? 'deleted' : code }
}

const steps = {
  approve: step({ name: 'approve', role: 'reviewer', status: 'approved' }),
  'approve exception': step({
    name: 'approve',
    role: 'reviewer',
    scope: 'exception',
    status: 'approved',
  }),
  delete: deletion,
  edit,
  publish: step({ name: 'publish', role: 'publisher', status: 'published' }),
  'request changes': step({
    name: 'request-changes',
    role: 'reviewer',
    status: 'changes_requested',
  }),
  submit: step({ name: 'submit', role: 'editor', status: 'in_review' }),
  withdraw: step({ name: 'withdraw', role: 'publisher', status: 'withdrawn' }),
}

/** Keeps how a version was last seen. */
const remembered = ({
  outcome,
  policy: { seen },
  version,
}: Pick<Place, 'policy'> & { outcome: Outcome; version?: Seen }): Outcome => {
  const { id = version?.id, status = version?.status } = (outcome.doc ?? {}) as Partial<Seen>

  if (version && ['deleted', 'NOT_FOUND'].includes(outcome.code)) {
    seen.delete(version.id)
  } else if (outcome.code === 'done' && id !== undefined && status !== undefined) {
    seen.set(id, { id, status })
  }
  return outcome
}

type Role = 'admin' | 'editor' | 'publisher' | 'reviewer'

/** Somebody who may, mostly; now and then anybody. */
const someone = ({ random, role, world: { crowd } }: Place & { role: Role }): Member =>
  random.chance(0.95)
    ? random.pick([...crowd[role], ...(role === 'admin' ? [] : crowd.everything)])
    : random.pick(Object.values(crowd).flat())
