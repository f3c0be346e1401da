import type { ProblemWords } from './problemWords.js'

export const fr: ProblemWords = {
  ACTOR_REQUIRED: 'Connectez-vous d’abord : le registre indique qui accomplit chaque étape.',
  ANTICIPATES_PENDING:
    'Ce brouillon contient du texte de la version {{pending}}, annoncée, et entre en vigueur avant elle : ce texte s’appliquerait avant le jour annoncé aux lecteurs. Choisissez un jour après la version {{pending}}, ou partez du texte en vigueur.',
  APPROVAL_VOID:
    'Le texte a été modifié depuis sa relecture ou son affichage. Rechargez-le ; ce qui s’y trouve maintenant doit être relu à son tour.',
  BREAKS_PENDING:
    'La version {{pending}}, déjà annoncée, enfreindrait les conditions de préavis qui s’appliqueraient alors avant elle. Choisissez un jour après elle, remplacez-la ou retirez-la d’abord, ou conservez les conditions en vigueur.',
  CALENDAR_CHANGED:
    'Des jours ont été ajoutés au calendrier {{calendar}} depuis la publication de cette version. Recompté, le premier jour serait le {{earliest}}. Ce qui a été annoncé reste inchangé ; pour un préavis plus long, remplacez la version par une plus tardive.',
  CALENDAR_NOT_COVERED:
    'Le calendrier {{calendar}} ne couvre que la période du {{from}} au {{to}} ; le délai de préavis ne peut pas être compté. Choisissez un jour plus proche ou faites étendre le calendrier.',
  CHANNEL_MISSING:
    'Les conditions qui régissent ce changement exigent un avis par : {{channels}}. Ajoutez-le aux canaux de l’avis, ou attestez-le à la publication.',
  CHANNEL_MISSING_ANY:
    'Les conditions qui régissent ce changement exigent un avis par l’un de ces canaux : {{channels}}. Ajoutez-en un, ou attestez-le à la publication.',
  CHANNEL_PROHIBITED:
    'Les conditions qui régissent ce changement excluent un avis par {{channel}}. Retirez ce canal.',
  CHANNEL_UNKNOWN:
    'Rien n’est envoyé ici par {{channel}}. Donnez cet avis vous-même et attestez-le à la publication, ou retirez ce canal si rien ne l’exige.',
  CONFLICT_OPEN:
    'Des conflits sont encore signalés dans le texte ({{count}}). Gardez chaque fois l’un des deux textes et supprimez le repère.',
  EFFECTIVE_DATE_PAST:
    'La date d’entrée en vigueur est passée. Le premier jour admissible est le {{earliest}}.',
  EFFECTIVE_DATE_TAKEN:
    'La version {{taken}} entre déjà en vigueur ce jour-là. Choisissez un autre jour ou retirez d’abord cette version.',
  FORBIDDEN:
    'Votre rôle ne permet pas cette étape. Adressez-vous à une personne qui y est autorisée.',
  LABEL_TAKEN:
    'Une autre version de ce document porte déjà ce libellé. Choisissez-en un autre, ou laissez le champ vide pour obtenir le numéro suivant.',
  LATER_VERSION_PENDING:
    'La version {{pending}} entre en vigueur plus tard et s’appuie sur celle-ci. Retirez d’abord celle-là.',
  MATERIALITY_REQUIRED:
    'Les conditions de préavis diffèrent de celles de la version {{predecessor}} ; c’est une modification substantielle. Indiquez-la comme telle, ou rétablissez les conditions.',
  NOT_APPROVED:
    'Il manque encore une approbation du texte ou de l’exception, par une personne qui n’en est pas l’auteur.',
  NOTICE_PERIOD_TOO_SHORT:
    'La date d’entrée en vigueur est trop proche pour le délai de préavis promis. Le premier jour admissible est le {{earliest}}.',
  NOTICE_PERIOD_TOO_SHORT_TAKEN:
    'La date d’entrée en vigueur est trop proche pour le délai de préavis promis. Le premier jour admissible est le {{earliest}}, car le jour où la version {{taken}} entre en vigueur est déjà pris.',
  POLICY_BUSY:
    'Une autre personne modifie ce document en ce moment. Rien n’a été changé ; réessayez.',
  SEALED: 'Ce qui a été publié et consigné n’est jamais modifié. Commencez une nouvelle version.',
  SELF_APPROVAL:
    'Vous comptez parmi les auteurs de cette version, et nul ne relit son propre travail. Demandez à une autre personne.',
  UNDOES_LATER:
    'La version {{later}} a été publiée après celle-ci et entre en vigueur avant elle ; celle-ci l’annulerait. Si son changement doit durer, préparez une version contenant les deux changements, qui remplace celle-ci.',
  UNDONE_BY_PENDING:
    'La version {{pending}}, annoncée, a été rédigée sans ce changement et l’annulerait. Faites aussi ce changement dans un brouillon qui remplace la version {{pending}}, ou choisissez un jour après elle.',
}
