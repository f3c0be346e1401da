/** Refers to one of the plugin's admin components by its public path. */
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
