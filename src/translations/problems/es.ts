import type { ProblemWords } from './problemWords.js'

export const es: ProblemWords = {
  ACTOR_REQUIRED: 'Inicie sesión primero: el registro indica quién da cada paso.',
  ANTICIPATES_PENDING:
    'Este borrador contiene texto de la versión {{pending}}, ya anunciada, y entra en vigor antes que ella: ese texto se aplicaría antes del día que se comunicó a los lectores. Elija un día posterior a la versión {{pending}}, o parta del texto vigente.',
  APPROVAL_VOID:
    'El texto se modificó después de revisarse o de mostrársele. Cárguelo de nuevo; lo que hay ahora necesita su propia revisión.',
  BREAKS_PENDING:
    'La versión {{pending}}, ya anunciada, incumpliría las condiciones de preaviso que regirían entonces antes de ella. Elija un día posterior a ella, sustitúyala o retírela primero, o mantenga las condiciones vigentes.',
  CALENDAR_CHANGED:
    'Se añadieron días al calendario {{calendar}} desde que se publicó esta versión. Contado de nuevo, el primer día sería el {{earliest}}. Lo anunciado no cambia; para dar el plazo más largo, sustituya la versión por una posterior.',
  CALENDAR_NOT_COVERED:
    'El calendario {{calendar}} solo abarca del {{from}} al {{to}}, y el plazo de preaviso no se puede contar. Elija un día anterior o haga ampliar el calendario.',
  CHANNEL_MISSING:
    'Las condiciones que rigen este cambio exigen un aviso por: {{channels}}. Añádalo a los canales de aviso o acredítelo al publicar.',
  CHANNEL_MISSING_ANY:
    'Las condiciones que rigen este cambio exigen un aviso por uno de estos canales: {{channels}}. Añada uno o acredítelo al publicar.',
  CHANNEL_PROHIBITED:
    'Las condiciones que rigen este cambio excluyen un aviso por {{channel}}. Quite ese canal.',
  CHANNEL_UNKNOWN:
    'Aquí no se envía nada por {{channel}}. Dé usted ese aviso y acredítelo al publicar, o quite ese canal si nada lo exige.',
  CONFLICT_OPEN:
    'Todavía hay conflictos señalados en el texto ({{count}}). Conserve en cada uno uno de los dos textos y quite la marca.',
  EFFECTIVE_DATE_PAST:
    'La fecha de entrada en vigor ya pasó. El primer día permitido es el {{earliest}}.',
  EFFECTIVE_DATE_TAKEN:
    'Ese día ya entra en vigor la versión {{taken}}. Elija otro día o retire primero esa versión.',
  FORBIDDEN: 'Su función no permite este paso. Pídalo a quien pueda darlo.',
  LABEL_TAKEN:
    'Otra versión de este documento ya lleva esta etiqueta. Elija otra, o deje el campo vacío para obtener el número siguiente.',
  LATER_VERSION_PENDING:
    'La versión {{pending}} entra en vigor más tarde y se basa en esta. Retire primero aquella.',
  MATERIALITY_REQUIRED:
    'Las condiciones de preaviso difieren de las de la versión {{predecessor}}; eso es una modificación sustancial. Márquela como tal o restablezca las condiciones.',
  NOT_APPROVED:
    'Falta todavía una aprobación del texto o de la excepción, de alguien que no sea su autor.',
  NOTICE_PERIOD_TOO_SHORT:
    'La fecha de entrada en vigor es demasiado temprana para el plazo de preaviso prometido. El primer día permitido es el {{earliest}}.',
  NOTICE_PERIOD_TOO_SHORT_TAKEN:
    'La fecha de entrada en vigor es demasiado temprana para el plazo de preaviso prometido. El primer día permitido es el {{earliest}}, porque el día en que entra en vigor la versión {{taken}} ya está ocupado.',
  POLICY_BUSY:
    'Otra persona está cambiando este documento ahora mismo. No se modificó nada; inténtelo de nuevo.',
  SEALED: 'Lo publicado y registrado nunca se modifica. Empiece una versión nueva.',
  SELF_APPROVAL:
    'Usted figura entre los autores de esta versión, y nadie revisa su propio trabajo. Pídaselo a otra persona.',
  UNDOES_LATER:
    'La versión {{later}} se publicó después de esta y entra en vigor antes; esta la desharía. Si aquel cambio ha de durar, redacte una versión con ambos cambios que sustituya esta.',
  UNDONE_BY_PENDING:
    'La versión {{pending}}, ya anunciada, se redactó sin este cambio y lo desharía. Haga el cambio también en un borrador que sustituya la versión {{pending}}, o elija un día posterior a ella.',
}
