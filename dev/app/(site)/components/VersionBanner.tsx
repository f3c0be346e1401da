import type { PublicVersion } from 'payload-plugin-policy-versioning'

import { labelIn, policyPath, versionPath } from '../addresses.js'
import { StateBadge } from './StateBadge.js'
import { Day, DayOf } from './WrittenDate.js'

/** Says where a version stands, and leads to the text in force. */
export const VersionBanner = ({ version }: { version: PublicVersion }) => {
  const Standing = standings[version.state]

  return (
    <section aria-label="Where this version stands" className={`box box--${version.state}`}>
      <p>
        <StateBadge state={version.state} />
      </p>
      <Standing version={version} />
      {version.imported && (
        <p>It was imported from before this record began: {version.imported.source}</p>
      )}
      {version.exception && <p>Its notice was shortened: {version.exception.explanation}</p>}
    </section>
  )
}

const InForce = ({ version }: { version: PublicVersion }) => (
  <>
    <p className="box__lead">
      In force since <Day day={version.effectiveOn} />
    </p>
    {version.supersededAt && (
      <p>
        From <Superseded version={version} /> on, <Successor version={version} /> takes its place.
      </p>
    )}
  </>
)

const Past = ({ version }: { version: PublicVersion }) => (
  <>
    <p className="box__lead">
      Superseded on <Superseded version={version} /> by <Successor version={version} />
    </p>
    <p>
      It was in force from <Day day={version.effectiveOn} />.
    </p>
    <p>
      <a href={policyPath(version.policy.slug)}>Read the text in force</a>
    </p>
  </>
)

const Upcoming = ({ version }: { version: PublicVersion }) => (
  <>
    <p className="box__lead">
      Takes effect on <Day day={version.effectiveOn} />
    </p>
    {version.changeSummary && <p lang={version.locale}>{version.changeSummary}</p>}
    {version.links.predecessor && (
      <p>
        Until then, <a href={policyPath(version.policy.slug)}>the text in force</a> applies.
      </p>
    )}
  </>
)

const Withdrawn = ({ version }: { version: PublicVersion }) => (
  <>
    <p className="box__lead">
      Withdrawn on{' '}
      {version.withdrawnAt && (
        <DayOf instant={version.withdrawnAt} timeZone={version.policy.timeZone} />
      )}
      , before it took effect
    </p>
    <p>
      It was announced for <Day day={version.effectiveOn} /> and never applied.
    </p>
    {version.links.predecessor && (
      <p>
        <a href={policyPath(version.policy.slug)}>Read the text in force</a>
      </p>
    )}
  </>
)

const standings = {
  in_force: InForce,
  superseded: Past,
  upcoming: Upcoming,
  withdrawn: Withdrawn,
}

const Superseded = ({ version: { policy, supersededAt } }: { version: PublicVersion }) =>
  supersededAt && <DayOf instant={supersededAt} timeZone={policy.timeZone} />

const Successor = ({ version: { links, policy } }: { version: PublicVersion }) => {
  if (!links.successor) {
    return 'a later version'
  }
  const label = labelIn(links.successor)
  return <a href={versionPath({ label, slug: policy.slug })}>version {label}</a>
}
