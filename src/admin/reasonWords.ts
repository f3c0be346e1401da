import type { Say } from './say.js'

/** The reasons for an exception that have a name in every language. */
export const namedReasons = {
  administrative: 'reasonAdministrative',
  benefits_user: 'reasonBenefit',
  imminent_danger: 'reasonDanger',
  legal_obligation: 'reasonLegal',
  security: 'reasonSecurity',
} as const

/** A reason for an exception by its name; one that has none as it is. */
export const reasonName = ({ reason, say }: { reason: string; say: Say }): string =>
  isNamed(reason) ? say.word(namedReasons[reason]) : reason

const isNamed = (reason: string): reason is keyof typeof namedReasons =>
  Object.hasOwn(namedReasons, reason)
