import type { PublicVersion } from 'payload-plugin-policy-versioning'

import { Day } from './WrittenDate.js'

/** What is announced to take the place of the text below. */
export const UpcomingVersions = ({ versions }: { versions: PublicVersion[] }) =>
  versions.map(({ changeSummary, effectiveOn, label, locale, url }) => (
    <section aria-label={`Upcoming version ${label}`} className="box box--upcoming" key={label}>
      <p className="box__lead">
        Version {label} takes effect on <Day day={effectiveOn} />
      </p>
      {changeSummary && <p lang={locale}>{changeSummary}</p>}
      <p>
        <a href={url}>Read version {label}</a>
      </p>
    </section>
  ))
