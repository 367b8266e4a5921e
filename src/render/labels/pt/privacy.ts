import type { Translation } from '../compile.ts';
import type { privacy as english } from '../en/privacy.ts';

export const privacy: Translation<typeof english> = {
  commands: {
    privacy: 'O que o Wirethread guarda sobre você neste servidor e como apagar',
    show: 'Mostrar o que está guardado sobre você',
    delete: 'Apagar o que pode ser apagado na hora',
    messages: 'Se o Wirethread escreve a você em privado sobre suas denúncias',
    on: 'False para não receber; `/flags mine` mostra os resultados de qualquer forma',
  },
  nothing: 'O Wirethread não guarda nada sobre você neste servidor.',
  intro: 'Neste servidor o Wirethread guarda sobre você, pelo seu ID do Discord:',
  reports: {
    one: '{count} denúncia sua: caso, motivo e hora',
    other: '{count} denúncias suas: casos, motivos e horas',
  },
  reportTexts: {
    one: 'o que você escreveu em {count} delas',
    other: 'o que você escreveu em {count} delas',
  },
  casesOn: {
    one: '{count} caso sobre uma mensagem sua: seu nome e a decisão',
    other: '{count} casos sobre mensagens suas: seu nome e as decisões',
  },
  caseTexts: {
    one: 'o texto de {count} dessas mensagens',
    other: 'os textos de {count} dessas mensagens',
  },
  appeals: {
    one: 'o que você escreveu em {count} recurso',
    other: 'o que você escreveu em {count} recursos',
  },
  deeds:
    'linhas do registro de auditoria sobre o que você fez: quem, quando, o quê; nunca um texto',
  feeds: { one: 'que você adicionou {count} feed', other: 'que você adicionou {count} feeds' },
  noMessages: 'que você não quer mensagens privadas sobre suas denúncias',
  banned: 'que a moderação não aceita denúncias suas, desde: {time}',
  limits:
    'Textos são apagados {evidence} após uma decisão, denúncias {reports} após serem feitas. `/privacy delete` apaga na hora o que não precisa ser guardado.',
  deleted: 'Apagado:',
  nothingDeleted: 'Não há nada que possa ser apagado na hora.',
  kept: 'Guardado por enquanto:',
  deletedReportTexts: {
    one: 'o que você escreveu em {count} denúncia',
    other: 'o que você escreveu em {count} denúncias',
  },
  deletedCaseTexts: {
    one: 'o texto de {count} mensagem sua já decidida',
    other: 'os textos de {count} mensagens suas já decididas',
  },
  deletedAppeals: {
    one: 'o que você escreveu em {count} recurso',
    other: 'o que você escreveu em {count} recursos',
  },
  keptOpen: {
    one: 'o que pertence a {count} caso que espera uma decisão: use este comando de novo quando ele estiver fechado',
    other:
      'o que pertence a {count} casos que esperam uma decisão: use este comando de novo quando eles estiverem fechados',
  },
  keptReports: {
    one: 'que você fez {count} denúncia, sem o texto: mostra à moderação quanto confiar na próxima. É apagada {reports} após ser feita.',
    other:
      'que você fez {count} denúncias, sem os textos: mostram à moderação quanto confiar nas próximas. Cada uma é apagada {reports} após ser feita.',
  },
  keptCases: {
    one: 'que {count} caso tratou de uma mensagem sua, sem o texto: conta se houver outro',
    other: 'que {count} casos trataram de mensagens suas, sem os textos: contam se houver outro',
  },
  keptBan: 'que a moderação não aceita denúncias suas',
  keptAudit: 'o registro de auditoria, que não tem textos',
  messagesOn: 'O Wirethread escreve a você em privado quando um caso que você denunciou é fechado.',
  messagesOff:
    'O Wirethread escreve a você em privado só sobre decisões sobre suas próprias mensagens. `/flags mine` mostra o resultado das suas denúncias.',
};
