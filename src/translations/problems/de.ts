import type { ProblemWords } from './problemWords.js'

export const de: ProblemWords = {
  ACTOR_REQUIRED: 'Bitte zuerst anmelden: Das Protokoll hält fest, wer einen Schritt tut.',
  ANTICIPATES_PENDING:
    'Dieser Entwurf enthält Text der angekündigten Version {{pending}} und tritt vor ihr in Kraft: Dieser Text würde vor dem Tag gelten, der den Lesern genannt wurde. Wählen Sie einen Tag nach Version {{pending}}, oder beginnen Sie mit dem geltenden Text.',
  APPROVAL_VOID:
    'Der Text wurde geändert, seit er geprüft oder Ihnen angezeigt wurde. Laden Sie ihn neu; was jetzt dort steht, braucht eine eigene Prüfung.',
  BREAKS_PENDING:
    'Die bereits angekündigte Version {{pending}} würde die Ankündigungsbedingungen verletzen, die dann vor ihr gelten. Wählen Sie einen Tag nach ihr, ersetzen Sie sie oder ziehen Sie sie zuerst zurück, oder behalten Sie die geltenden Bedingungen bei.',
  CALENDAR_CHANGED:
    'Seit der Veröffentlichung dieser Version kamen Tage in den Kalender {{calendar}}. Neu gezählt wäre {{earliest}} der früheste Tag. Was angekündigt wurde, bleibt; für die längere Frist ersetzen Sie die Version durch eine spätere.',
  CALENDAR_NOT_COVERED:
    'Der Kalender {{calendar}} reicht nur von {{from}} bis {{to}}; die Ankündigungsfrist lässt sich nicht zählen. Wählen Sie einen früheren Tag oder lassen Sie den Kalender erweitern.',
  CHANNEL_MISSING:
    'Die Bedingungen, die für diese Änderung gelten, verlangen eine Ankündigung über: {{channels}}. Nehmen Sie das in die Ankündigungskanäle auf oder bescheinigen Sie es bei der Veröffentlichung.',
  CHANNEL_MISSING_ANY:
    'Die Bedingungen, die für diese Änderung gelten, verlangen eine Ankündigung über einen dieser Kanäle: {{channels}}. Nehmen Sie einen davon auf oder bescheinigen Sie ihn bei der Veröffentlichung.',
  CHANNEL_PROHIBITED:
    'Die Bedingungen, die für diese Änderung gelten, schließen eine Ankündigung über {{channel}} aus. Nehmen Sie diesen Kanal heraus.',
  CHANNEL_UNKNOWN:
    'Über {{channel}} wird hier nichts verschickt. Kündigen Sie auf diesem Weg selbst an und bescheinigen Sie es bei der Veröffentlichung, oder nehmen Sie den Kanal heraus, wenn ihn nichts verlangt.',
  CONFLICT_OPEN:
    'Im Text sind noch Widersprüche markiert ({{count}}). Behalten Sie jeweils einen der beiden Texte und löschen Sie die Markierung.',
  EFFECTIVE_DATE_PAST:
    'Der Tag des Inkrafttretens ist vergangen. Der früheste zulässige Tag ist {{earliest}}.',
  EFFECTIVE_DATE_TAKEN:
    'An diesem Tag tritt bereits Version {{taken}} in Kraft. Wählen Sie einen anderen Tag oder ziehen Sie zuerst jene Version zurück.',
  FORBIDDEN: 'Ihre Rolle erlaubt diesen Schritt nicht. Bitten Sie jemanden, der ihn tun darf.',
  LABEL_TAKEN:
    'Eine andere Version dieses Dokuments trägt diese Bezeichnung schon. Wählen Sie eine andere, oder lassen Sie das Feld leer für die nächste Nummer.',
  LATER_VERSION_PENDING:
    'Version {{pending}} tritt später in Kraft und baut auf dieser auf. Ziehen Sie zuerst jene zurück.',
  MATERIALITY_REQUIRED:
    'Die Ankündigungsbedingungen weichen von denen der Version {{predecessor}} ab; das ist eine wesentliche Änderung. Kennzeichnen Sie sie so, oder stellen Sie die Bedingungen wieder her.',
  NOT_APPROVED:
    'Es fehlt noch eine Genehmigung des Textes oder der Ausnahme durch jemanden, der nicht zu den Autoren gehört.',
  NOTICE_PERIOD_TOO_SHORT:
    'Der Tag des Inkrafttretens ist zu früh für die versprochene Ankündigungsfrist. Der früheste zulässige Tag ist {{earliest}}.',
  NOTICE_PERIOD_TOO_SHORT_TAKEN:
    'Der Tag des Inkrafttretens ist zu früh für die versprochene Ankündigungsfrist. Der früheste zulässige Tag ist {{earliest}}, da der Tag vergeben ist, an dem bereits Version {{taken}} in Kraft tritt.',
  POLICY_BUSY:
    'Gerade ändert jemand anderes dieses Dokument. Es wurde nichts verändert; versuchen Sie es noch einmal.',
  SEALED:
    'Was veröffentlicht und festgehalten wurde, wird nie geändert. Beginnen Sie eine neue Version.',
  SELF_APPROVAL:
    'Sie gehören zu den Autoren dieser Version, und niemand prüft die eigene Arbeit. Bitten Sie eine andere Person darum.',
  UNDOES_LATER:
    'Version {{later}} wurde nach dieser veröffentlicht und tritt vor ihr in Kraft; diese Version würde sie rückgängig machen. Soll jene Änderung bleiben, entwerfen Sie eine Version mit beiden Änderungen, die diese hier ersetzt.',
  UNDONE_BY_PENDING:
    'Die angekündigte Version {{pending}} wurde ohne diese Änderung entworfen und würde sie rückgängig machen. Bringen Sie die Änderung auch in einem Entwurf an, der Version {{pending}} ersetzt, oder wählen Sie einen Tag nach ihr.',
}
