import type { DroppedKind } from './dropped.js'

import { textFormat } from '../rendering/richText.js'

const names = (list: string): string[] => list.split(' ')

/** Elements that stand on their own; what is in them is kept as it stands. */
export const blockNames = new Set(
  names(
    'address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup html legend li main noframes optgroup p search section summary tbody td tfoot th thead tr',
  ),
)

/** Elements that stand in a line and say nothing that a text could keep, but for their words. */
export const lineNames = new Set(
  names(
    'a abbr acronym area b bdi bdo big blink button cite code data del dfn em font i ins kbd label map mark marquee math nobr noscript output picture q rb rp rt rtc ruby s samp slot small source span strike strong sub sup time tt u var wbr',
  ),
)

/** Lists, by whether they are numbered. */
export const listNames: Record<string, boolean | undefined> = {
  dir: false,
  menu: false,
  ol: true,
  ul: false,
}

/** Elements whose words stand as they were typed. */
export const verbatimNames = new Set(names('listing plaintext pre xmp'))

/** Elements that no text can keep, with all that is in them. */
export const droppedNames: Record<string, DroppedKind | undefined> = {
  ...Object.fromEntries(
    names('applet audio embed frame frameset iframe object param track video').map((name) => [
      name,
      'embedded' as const,
    ]),
  ),
  ...Object.fromEntries(
    names('datalist input meter option progress select textarea').map((name) => [
      name,
      'form' as const,
    ]),
  ),
  canvas: 'picture',
  image: 'picture',
  img: 'picture',
  nav: 'navigation',
  noembed: 'hidden',
  script: 'script',
  style: 'style',
  svg: 'picture',
  template: 'hidden',
}

/** The look that an element gives its words. */
export const formatOfName: Record<string, number | undefined> = {
  b: textFormat.bold,
  cite: textFormat.italic,
  code: textFormat.code,
  del: textFormat.strikethrough,
  dfn: textFormat.italic,
  em: textFormat.italic,
  i: textFormat.italic,
  ins: textFormat.underline,
  kbd: textFormat.code,
  s: textFormat.strikethrough,
  samp: textFormat.code,
  strike: textFormat.strikethrough,
  strong: textFormat.bold,
  sub: textFormat.subscript,
  sup: textFormat.superscript,
  tt: textFormat.code,
  u: textFormat.underline,
  var: textFormat.italic,
}

/** The look that an element's style adds or takes away, as word processors write it. */
export const styledFormat = ({ format, style }: { format: number; style: string }): number =>
  styles.reduce(
    (styled, { bit, isOff, isOn }) =>
      isOn.test(style) ? styled | bit : isOff.test(style) ? styled & ~bit : styled,
    format,
  )

const styles = [
  {
    bit: textFormat.bold,
    isOff: /font-weight\s*:\s*(?:normal|[1-5]00)/iu,
    isOn: /font-weight\s*:\s*(?:bold|[6-9]00)/iu,
  },
  {
    bit: textFormat.italic,
    isOff: /font-style\s*:\s*normal/iu,
    isOn: /font-style\s*:\s*(?:italic|oblique)/iu,
  },
  {
    bit: textFormat.underline,
    isOff: /text-decoration(?:-line)?\s*:\s*none/iu,
    isOn: /text-decoration(?:-line)?\s*:[^;]{0,40}underline/iu,
  },
  {
    bit: textFormat.strikethrough,
    isOff: /text-decoration(?:-line)?\s*:\s*none/iu,
    isOn: /text-decoration(?:-line)?\s*:[^;]{0,40}line-through/iu,
  },
]

/** True for a style under which no reader sees the words. */
export const isHiddenStyle = (style: string): boolean =>
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu.test(style)
