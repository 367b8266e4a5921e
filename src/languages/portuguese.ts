import type { Language } from './language.ts';

export const portuguese = {
  called: ['portuguese'],
  credits: {
    by: ['por', 'de'],
    signed: ['por', 'uma reportagem de'],
    and: ['e'],
    with: ['com'],
    in: ['em', 'de', 'no', 'na'],
    for: ['para'],
    more: ['adicional', 'adicionais'],
    anywhere: { with: ['com'], in: ['em'], for: ['para'] },
    works: {
      byline: ['autor', 'autora', 'autores', 'repórter', 'correspondente'],
      reporting: [
        ['reportagem', 'reportagens', 'informações', 'apuração', 'entrevista'],
        ['cobertura'],
      ],
      additionalReporting: [
        ['colaboração', 'colaborou', 'colaboraram', 'com colaboração', 'com a colaboração'],
        ['contribuição', 'contribuições', 'com informações'],
      ],
      writing: ['texto', 'textos', 'escrito', 'escrita', 'redação', 'redigido'],
      editing: [
        ['edição', 'editado', 'editada', 'editor', 'editora', 'revisão'],
        ['edição de texto'],
      ],
      compiling: ['compilado'],
      photography: [
        ['foto', 'fotos', 'fotografia', 'fotografias', 'imagens', 'imagem'],
        ['fotógrafo'],
      ],
      research: ['pesquisa', 'investigação'],
      graphics: ['infografia', 'infográficos', 'infográfico', 'gráficos', 'arte'],
      illustration: ['ilustração', 'ilustrações'],
      video: ['vídeo', 'vídeos', 'edição de vídeo', 'câmera'],
      translation: ['tradução', 'traduzido', 'traduzida', 'tradutor'],
      other: ['produção', 'design', 'diagramação', 'checagem'],
    },
    bare: {
      translation: ['tradução'],
      writing: ['texto', 'textos'],
      photography: ['foto', 'fotos'],
    },
    whole: {
      additionalReporting: [
        'colaborou',
        'colaboraram',
        'com a colaboração de',
        'com informações de',
      ],
    },
    verbs: { additionalReporting: ['contribuiu', 'contribuíram', 'colaborou', 'colaboraram'] },
    objects: [
      ['para', 'com', 'esta', 'este', 'reportagem', 'artigo', 'texto'],
      ['matéria', 'nesta', 'neste', 'a'],
    ],
    storyNouns: ['reportagem', 'artigo', 'matéria', 'texto'],
  },
  photos: {
    pictures: ['foto', 'fotos', 'fotografia', 'imagem', 'imagens'],
    credits: ['crédito', 'créditos', 'fonte'],
    bare: ['foto'],
    links: ['de', 'do', 'por'],
    captions: ['legenda'],
  },
  jobs: { titles: ['correspondente', 'repórter'] },
  houses: {
    names: ['notícias', 'agências'],
    tails: ['redação', 'agência', 'correspondente'],
    heads: ['agência', 'redação'],
    institutions: ['universidade'],
  },
  names: {
    particles: ['a', 'da', 'das', 'de', 'do', 'dos', 'e'],
    lowered: ['da', 'das', 'de', 'dos'],
  },
  calendar: {
    months: [
      ['janeiro', 'jan'],
      ['fevereiro', 'fev'],
      ['março', 'mar'],
      ['abril', 'abr'],
      ['maio', 'mai'],
      ['junho', 'jun'],
      ['julho', 'jul'],
      ['agosto', 'ago'],
      ['setembro', 'set'],
      ['outubro', 'out'],
      ['novembro', 'nov'],
      ['dezembro', 'dez'],
    ],
    ambiguous: ['set'],
    links: ['de'],
    fillers: ['de'],
    dated: ['publicado'],
  },
  datelines: {
    sections: [
      ['cultura', 'política', 'economia', 'desporto', 'esporte', 'esportes', 'sociedade'],
      ['mundo', 'opinião', 'ciência', 'saúde', 'tecnologia'],
    ],
    labels: ['URGENTE', 'EXCLUSIVO', 'ENTREVISTA', 'OPINIÃO', 'ANÁLISE'],
  },
  sentences: { prose: ['ex'], starts: ['a', 'o', 'os', 'na', 'no'] },
  boilerplate: {
    walls: [
      ['este conteúdo é exclusivo', 'conteúdo exclusivo', 'já é assinante'],
      ['já é assinante?', 'ouça este', 'para continuar a ler'],
      ['para continuar lendo', 'faça login', 'crie uma conta', 'artigo exclusivo'],
    ],
    controls: [
      ['compartilhar', 'compartilhe', 'partilhar', 'seguir', 'salvar'],
      ['guardar', 'imprimir', 'ouvir', 'comentários', 'comentar', 'copiar link'],
    ],
    invitations: [
      ['leia mais', 'leia também', 'continue lendo', 'continuar lendo'],
      ['saiba mais', 'veja mais', 'veja também', 'clique aqui', 'assine'],
      ['inscreva-se', 'siga-nos', 'compartilhe', 'publicidade', 'todos os direitos'],
      ['usamos cookies', 'este texto foi atualizado'],
    ],
    lone: ['comentários'],
    endings: ['leia mais', 'continue lendo'],
    syndication: [['O post ', ' apareceu primeiro em ']],
  },
  comments: {
    counted: ['comentário', 'comentários'],
    shows: ['ver', 'ver os', 'ler os', 'mostrar', 'todos os'],
    headings: ['os comentários', 'deixe seu comentário'],
    wrote: ['escreveu', 'disse', 'diz', 'comentou'],
    postedBy: ['comentário de', 'publicado por', 'escrito por'],
    actions: [
      ['responder', 'denunciar', 'reportar', 'curtir', 'gosto', 'partilhar'],
      ['compartilhar'],
    ],
    ago: ['há', 'atrás', 'ontem', 'hoje'],
  },
} satisfies Language;
