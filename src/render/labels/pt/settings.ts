import type { Translation } from '../compile.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translation<typeof english> = {
  noChannel: 'Casos e alertas: ainda sem canal. Escolha um: `/settings set moderators-channel:#…`',
  channel: 'Casos e alertas: {channel}',
  waiting: {
    one: '{count} alerta espera você escolher um canal',
    other: '{count} alertas esperam você escolher um canal',
  },
  trouble: 'Nada pode ser publicado lá: {reason}',
  moderators: 'Moderação: membros com “Gerenciar mensagens”',
  moderatorsOr: 'Moderação: membros com “Gerenciar mensagens” ou {role}',
  seniors: 'Casos escalados: membros com “Gerenciar servidor”',
  seniorsOr: 'Casos escalados: membros com “Gerenciar servidor” ou {role}',
  noAlertRole: 'Casos urgentes não avisam ninguém. Escolha um cargo: `/settings set alert-role:@…`',
  alertRole: {
    one: 'Casos urgentes e escalados avisam {role}, no máximo uma vez em {count} minuto',
    other: 'Casos urgentes e escalados avisam {role}, no máximo uma vez em {count} minutos',
  },
  language: 'Idioma de fichas, alertas e avisos: {language}',
  neverHides: 'Denúncias não ocultam nenhum comentário',
  hides: {
    one: 'Após {count} denúncia, um comentário fica oculto até a moderação decidir',
    other: 'Após {count} denúncias, um comentário fica oculto até a moderação decidir',
  },
  reportsPerHour: {
    one: 'Um membro pode denunciar {count} mensagem por hora',
    other: 'Um membro pode denunciar {count} mensagens por hora',
  },
  evidence: {
    one: 'O texto de um caso fechado é apagado após {count} dia',
    other: 'O texto de um caso fechado é apagado após {count} dias',
  },
  summary: 'Um balanço de cada mês é publicado em {channel}, pelo calendário de {zone}',
  noSummary: 'Sem balanço mensal para todos. Para ligar: `/settings set transparency-channel:#…`',
  badZone:
    '`time-zone` não pode ser “{zone}”: escreva o nome de um lugar, como Europe/Lisbon, America/Sao_Paulo ou UTC.',
  unknown: 'Essa configuração não existe. Escolha uma da lista.',
  nothing: 'Você não informou nada para mudar. Preencha pelo menos uma opção.',
  hiddenCommands:
    'O Discord só mostra `/rules`, `/discussion` e `/audit` a membros com “Gerenciar mensagens”. Permita-os para {role} em Configurações do servidor → Integrações → Wirethread.',
  openChannel:
    'Todo mundo pode ler {channel}: lá as fichas mostram as mensagens denunciadas e dizem quem as denunciou. Tire “Ver canal” de @everyone nas permissões do canal ou escolha outro.',
};
