import type { Random } from './random.js'
import type { World } from './world.js'

import { civilDateOf } from '../../../src/domain/civilDate.js'
import { textOf } from '../cast.js'
import { promises } from './world.js'

type Policy = World['policies'][number]

/** What an author writes: days and labels that others take too, promises, exceptions, replacements. */
export const randomContent = ({ policy, random }: { policy: Policy; random: Random }) => {
  const upcoming = [...policy.seen.values()].filter(({ status }) => status === 'published')
  const day = random.pickByWeight({ far: 16, none: 4, past: 1, today: 6 })

  return {
    body: textOf(`We keep your data safe, in ${random.below(9)} ways.`),
    effectiveOn: days[day]({ policy, random }),
    materialChange: random.chance(0.75),
    noticeChannels: random.pick([[], [], ['homepage'], ['homepage', 'mail'], ['mail']]),
    title: 'Privacy Policy',
    ...(random.chance(0.3) && { label: `v${random.below(12)}` }),
    // Without them they are copied, once there is a version to copy them from.
    ...(random.chance(upcoming.length > 0 ? 0.2 : 0.95) && { noticeTerms: random.pick(promises) }),
    ...(random.chance(0.1) && {
      exception: {
        explanation: 'A court ordered it.',
        reason: random.pick(['legal_obligation', 'security', 'whim']),
      },
    }),
    ...(upcoming.length > 0 &&
      random.chance(0.25) && {
        replaces: {
          materialDifference: random.chance(0.5),
          version: random.pick(upcoming).id,
        },
      }),
  }
}

/** Far away, so that many can be announced at once, and few enough that they collide. */
const days = {
  far: ({ random }: { random: Random }) =>
    `2090-01-${String(1 + random.below(28)).padStart(2, '0')}`,
  none: () => null,
  past: () => '2020-01-01',
  today: ({ policy: { timeZone } }: { policy: Policy }) =>
    civilDateOf({ instant: new Date(), timeZone }),
}
