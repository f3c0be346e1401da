import { PolicyPanel as PolicyPanel_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { PolicyTimeline as PolicyTimeline_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { VersionWorkflow as VersionWorkflow_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { VersionBase as VersionBase_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { ImportText as ImportText_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TranslatedLabel as TranslatedLabel_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { DayCell as DayCell_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { EffectiveDateField as EffectiveDateField_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { ExceptionReason as ExceptionReason_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { NoticeTermsField as NoticeTermsField_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { EffectCell as EffectCell_dbee8b64ad5f558618e31d1679a73418 } from 'payload-plugin-policy-versioning/rsc'
import { ReviewView as ReviewView_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { ReadoutCell as ReadoutCell_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { ReadoutField as ReadoutField_97d96ff39558b1c689ee5118ed7dbf44 } from 'payload-plugin-policy-versioning/client'
import { PolicyDashboard as PolicyDashboard_dbee8b64ad5f558618e31d1679a73418 } from 'payload-plugin-policy-versioning/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-plugin-policy-versioning/client#PolicyPanel": PolicyPanel_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#PolicyTimeline": PolicyTimeline_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#VersionWorkflow": VersionWorkflow_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#VersionBase": VersionBase_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#ImportText": ImportText_97d96ff39558b1c689ee5118ed7dbf44,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "payload-plugin-policy-versioning/client#TranslatedLabel": TranslatedLabel_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#DayCell": DayCell_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#EffectiveDateField": EffectiveDateField_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#ExceptionReason": ExceptionReason_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#NoticeTermsField": NoticeTermsField_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/rsc#EffectCell": EffectCell_dbee8b64ad5f558618e31d1679a73418,
  "payload-plugin-policy-versioning/client#ReviewView": ReviewView_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#ReadoutCell": ReadoutCell_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/client#ReadoutField": ReadoutField_97d96ff39558b1c689ee5118ed7dbf44,
  "payload-plugin-policy-versioning/rsc#PolicyDashboard": PolicyDashboard_dbee8b64ad5f558618e31d1679a73418,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
