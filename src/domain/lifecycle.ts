import { PolicyError } from './policyError.js'

/** Where a version stands on its way; what happens after publication is derived from the clock. */
export const versionStatuses = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'published',
  'withdrawn',
] as const

export type VersionStatus = (typeof versionStatuses)[number]

export type Role = 'admin' | 'editor' | 'publisher' | 'reviewer'

/** Each step of a version's life: from which status, to which, and who may take it (an admin may take all). */
export const transitions = {
  approve: { from: 'in_review', role: 'reviewer', to: 'approved' },
  publish: { from: 'approved', role: 'publisher', to: 'published' },
  'request-changes': { from: 'in_review', role: 'reviewer', to: 'changes_requested' },
  submit: { from: 'draft', role: 'editor', to: 'in_review' },
  withdraw: { from: 'published', role: 'publisher', to: 'withdrawn' },
} as const satisfies Record<string, { from: VersionStatus; role: Role; to: VersionStatus }>

export type Transition = keyof typeof transitions

export const transitionNames = Object.keys(transitions) as Transition[]

/** The person who acts. People are compared by (collection, id), since ids of two collections can be equal. */
export type Person = { collection: string; id: number | string; name: string }

export type Actor = Person & { roles: Role[] }

export const isSamePerson = (
  one: Pick<Person, 'collection' | 'id'>,
  other: Pick<Person, 'collection' | 'id'>,
): boolean => one.collection === other.collection && String(one.id) === String(other.id)

/** True where a person has a role; an admin has them all. */
export const hasRole = ({ actor, role }: { actor: Actor; role: Role }): boolean =>
  actor.roles.includes(role) || actor.roles.includes('admin')

/** True where the words and dates of a version are fixed for good. */
export const isSealed = (status: VersionStatus): boolean =>
  status === 'published' || status === 'withdrawn'

/** The status of a version after an edit: what was seen by a reviewer is no longer what stands there. */
export const statusAfterEdit = (status: VersionStatus): VersionStatus =>
  isSealed(status) ? status : 'draft'

/** The transition that leads to a status, or undefined for `draft`, which only an edit leads to. */
export const transitionTo = (status: unknown): Transition | undefined =>
  transitionNames.find((name) => transitions[name].to === status)

/** Who may take a step: history from before the plugin is for an admin to vouch for. */
export const roleFor = ({
  isImport,
  transition,
}: {
  isImport: boolean
  transition: Transition
}): Role => (isImport && transition === 'publish' ? 'admin' : transitions[transition].role)

/** @throws PolicyError `ACTOR_REQUIRED` without a person, `FORBIDDEN` without the role for a transition. */
export const assertMayTake = ({
  actor,
  isImport,
  transition,
}: {
  actor: Actor | null
  /** True for a version from before the plugin. */
  isImport: boolean
  transition: Transition
}): Actor => {
  const role = roleFor({ isImport, transition })

  if (!actor) {
    throw new PolicyError({
      code: 'ACTOR_REQUIRED',
      message: `To ${words(transition)} a version takes a person, so that the record can name who did it. Log in, or pass \`user\` to the Local API.`,
    })
  }
  if (!hasRole({ actor, role })) {
    throw new PolicyError({
      code: 'FORBIDDEN',
      details: { role },
      message: `Only ${role === 'admin' ? 'an admin' : `a ${role} or an admin`} may ${words(transition)} ${isImport ? 'an imported' : 'a'} version. Ask one of them.`,
    })
  }

  return actor
}

/** @throws PolicyError `ILLEGAL_TRANSITION` where a version's status does not allow a transition. */
export const assertTransition = ({
  status,
  transition,
}: {
  status: VersionStatus
  transition: Transition
}): void => {
  const { from } = transitions[transition]

  if (status !== from) {
    const next = transitionNames.filter((name) => transitions[name].from === status)
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      details: { allowed: next, status },
      message: `The version is ${words(status)}; only one that is ${words(from)} can be taken to "${words(
        transitions[transition].to,
      )}". ${
        next.length > 0
          ? `From here you can ${next.map(words).join(' or ')} it.`
          : isSealed(status)
            ? 'Nothing leads on from here; start a new version.'
            : 'Edit it, which makes it a draft again.'
      }`,
    })
  }
}

const words = (name: string): string => name.replace(/[-_]/g, ' ')
