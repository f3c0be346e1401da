/** What a difference changes: what a text says, or only how it looks. */
export type ChangeKind = 'cosmetic' | 'substantial'

/** Why a difference is cosmetic. */
export type CosmeticReason =
  /** Letter case of a heading; elsewhere case is substantial, as it marks defined terms. */
  | 'case'
  /** Another character for the same letter: a wide form, a ligature, an invisible character. */
  | 'characters'
  | 'dashes'
  /** Bold, italic and the like. */
  | 'formatting'
  /** Paragraphs that were split or joined. */
  | 'layout'
  /** A web address that gave way to a name, or is written in another way. */
  | 'link_text'
  /** The mark in front of a list's item. */
  | 'list_mark'
  /** A heading, a paragraph or an item of the same words. */
  | 'markup'
  /** The number or letter that counts a section or an item. */
  | 'numbering'
  /** What closes a block: a full stop, a colon, the semicolon and "and" between items. */
  | 'punctuation'
  | 'quotes'
  /** The document's title, where the text itself goes on to use both names. */
  | 'title'
  | 'whitespace'

/** A stretch of text: in both texts, only in the new one or only in the old one. */
export type Segment =
  | {
      /** Where its link leads, in case that changed under the same words; null for no link. */
      link?: { after: null | string; before: null | string }
      op: 'equal'
      text: string
    }
  | { kind: ChangeKind; op: 'delete' | 'insert'; text: string }

/** What became of a block. */
export type BlockStatus =
  | 'deleted'
  | 'edited'
  | 'inserted'
  /** Stands at another place now, edited or not. */
  | 'moved'
  /** Marks the place that a moved block left; has no segments. */
  | 'moved_away'
  | 'unchanged'

/** A heading, paragraph, list item or table row of the redline. */
export type RedlineBlock = {
  /** Its place in the new text, counted in blocks from 0; null where it is not there. */
  after: null | number
  /** Its place in the old text, counted in blocks from 0; null where it was not there. */
  before: null | number
  /**
   * Which change it belongs to, from 1; null without one. The same words replaced by the same in
   * several places are one change, and so are blocks that moved together.
   */
  change: null | number
  /** Counts the blocks of the redline from 1. */
  id: number
  /** Null for what is unchanged and where a block left. Moved text whose words stayed is cosmetic. */
  kind: ChangeKind | null
  /** Of a heading 1 to 6; of an item how deep its list is nested, from 1; 0 for other blocks. */
  level: number
  /** Of a moved block the other end of the move: where it came from, or where it went. */
  moved: { block: number; section: null | string } | null
  /** The number that a numbered list shows for an item; null for any other block. */
  number: null | number
  /** Why what is cosmetic in it is so. */
  reasons: CosmeticReason[]
  /**
   * Its words. The equal and inserted ones make up the new text, the equal and deleted ones the
   * old. Blocks that were split or joined stand in one, a blank line between them.
   */
  segments: Segment[]
  status: BlockStatus
  type: BlockType
}

/** The form of a block; `embed` for what is no text, such as an upload. */
export type BlockType = 'embed' | 'heading' | 'item' | 'paragraph' | 'row'

/** A heading with what stands below it, up to the next heading of whatever level. */
export type RedlineSection = {
  blocks: RedlineBlock[]
  /** Of this section's own blocks. */
  counts: RedlineCounts
  /** Null for what stands before the first heading. */
  heading: null | RedlineBlock
  /** `cosmetic` where nothing but cosmetic changes stand in it. */
  status: 'added' | 'changed' | 'cosmetic' | 'moved' | 'removed' | 'unchanged'
  /** The words of its heading, of the new text where it is there; null without heading. */
  title: null | string
}

/** How much changed. What moved and kept its words counts as moved alone. */
export type RedlineCounts = {
  /** Blocks that changed, cosmetically alone. */
  cosmetic: number
  /** Moves; blocks that moved together are one. */
  moved: number
  /** Changes that alter what the text says; one that stands in several places counts once. */
  substantial: number
  /** Of the substantial changes. */
  wordsDeleted: number
  /** Of the substantial changes. */
  wordsInserted: number
}

/** An address, date or link that a change touches. */
export type CallOut = {
  /** What stands there now; null where nothing took its place. */
  after: null | string
  /** What stood there; null where it is new. */
  before: null | string
  /** The ids of the blocks that it stands in. */
  blocks: number[]
  kind: ChangeKind
  type: 'date' | 'email' | 'link' | 'phone' | 'postal'
}

/** The title of a document, compared. */
export type RedlineTitle = {
  change: null | number
  kind: ChangeKind | null
  reasons: CosmeticReason[]
  segments: Segment[]
}

/** What changed between two texts. It is plain JSON. */
export type Redline = {
  callOuts: CallOut[]
  counts: RedlineCounts
  /** In the order of the new text; what was removed stands where it stood. */
  sections: RedlineSection[]
  title: RedlineTitle
}
