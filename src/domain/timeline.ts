/** What of a version decides when it is in force. Instants as `Date` or ISO 8601. */
export type Effect = {
  effectiveAt: Date | string
  id: number | string
  withdrawnAt?: Date | null | string
}

export type VersionState = 'in_force' | 'superseded' | 'upcoming' | 'withdrawn'

/** A policy's versions in the order of their effect, withdrawn ones left out. */
export type Timeline<T> = {
  /** Those that take effect after an instant, soonest first. */
  upcomingAt: (instant: Date | string) => T[]
  /** The one in force at an instant; null before the first. */
  versionAt: (instant: Date | string) => null | T
  /** The one that takes effect right after an instant, or null. */
  versionAfter: (instant: Date | string) => null | T
  /** The one that takes effect right before an instant, or null. */
  versionBefore: (instant: Date | string) => null | T
}

/**
 * Puts versions in order once, for whatever is asked of them. In force at an instant is, of those not
 * withdrawn, the one with the newest effective instant not after it. A version can be withdrawn before
 * it takes effect only, so a withdrawn one was never in force.
 */
export const timelineOf = <T extends Effect>(versions: readonly T[]): Timeline<T> => {
  const inOrder = versions
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .map((version) => ({ at: ms(version.effectiveAt), version }))
    .sort((one, other) => one.at - other.at)

  /** How many take effect not after an instant. */
  const countUntil = (instant: number): number => {
    let [low, high] = [0, inOrder.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (inOrder[middle]!.at <= instant) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
  const versionAt = (index: number): null | T => inOrder[index]?.version ?? null

  return {
    upcomingAt: (instant) => inOrder.slice(countUntil(ms(instant))).map(({ version }) => version),
    versionAfter: (instant) => versionAt(countUntil(ms(instant))),
    versionAt: (instant) => versionAt(countUntil(ms(instant)) - 1),
    versionBefore: (instant) => versionAt(countUntil(ms(instant) - 1) - 1),
  }
}

/** The version in force at an instant, or null before the first. */
export const policyAt = <T extends Effect>({
  at,
  versions,
}: {
  at: Date
  versions: readonly T[]
}): null | T => timelineOf(versions).versionAt(at)

/** The versions that take effect after an instant, soonest first, withdrawn ones left out. */
export const upcomingAt = <T extends Effect>({
  at,
  versions,
}: {
  at: Date
  versions: readonly T[]
}): T[] => timelineOf(versions).upcomingAt(at)

/** The version that takes effect right before another (right before an instant), or null. */
export const predecessorOf = <T extends Effect>({
  effectiveAt,
  versions,
}: {
  effectiveAt: Date | string
  versions: readonly T[]
}): null | T => timelineOf(versions).versionBefore(effectiveAt)

/** The version that takes effect right after another, or null. */
export const successorOf = <T extends Effect>({
  effectiveAt,
  versions,
}: {
  effectiveAt: Date | string
  versions: readonly T[]
}): null | T => timelineOf(versions).versionAfter(effectiveAt)

/** Where a published version stands at an instant; derived, never stored, so that no job can be late. */
export const stateAt = <T extends Effect>({
  at,
  version,
  versions,
}: {
  at: Date
  version: T
  versions: readonly T[] | Timeline<T>
}): VersionState => {
  if (version.withdrawnAt && ms(version.withdrawnAt) <= +at) {
    return 'withdrawn'
  }
  if (ms(version.effectiveAt) > +at) {
    return 'upcoming'
  }
  const timeline = 'versionAt' in versions ? versions : timelineOf(versions)
  return timeline.versionAt(at)?.id === version.id ? 'in_force' : 'superseded'
}

const ms = (instant: Date | string): number => +new Date(instant)
