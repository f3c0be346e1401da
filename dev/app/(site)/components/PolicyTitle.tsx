import type { PublicVersion } from 'payload-plugin-policy-versioning'

import { historyPath } from '../addresses.js'
import { inParts } from '../policyHtml.js'

/** The heading of a policy's page: the one that its text begins with, else its title. */
export const PolicyTitle = ({ version }: { version: PublicVersion }) => {
  const { heading } = inParts(version.html ?? '')
  // The date that was sealed with a withdrawn version never came.
  const hasItsDate = version.state !== 'withdrawn'

  return (
    <>
      {heading ? (
        <h1 dangerouslySetInnerHTML={{ __html: heading }} lang={version.locale} />
      ) : (
        <h1 lang={version.locale}>{version.title}</h1>
      )}
      <p className="policy-date">
        {hasItsDate && version.dateLabel && <span lang={version.locale}>{version.dateLabel}</span>}
        <span>Version {version.label}</span>
        <a href={historyPath(version.policy.slug)}>All versions</a>
      </p>
    </>
  )
}
