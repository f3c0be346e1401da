'use client'
import type { BarKind, MarkKind } from '../../domain/timelinePicture/lanesOf.js'

import { measures } from './measures.js'

const { bar: height, bracket, shown } = measures

/** The patterns that tell bars apart without their colors; `id` keeps those of two pictures apart. */
export const Patterns = ({ id }: { id: string }) => (
  <defs>
    <pattern height="6" id={`${id}-notice`} patternUnits="userSpaceOnUse" width="6">
      <rect className="policy-timeline__back--notice" height="6" width="6" />
      <path className="policy-timeline__line--notice" d="M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5" />
    </pattern>
    <pattern height="6" id={`${id}-planned`} patternUnits="userSpaceOnUse" width="6">
      <path className="policy-timeline__line--notice" d="M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5" />
    </pattern>
    <pattern height="5" id={`${id}-in_review`} patternUnits="userSpaceOnUse" width="5">
      <circle className="policy-timeline__dot" cx="2.5" cy="2.5" r="1.1" />
    </pattern>
    <pattern height="5" id={`${id}-changes_requested`} patternUnits="userSpaceOnUse" width="5">
      <path className="policy-timeline__line" d="M0 0 L5 5 M5 0 L0 5" />
    </pattern>
    <pattern height="4" id={`${id}-will_apply`} patternUnits="userSpaceOnUse" width="4">
      <path className="policy-timeline__line--force" d="M0 2 H4" />
    </pattern>
  </defs>
)

const patterned: BarKind[] = ['changes_requested', 'in_review', 'notice', 'planned', 'will_apply']

/** A stretch of time on a lane: `y` is the top of the lane's bars, `x` the edge nearer to the left. */
export const Bar = ({
  id,
  kind,
  width,
  x,
  y,
}: {
  id: string
  kind: BarKind
  width: number
  x: number
  y: number
}) => {
  const className = `policy-timeline__bar policy-timeline__bar--${kind}`
  const length = Math.max(2, width)

  if (kind === 'minimum') {
    const line = y - bracket + 2
    return <path className={className} d={`M${x} ${y - 1} V${line} H${x + length} V${y - 1}`} />
  }
  if (kind === 'shown') {
    return <rect className={className} height={shown - 2} width={length} x={x} y={y + height + 2} />
  }
  return (
    <rect
      className={className}
      fill={patterned.includes(kind) ? `url(#${id}-${kind})` : undefined}
      height={height}
      rx="2"
      width={length}
      x={x}
      y={y}
    />
  )
}

/** What happens at an instant, as a shape of its own, in the middle of the lane's bars. */
export const Mark = ({ kind, x, y }: { kind: MarkKind; x: number; y: number }) => {
  const middle = y + height / 2
  const className = `policy-timeline__mark policy-timeline__mark--${kind}`

  switch (kind) {
    case 'cancelled':
    case 'effective':
    case 'planned':
    case 'takes_effect':
    case 'too_early':
      return <path className={className} d={`M${x} ${middle - 8} l8 8 l-8 8 l-8 -8 z`} />
    case 'deadline':
      return <path className={className} d={`M${x - 6} ${middle - 7} h12 l-12 14 h12 z`} />
    case 'claimed':
    case 'excepted':
      // Said in words, beside the effect that it belongs to.
      return null
    case 'minimum':
      return <path className={className} d={`M${x} ${y - bracket} V${y + height}`} />
    case 'published':
      return <circle className={className} cx={x} cy={middle} r="6" />
    case 'withdrawn':
      return <path className={className} d={`M${x - 6} ${middle - 6} l12 12 m0 -12 l-12 12`} />
  }
}
