/** What of a version decides when it is in force. Instants as `Date` or ISO 8601. */
export type Effect = {
  effectiveAt: Date | string
  id: number | string
  withdrawnAt?: Date | null | string
}

export type VersionState = 'in_force' | 'superseded' | 'upcoming' | 'withdrawn'

/**
 * The version in force at an instant: of those not withdrawn, the one with the newest effective
 * instant not after it; null before the first. A version can be withdrawn before it takes effect
 * only, so a withdrawn one was never in force.
 */
export const policyAt = <T extends Effect>({
  at,
  versions,
}: {
  at: Date
  versions: readonly T[]
}): null | T =>
  inOrderOfEffect(versions).findLast(({ effectiveAt }) => ms(effectiveAt) <= +at) ?? null

/** The versions that take effect after an instant, soonest first, withdrawn ones left out. */
export const upcomingAt = <T extends Effect>({
  at,
  versions,
}: {
  at: Date
  versions: readonly T[]
}): T[] => inOrderOfEffect(versions).filter(({ effectiveAt }) => ms(effectiveAt) > +at)

/** The version that takes effect right before another (right before an instant), or null. */
export const predecessorOf = <T extends Effect>({
  effectiveAt,
  versions,
}: {
  effectiveAt: Date | string
  versions: readonly T[]
}): null | T => policyAt({ at: new Date(ms(effectiveAt) - 1), versions })

/** The version that takes effect right after another, or null. */
export const successorOf = <T extends Effect>({
  effectiveAt,
  versions,
}: {
  effectiveAt: Date | string
  versions: readonly T[]
}): null | T => upcomingAt({ at: new Date(effectiveAt), versions })[0] ?? null

/** Where a published version stands at an instant; derived, never stored, so that no job can be late. */
export const stateAt = <T extends Effect>({
  at,
  version,
  versions,
}: {
  at: Date
  version: T
  versions: readonly T[]
}): VersionState => {
  if (version.withdrawnAt && ms(version.withdrawnAt) <= +at) {
    return 'withdrawn'
  }
  if (ms(version.effectiveAt) > +at) {
    return 'upcoming'
  }
  return policyAt({ at, versions })?.id === version.id ? 'in_force' : 'superseded'
}

const inOrderOfEffect = <T extends Effect>(versions: readonly T[]): T[] =>
  versions
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .sort((one, other) => ms(one.effectiveAt) - ms(other.effectiveAt))

const ms = (instant: Date | string): number => +new Date(instant)
