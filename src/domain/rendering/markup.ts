import { escapeHtml } from './escapeHtml.js'

/** HTML that is written here, as opposed to text that somebody else wrote. */
export type Markup = { readonly html: string }

type Value = Markup | null | number | readonly Markup[] | string

/** Writes HTML in which every value is text, unless it is HTML that was written here; null is nothing. */
export const markup = (parts: TemplateStringsArray, ...values: Value[]): Markup => ({
  html: parts.map((part, index) => part + htmlOf(values[index] ?? null)).join(''),
})

/** A text with `{{name}}` in it, filled with HTML. */
export const filledMarkup = ({
  text,
  values,
}: {
  text: string
  values: Record<string, Markup | string>
}): Markup => ({
  html: text
    .split(/\{\{(\w+)\}\}/u)
    // What stood in the brackets is every second part.
    .map((part, index) => htmlOf(index % 2 === 0 ? part : (values[part] ?? `{{${part}}}`)))
    .join(''),
})

const htmlOf = (value: Value): string => {
  if (value === null) {
    return ''
  }
  if (typeof value !== 'object') {
    return escapeHtml(String(value))
  }
  return 'html' in value ? value.html : value.map(({ html }) => html).join('')
}
