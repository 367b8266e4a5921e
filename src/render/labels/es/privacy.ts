import type { Translation } from '../compile.ts';
import type { privacy as english } from '../en/privacy.ts';

export const privacy: Translation<typeof english> = {
  commands: {
    privacy: 'Qué guarda Wirethread de ti en este servidor y cómo borrarlo',
    show: 'Mostrar lo que se guarda de ti',
    delete: 'Borrar lo que se puede borrar al momento',
    messages: 'Si Wirethread te escribe en privado sobre tus denuncias',
    on: 'False para no recibirlos; `/flags mine` muestra los resultados en todo caso',
  },
  nothing: 'Wirethread no guarda nada de ti en este servidor.',
  intro: 'En este servidor Wirethread guarda de ti, por tu ID de Discord:',
  reports: {
    one: '{count} denuncia tuya: su caso, motivo y hora',
    other: '{count} denuncias tuyas: sus casos, motivos y horas',
  },
  reportTexts: {
    one: 'lo que escribiste en {count} de ellas',
    other: 'lo que escribiste en {count} de ellas',
  },
  casesOn: {
    one: '{count} caso sobre un mensaje tuyo: tu nombre y la decisión',
    other: '{count} casos sobre mensajes tuyos: tu nombre y las decisiones',
  },
  caseTexts: {
    one: 'el texto de {count} de estos mensajes',
    other: 'los textos de {count} de estos mensajes',
  },
  appeals: {
    one: 'lo que escribiste en {count} apelación',
    other: 'lo que escribiste en {count} apelaciones',
  },
  deeds:
    'líneas del registro de auditoría sobre lo que hiciste: quién, cuándo, qué; nunca un texto',
  feeds: { one: 'que añadiste {count} feed', other: 'que añadiste {count} feeds' },
  noMessages: 'que no quieres mensajes privados sobre tus denuncias',
  banned: 'que la moderación no acepta tus denuncias, desde: {time}',
  limits:
    'Los textos se borran {evidence} después de una decisión, las denuncias {reports} después de hacerlas. `/privacy delete` borra al momento lo que no hace falta guardar.',
  deleted: 'Borrado:',
  nothingDeleted: 'No hay nada que se pueda borrar al momento.',
  kept: 'Guardado por ahora:',
  deletedReportTexts: {
    one: 'lo que escribiste en {count} denuncia',
    other: 'lo que escribiste en {count} denuncias',
  },
  deletedCaseTexts: {
    one: 'el texto de {count} mensaje tuyo ya decidido',
    other: 'los textos de {count} mensajes tuyos ya decididos',
  },
  deletedAppeals: {
    one: 'lo que escribiste en {count} apelación',
    other: 'lo que escribiste en {count} apelaciones',
  },
  keptOpen: {
    one: 'lo de {count} caso que espera una decisión: usa este comando de nuevo cuando esté cerrado',
    other:
      'lo de {count} casos que esperan una decisión: usa este comando de nuevo cuando estén cerrados',
  },
  keptReports: {
    one: 'que hiciste {count} denuncia, sin su texto: muestra a la moderación cuánto fiarse de la próxima. Se borra {reports} después de hacerla.',
    other:
      'que hiciste {count} denuncias, sin sus textos: muestran a la moderación cuánto fiarse de las próximas. Cada una se borra {reports} después de hacerla.',
  },
  keptCases: {
    one: 'que {count} caso trató de un mensaje tuyo, sin su texto: cuenta si hay otro',
    other: 'que {count} casos trataron de mensajes tuyos, sin sus textos: cuentan si hay otro',
  },
  keptBan: 'que la moderación no acepta tus denuncias',
  keptAudit: 'el registro de auditoría, que no tiene textos',
  messagesOn: 'Wirethread te escribe en privado cuando se cierra un caso que denunciaste.',
  messagesOff:
    'Wirethread te escribe en privado solo sobre decisiones sobre tus propios mensajes. `/flags mine` muestra el resultado de tus denuncias.',
};
