import { siteOrigin } from '../api.js'

/** Small print for those who want to check: where a page's words come from, and a hash to hold against them. */
export const PolicyRecord = async ({
  apiAddress,
  hash,
}: {
  apiAddress: string
  hash: { name: string; value: string }
}) => {
  const address = new URL(apiAddress, await siteOrigin()).href

  return (
    <dl className="small-print">
      <div>
        <dt>{hash.name}</dt>
        <dd>
          <code>{hash.value}</code>
        </dd>
      </div>
      <div>
        <dt>Over the API</dt>
        <dd>
          <a href={address}>{address}</a>
        </dd>
      </div>
    </dl>
  )
}
