/** Fills `{{name}}` in a text; what no value is given for stays. */
export const filled = ({
  text,
  values,
}: {
  text: string
  values: Record<string, string>
}): string =>
  text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder)
