import type { Translation } from '../compile.ts';
import type { rules as english } from '../en/rules.ts';

export const rules: Translation<typeof english> = {
  commands: {
    rules: 'Regras que denunciam ou ocultam comentários antes das pessoas',
    list: 'Mostrar as regras',
    addWords: 'Vigiar palavras nos comentários',
    words:
      'Palavras inteiras, maiúsculas ou não; * vale por quaisquer letras: idiota*, moeda* grátis',
    addLink: 'Vigiar links para um domínio',
    domain: 'O domínio, como coins.example; os subdomínios também contam',
    action: 'O que fazer com o comentário (padrão: denunciar)',
    remove: 'Deixar de vigiar palavras ou um domínio',
    pattern: 'Como na lista',
    try: 'Mostrar quais regras um texto violaria',
    text: 'O texto de um comentário',
    firstComment: 'O que fazer com o primeiro comentário de um autor',
    repeat: 'O que fazer com comentários de autores que já violaram as regras',
    what: 'O que fazer',
    upheld: 'Após quantos casos confirmados sobre comentários do autor (padrão: 3)',
    days: 'Em quantos dias (padrão: 30)',
  },
  choices: {
    report: 'Denunciar à moderação; todos o veem',
    hide: 'Ocultar até a moderação ler',
    off: 'Nada',
  },
  actions: { report: 'denunciado', hide: 'ocultado até a revisão' },
  intro:
    'Estas regras valem para os comentários dos sites das notícias, quando chegam e quando são editados:',
  membersUnread:
    '-# O que os membros escrevem no Discord não é lido: é preciso o intent Message Content. Quem opera o Wirethread o ativa no portal de desenvolvedores do Discord (Bot → Message Content Intent) e define READ_MEMBER_MESSAGES=true. Até lá, use ali o AutoMod do Discord.',
  membersRead:
    '-# Elas também olham o que os membros escrevem nos tópicos das discussões, e o denunciam. O Wirethread nunca apaga por uma regra a mensagem de um membro: o que uma regra ocultaria vem primeiro na fila. Mensagens da moderação e outros canais ficam de fora.',
  none: 'Ainda não há regras. Adicione com `/rules add-words`, `/rules add-link`, `/rules first-comment` e `/rules repeat-offender`.',
  wordsLine: 'palavras “{pattern}”: {action}',
  linkLine: 'links para {pattern}: {action}',
  firstLine: 'primeiro comentário de um autor: {action}',
  repeatLine: {
    one: 'autor com {count} caso confirmado em {days}: {action}',
    other: 'autor com {count} casos confirmados em {days}: {action}',
  },
  added: 'De agora em diante, um comentário com as palavras “{pattern}” é {action}.',
  addedLink: 'De agora em diante, um comentário com um link para {pattern} é {action}.',
  changed: '“{pattern}” já era vigiado. De agora em diante, um comentário assim é {action}.',
  removed: '“{pattern}” não é mais vigiado. Os casos que abriu ficam como estão.',
  firstSet:
    'De agora em diante, o primeiro comentário de um autor é {action}. Os de antes de uma discussão ser acompanhada não contam.',
  firstOff: 'O primeiro comentário de um autor é tratado como qualquer outro.',
  repeatSet: {
    one: 'De agora em diante, um comentário é {action} quando o autor tem {count} caso confirmado em {days}.',
    other:
      'De agora em diante, um comentário é {action} quando o autor tem {count} casos confirmados em {days}.',
  },
  repeatOff: 'Autores que já violaram as regras são tratados como os outros.',
  tried: 'Este texto seria {action}, por estas regras:',
  triedNone: 'Nenhuma palavra e nenhum domínio vigiado combina com este texto.',
  fired: {
    words: 'palavras vigiadas “{pattern}”',
    link: 'um link para {pattern}',
    first: 'o primeiro comentário do autor',
    repeat: {
      one: 'o autor tem {count} caso confirmado em {days}',
      other: 'o autor tem {count} casos confirmados em {days}',
    },
  },
  refusals: {
    empty: 'Escreva pelo menos uma palavra.',
    'too-long': 'É longo demais: no máximo 100 caracteres.',
    'too-general': 'Isto combinaria com textos demais: escreva pelo menos duas letras.',
    'inner-star': 'Numa escrita sem espaços, * só pode ficar no começo ou no fim.',
    'no-domain': 'Isto não é um domínio. Escreva um como coins.example ou cole um endereço.',
    unknown: '“{pattern}” não é vigiado. `/rules list` mostra o que é.',
    tooMany: {
      one: 'Este servidor vigia {count} padrão, que é o máximo. Remova um primeiro.',
      other: 'Este servidor vigia {count} padrões, que é o máximo. Remova um primeiro.',
    },
  },
};
