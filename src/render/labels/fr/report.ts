import type { Translation } from '../compile.ts';
import type { report as english } from '../en/report.ts';

export const report: Translation<typeof english> = {
  reasons: {
    abuse: 'Injures, insultes ou menaces',
    offensive: 'Offensant, haineux',
    'off-topic': 'Hors sujet',
    spam: 'Spam ou publicité',
    false: 'Faux ou trompeur',
    'personal-information': 'Données personnelles de quelqu’un',
    illegal: 'Contenu illégal',
    other: 'Autre chose',
  },
  titles: {
    comment: 'Signaler ce commentaire',
    message: 'Signaler ce message',
    flag: 'Signaler ce message',
    law: 'Contenu illégal : quelle loi ?',
  },
  labels: {
    reason: 'Quel est le problème ?',
    details: 'Que doit savoir la modération ?',
    law: 'Quelle loi est enfreinte, et comment ?',
    goodFaith: 'L’affirmez-vous de bonne foi ?',
  },
  hints: {
    details: 'Seule la modération le lit.',
    law: 'Nommez le pays et la loi, et citez les mots. Seule la modération le lit.',
    goodFaith: 'Vous pensez que vos indications sont exactes et complètes.',
  },
  placeholders: { reason: 'Choisir un motif', goodFaith: 'Veuillez confirmer' },
  choices: { goodFaith: 'Oui, à ma connaissance c’est exact' },
  receipts: {
    opened:
      'Merci. La modération a votre signalement : dossier {number}. `/flags mine` montre la suite. Personne ne voit qui l’a signalé.',
    joined:
      'Merci. Votre signalement rejoint le dossier {number}, qui attend la modération. `/flags mine` montre la suite. Personne ne voit qui l’a signalé.',
    alreadyRuled:
      'La modération a déjà décidé de ce texte dans le dossier {number}. Votre signalement y est ajouté. `/flags mine` montre la suite.',
    reportedBefore: 'Vous l’avez déjà signalé : dossier {number}. `/flags mine` montre la suite.',
  },
  law: {
    ask: 'Encore une étape : dites quelle loi est enfreinte. Le commentaire est alors masqué aussitôt, jusqu’à ce que la modération l’ait lu.',
    askMessage:
      'Encore une étape : dites quelle loi est enfreinte. Un modérateur principal le lit d’abord. Wirethread ne pourrait que supprimer le message, sans retour, c’est donc une personne qui décide.',
    hidden:
      'Merci. Le commentaire est masqué jusqu’à ce que la modération ait lu le dossier {number}.',
    noted: 'Merci. La modération le voit dans le dossier {number}.',
    before: 'Vous avez déjà nommé la loi. La modération l’a dans le dossier {number}.',
    unknown: 'Vous n’avez rien signalé dans le dossier {number}. Signalez d’abord le message.',
    otherReason: 'Vous avez donné un autre motif que le contenu illégal dans le dossier {number}.',
    confirm: 'Confirmez que vous l’affirmez de bonne foi, puis renvoyez le formulaire.',
  },
  buttons: { law: 'Nommer la loi' },
  outcomes: {
    open: 'en attente de la modération',
    escalated: 'en attente d’un modérateur principal',
    removed: 'le message a été retiré',
    hidden: 'le message a été masqué',
    acted: 'la modération est intervenue',
    gone: 'le commentaire a été supprimé sur son site',
    noFault: 'la modération n’a rien trouvé à redire',
    ignored: 'la modération a clos le dossier sans décision',
    duplicate: 'la décision se prend dans un autre dossier',
  },
  notified: {
    outcome: 'Votre signalement sur **{server}** (dossier {number}) : {outcome}.',
    about: 'Il portait sur {about}.',
    more: '-# `/flags mine` sur le serveur montre tous vos signalements. Pour ne plus recevoir ces messages : `/privacy messages on:False`.',
  },
  commands: {
    flag: 'Signaler un message à la modération par son lien',
    link: 'Lien du message (clic droit → Copier le lien du message)',
    reason: 'Quel est le problème',
    details: 'Ce que la modération doit savoir',
  },
  refusals: {
    own: 'C’est votre propre message. Vous pouvez le supprimer vous-même.',
    banned:
      'La modération de ce serveur n’accepte plus vos signalements, celui-ci n’a donc pas été envoyé. Si c’est une erreur, écrivez à un modérateur.',
    tooMany: {
      one: 'Vous avez signalé {count} message dans l’heure. La modération l’a reçu ; patientez avant d’en signaler d’autres.',
      other:
        'Vous avez signalé {count} messages dans l’heure. La modération les a reçus ; patientez avant d’en signaler d’autres.',
    },
    otherVersion:
      'Ce formulaire vient d’une autre version de Wirethread. Rouvrez-le et choisissez un motif.',
    unseen: 'Ce message n’existe pas, ou vous ne voyez pas son salon.',
    deleted: 'Ce message est déjà supprimé : inutile de le signaler.',
    gone: 'Ce commentaire n’existe plus : inutile de le signaler.',
    expired:
      'La discussion de ce commentaire est finie depuis longtemps, Wirethread l’a donc effacé et ne prend plus de signalement. Un modérateur peut supprimer le message dans Discord.',
    ownOld:
      'Wirethread ne garde plus ce message à lui : sa discussion ou son article est fini depuis longtemps. Un modérateur peut supprimer le message dans Discord.',
    botMessage:
      'C’est un message de Wirethread lui-même. Vous pouvez signaler les commentaires et les messages des membres. Si un article est faux, écrivez à son éditeur.',
    packed:
      'Ce message contient plusieurs commentaires. Appuyez sur le bouton à côté de celui que vous visez.',
    notLink:
      'Ce n’est pas le lien d’un message de ce serveur. Clic droit sur le message, « Copier le lien du message », puis collez-le.',
    noReason: 'Choisissez un des motifs de la liste.',
  },
};
