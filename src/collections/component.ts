/** Refers to one of the plugin's admin components in the browser by its public path. */
export const component = ({
  clientProps = {},
  name,
}: {
  clientProps?: Record<string, unknown>
  name: string
}): { clientProps: Record<string, unknown>; path: string } => ({
  clientProps,
  path: `payload-plugin-policy-versioning/client#${name}`,
})

/** Refers to one that is rendered on the server. */
export const serverComponent = (name: string): string =>
  `payload-plugin-policy-versioning/rsc#${name}`
