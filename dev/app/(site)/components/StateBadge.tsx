import type { VersionState } from 'payload-plugin-policy-versioning'

const names = {
  in_force: 'In force',
  superseded: 'Superseded',
  upcoming: 'Upcoming',
  withdrawn: 'Withdrawn',
}

/** Where a version stands, in a word. */
export const StateBadge = ({ state }: { state: VersionState }) => (
  <span className={`badge badge--${state}`}>{names[state]}</span>
)
