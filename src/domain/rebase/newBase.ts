import type { PublishedVersion } from '../situation.js'

/** The published version that a draft was started from, or rebased onto since. */
export type Base = { fingerprint: string; id: number | string; label: string }

/** The version that a draft should be rebased onto, and why: what became of the text since. */
export type NewBase = {
  because: 'in_force' | 'upcoming' | 'withdrawn'
  /** When the new text takes or took effect. */
  effectiveAt: string
  id: number | string
  label: string
}

/**
 * The version whose text a draft would change without its author having seen it: another one than it
 * was started from takes effect later than that one and before the draft, or that one was withdrawn.
 * Null where the draft stands on the text that it will change.
 */
export const newBaseOf = ({
  base,
  instant,
  predecessor,
  timeline,
}: {
  base: Base | null
  instant: Date
  /** The version that takes effect right before the draft. */
  predecessor: null | PublishedVersion
  timeline: readonly PublishedVersion[]
}): NewBase | null => {
  const current = base && timeline.find(({ id }) => String(id) === String(base.id))

  if (!current || !predecessor || predecessor.id === current.id) {
    return null
  }
  if (!current.withdrawnAt && current.effectiveAt >= predecessor.effectiveAt) {
    return null
  }
  return {
    id: predecessor.id,
    because: current.withdrawnAt
      ? 'withdrawn'
      : predecessor.effectiveAt <= instant
        ? 'in_force'
        : 'upcoming',
    effectiveAt: predecessor.effectiveAt.toISOString(),
    label: predecessor.label,
  }
}
