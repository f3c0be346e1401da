/** Where the site shows the policy in force. */
export const policyPath = (slug: string): string => `/policies/${slug}`

/** Where the site shows every version of a policy. */
export const historyPath = (slug: string): string => `${policyPath(slug)}/history`

/** Where the site shows one version of a policy. */
export const versionPath = ({ label, slug }: { label: string; slug: string }): string =>
  `${policyPath(slug)}/versions/${label}`

/** The same for the package's components. */
export const policyAddresses = {
  current: ({ slug }: { slug: string }): string => policyPath(slug),
  history: ({ slug }: { slug: string }): string => historyPath(slug),
}

/** The label of the version that a link of the API leads to. */
export const labelIn = (apiAddress: string): string =>
  decodeURIComponent(apiAddress.slice(apiAddress.lastIndexOf('/') + 1))
