import type { Access, PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { type Actor, hasRole, type Role } from '../domain/lifecycle.js'
import { PolicyError } from '../domain/policyError.js'
import { loadActor } from '../operations/actor.js'

/** Nobody, by any login: only the plugin's own hooks write here. */
export const nobody: Access = (args) =>
  isAskedWhatToOffer(args)
    ? false
    : refuse('Nobody may write this: it is kept by the plugin alone, or the plugin is disabled.')

/** Nobody reads earlier states where none are kept: Payload would let every login ask for them, and fail. */
export const noHistory: Access = () => false

/** Whoever has a role may read, drafts included; everybody else uses the public routes. */
export const anyRole =
  (context: PolicyContext): Access =>
  async ({ req }) =>
    (await loadActor({ context, req }))?.roles.length ? true : false

/**
 * Whoever has the role (an admin has them all) may do it; others are refused with a reason.
 */
export const withRole =
  ({
    allows = () => true,
    context,
    doing,
    role,
  }: {
    /** A further condition, asked for the admin panel only: whether there is anything to edit at all. */
    allows?: (stored: Record<string, unknown>) => boolean
    context: PolicyContext
    /** What it is that takes the role, for the refusal. */
    doing: string
    role: Role
  }): Access =>
  async (args) => {
    const actor = await loadActor({ context, req: args.req })
    const may = isAllowed({ actor, role })

    if (isAskedWhatToOffer(args)) {
      return may && allows((args.data as Record<string, unknown> | undefined) ?? {})
    }
    return (
      may ||
      refuse(`Only ${article(role)} ${role}${role === 'admin' ? '' : ' or an admin'} may ${doing}.`)
    )
  }

/** True while the admin panel asks which buttons and fields to offer, where a refusal would be an error page. */
export const isAskedWhatToOffer = (args: object): boolean =>
  'collectionConfig' in args && args.collectionConfig !== undefined

/** Refuses with a code that clients can tell from other refusals. */
export const refuse = (message: string): never => {
  throw new PolicyError({ code: 'FORBIDDEN', message })
}

/** Who acts, for endpoints that anybody with a role may use. @throws PolicyError `FORBIDDEN` for others. */
export const requireAnyRole = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<Actor> => {
  const actor = await loadActor({ context, req })

  return actor?.roles.length
    ? actor
    : refuse('This takes a login with a role in the policies. Log in, or ask an admin for one.')
}

const isAllowed = ({ actor, role }: { actor: Actor | null; role: Role }): boolean =>
  actor !== null && hasRole({ actor, role })

const article = (role: Role): string => (/^[aeiou]/.test(role) ? 'an' : 'a')
