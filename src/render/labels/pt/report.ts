import type { Translation } from '../compile.ts';
import type { report as english } from '../en/report.ts';

export const report: Translation<typeof english> = {
  reasons: {
    abuse: 'Ataques, insultos ou ameaças',
    offensive: 'Ofensivo, de ódio',
    'off-topic': 'Fora do assunto',
    spam: 'Spam ou propaganda',
    false: 'Falso ou enganoso',
    'personal-information': 'Dados pessoais de alguém',
    illegal: 'Conteúdo ilegal',
    other: 'Outra coisa',
  },
  titles: {
    comment: 'Denunciar este comentário',
    message: 'Denunciar esta mensagem',
    flag: 'Denunciar esta mensagem',
    law: 'Conteúdo ilegal: qual lei?',
  },
  labels: {
    reason: 'O que há de errado?',
    details: 'Algo que a moderação deva saber?',
    law: 'Qual lei viola, e como?',
    goodFaith: 'Você declara isso de boa-fé?',
  },
  hints: {
    details: 'Só a moderação lê isto.',
    law: 'Diga o país e a lei, e cite as palavras. Só a moderação lê isto.',
    goodFaith: 'Você acredita que o que escreve aqui é exato e completo.',
  },
  placeholders: { reason: 'Escolha um motivo', goodFaith: 'Confirme, por favor' },
  choices: { goodFaith: 'Sim, até onde sei é verdade' },
  receipts: {
    opened:
      'Obrigado. A moderação tem sua denúncia como caso {number}. `/flags mine` mostra o resultado. Ninguém vê quem denunciou.',
    joined:
      'Obrigado. Sua denúncia foi somada ao caso {number}, que espera a moderação. `/flags mine` mostra o resultado. Ninguém vê quem denunciou.',
    alreadyRuled:
      'A moderação já decidiu sobre este texto no caso {number}. Sua denúncia foi somada. `/flags mine` mostra o resultado.',
    reportedBefore: 'Você já denunciou isto. É o caso {number}. `/flags mine` mostra o resultado.',
  },
  law: {
    ask: 'Mais um passo: diga qual lei viola. O comentário então é ocultado na hora, até a moderação ler.',
    askMessage:
      'Mais um passo: diga qual lei viola. A moderação sênior lê primeiro. O Wirethread só poderia apagar a mensagem, sem volta, então quem decide é uma pessoa.',
    hidden: 'Obrigado. O comentário fica oculto até a moderação ler o caso {number}.',
    noted: 'Obrigado. A moderação vê isso no caso {number}.',
    before: 'Você já disse qual lei viola. A moderação tem isso no caso {number}.',
    unknown: 'Você não denunciou nada no caso {number}. Denuncie a mensagem primeiro.',
    otherReason: 'No caso {number} você deu outro motivo que não conteúdo ilegal.',
    confirm: 'Confirme que declara isso de boa-fé e envie o formulário de novo.',
  },
  buttons: { law: 'Informar a lei' },
  outcomes: {
    open: 'esperando a moderação',
    escalated: 'esperando a moderação sênior',
    removed: 'a mensagem foi removida',
    hidden: 'a mensagem foi ocultada',
    acted: 'a moderação agiu',
    gone: 'o comentário foi apagado no site',
    noFault: 'a moderação não viu nada de errado',
    ignored: 'a moderação fechou sem decidir',
    duplicate: 'a decisão é em outro caso',
  },
  notified: {
    outcome: 'Sua denúncia em **{server}** (caso {number}): {outcome}.',
    about: 'Era sobre {about}.',
    more: '-# `/flags mine` no servidor mostra todas as suas denúncias. Para não receber mais mensagens assim: `/privacy messages on:False`.',
  },
  commands: {
    flag: 'Denunciar uma mensagem à moderação pelo link',
    link: 'Link da mensagem (clique direito → Copiar link da mensagem)',
    reason: 'O que há de errado',
    details: 'Algo que a moderação deva saber',
  },
  refusals: {
    own: 'Esta mensagem é sua. Você mesmo pode apagá-la.',
    banned:
      'A moderação deste servidor não aceita mais denúncias suas, então esta não foi enviada. Se acha que é engano, escreva a alguém da moderação.',
    tooMany: {
      one: 'Você denunciou {count} mensagem na última hora. A moderação já tem; espere antes de denunciar mais.',
      other:
        'Você denunciou {count} mensagens na última hora. A moderação já tem; espere antes de denunciar mais.',
    },
    otherVersion:
      'Este formulário é de outra versão do Wirethread. Abra-o de novo e escolha um motivo.',
    unseen: 'Esta mensagem não existe, ou você não vê o canal dela.',
    deleted: 'Esta mensagem já foi apagada: não precisa de denúncia.',
    gone: 'Este comentário já não existe: não precisa de denúncia.',
    expired:
      'A discussão deste comentário acabou há muito tempo, então o Wirethread o apagou e não aceita denúncias dele. A moderação pode apagar a mensagem no Discord.',
    ownOld:
      'O Wirethread não guarda mais esta mensagem dele: a discussão ou a notícia acabou há muito tempo. A moderação pode apagar a mensagem no Discord.',
    botMessage:
      'Esta mensagem é do próprio Wirethread. Você pode denunciar comentários e mensagens de membros. Se uma notícia está errada, escreva ao veículo.',
    packed:
      'Esta mensagem tem muitos comentários. Aperte o botão ao lado do que você quer denunciar.',
    notLink:
      'Isto não é um link de uma mensagem deste servidor. Clique direito na mensagem, “Copiar link da mensagem”, e cole o link.',
    noReason: 'Escolha um dos motivos da lista.',
  },
};
