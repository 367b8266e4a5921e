import type { Labels } from './labels.ts';

export const pt: Labels = {
  story: {
    read: 'Ler a notícia',
    discuss: 'Comentar',
    discussCount: 'Comentar ({count})',
    untitled: 'Notícia sem título',
    published: 'Publicado: {time}',
    corrected: 'Corrigido: {time}',
    withdrawn: 'Notícia retirada: ~~{headline}~~',
    withdrawnAt: 'Notícia retirada pela redação: {time}',
    photo: 'Foto: {source}',
    topics: 'Temas: {topics}',
  },
  credits: {
    byline: 'Por {names}',
    reporting: 'Reportagem: {names}',
    additionalReporting: 'Com a colaboração de: {names}',
    writing: 'Texto: {names}',
    compiling: 'Compilação: {names}',
    editing: 'Edição: {names}',
    photography: 'Fotografia: {names}',
    translation: 'Tradução: {names}',
    research: 'Pesquisa: {names}',
    video: 'Vídeo: {names}',
    graphics: 'Infografia: {names}',
    illustration: 'Ilustração: {names}',
  },
  comment: {
    report: 'Denunciar abuso',
    view: 'Ver no site',
    anonymous: 'Anônimo',
    noText: '(sem texto)',
    continues: 'O comentário continua no site.',
    underReview: 'Este comentário está oculto enquanto a moderação o analisa.',
    removed: 'Este comentário foi removido pela moderação.',
  },
  discussion: {
    heading: 'Discussão: {headline}',
    mirrorNote: 'Aqui aparecem os comentários do site de origem; as respostas ficam no Discord.',
    policy: 'Regras dos comentários',
    openUntil: 'Comentários abertos até: {time}',
    closingSoon: 'Esta discussão será encerrada {relative} ({time}).',
    staysOpen: 'Afinal, esta discussão continua aberta.',
    extended: 'Esta discussão fica aberta por mais tempo. Novo encerramento: {time}.',
    closed:
      'Esta discussão está encerrada. Comentários são aceitos por um período limitado após a publicação.',
    moreComments: {
      one: 'Mais {count} comentário no site',
      many: 'Mais {count} de comentários no site',
      other: 'Mais {count} comentários no site',
    },
  },
  digest: {
    untitled: 'Notícias',
    heading: '{feed}: {stories}',
    stories: { one: '{count} notícia', other: '{count} notícias' },
    more: { one: 'e mais {count}', other: 'e mais {count}' },
    skipped: {
      one: '{count} notícia mais antiga ficou de fora: chegaram ao mesmo tempo mais notícias do que se publicam aqui.',
      other:
        '{count} notícias mais antigas ficaram de fora: chegaram ao mesmo tempo mais notícias do que se publicam aqui.',
    },
    onSite: 'Ler no site',
  },
};
